/** Dates whose month is a word, «12 mars 2024», «March 3, 2024»: written in figures, for the column to be judged as any other. */
import type { Engine } from './duck.ts'

/** As they are told once accents and points are gone: French and English agree wherever they share a word. */
const MONTHS = [
  ['jan', 'janv', 'janvier', 'january'],
  ['fev', 'fevr', 'fevrier', 'feb', 'february'],
  ['mar', 'mars', 'march'],
  ['avr', 'avril', 'apr', 'april'],
  ['mai', 'may'],
  ['juin', 'jun', 'june'],
  ['juil', 'juill', 'juillet', 'jul', 'july'],
  ['aou', 'aout', 'aug', 'august'],
  ['sep', 'sept', 'septembre', 'september'],
  ['oct', 'octobre', 'october'],
  ['nov', 'novembre', 'november'],
  ['dec', 'decembre', 'december'],
] as const

const LOOKED_AT = 20_000

const [WEEKDAY, SUFFIX] = [String.raw`(?:\p{L}{2,9}[.]?,? +)?`, '(?:er|st|nd|rd|th)?']
const DAY_FIRST = String.raw`^${WEEKDAY}(\d{1,2})${SUFFIX}[ ./-]*(?:of )?(\p{L}{3,9})[.]?,?[ ./-]*(\d{4}|\d{2})(\D.*)?$`
const MONTH_FIRST = String.raw`^${WEEKDAY}(\p{L}{3,9})[.]?[ -]+(\d{1,2})${SUFFIX},?[ -]+(\d{4})(\D.*)?$`

/** What the groups of each pattern are. */
const NAMES = { day: "['d', 'm', 'y', 'rest']", month: "['m', 'd', 'y', 'rest']" } as const

/**
 * SQL of a table like `cells_<slot>` (text, n) with `cell`: «2024-03-12 14:30» of «12 mars 2024 à 14h30», «12-03-24» of
 * «12-mars-24», any other text tidied. Step by step, since a macro would repeat each step for each of its parts.
 */
export function spelledCells(texts: string): string {
  const numbers = MONTHS.flatMap((words, at) =>
    words.map((word) => `'${word}': '${String(at + 1).padStart(2, '0')}'`),
  )
  return `with tidy as (select text, n, tidy_text(text) as cell from (${texts})),
    cut as (select *, case when regexp_matches(cell, '${DAY_FIRST}') then regexp_extract(cell, '${DAY_FIRST}', ${NAMES.day})
      else regexp_extract(cell, '${MONTH_FIRST}', ${NAMES.month}) end as p from tidy),
    parts as (select text, n, cell, p.y as y, lpad(p.d, 2, '0') as d, map {${numbers.join(', ')}}[lower(strip_accents(p.m))] as m,
      rtrim(' ' || replace(regexp_replace(p.rest, '^(?: |,|T|à|at)*', ''), 'h', ':')) as told from cut)
    select text, nullif(case when m is null then cell when length(y) = 4 then y || '-' || m || '-' || d || told
      else d || '-' || m || '-' || y || told end, '') as cell, n from parts`
}

const WORD = `(?:^|[^a-z])(?:${MONTHS.flat().join('|')})(?:[^a-z]|$)`

/** Whether months of this column of `raw` are words, as its first rows tell. */
export async function areMonthsSpelled(engine: Engine, column: string): Promise<boolean> {
  const [found] = await engine.rows<{ spelled: boolean | null }>(
    `select bool_or(regexp_matches(lower(strip_accents(cell)), '${WORD}')) as spelled
      from (select ${column} as cell from raw where ${column} is not null limit ${LOOKED_AT})
      where regexp_matches(cell, '\\p{L}{3}')`,
  )
  return found?.spelled === true
}
