/** What the SQL of every extraction says in the same way. */
import { DAYS_FOR_NOTHING, READABLE_YEARS } from '../domain/words-for-nothing.ts'
import type { InspectedFile } from '../domain/inspected-file.ts'
import { type Engine, quoted } from './duck.ts'

/** Whole microseconds of a civil day. */
export const DAY_US = 86_400_000_000

/** The column of `raw` under a header; the map was checked against the file before. */
export function columnOf(file: InspectedFile, header: string): string {
  const at = file.headers.indexOf(header)
  if (at < 0) throw new Error(`no column «${header}» in «${file.name}»`)
  return `c${at}`
}

/**
 * `tidy_text`: without the spaces around it, nor the quote that our own files put before a formula. `fold_text`: as two
 * labels are compared, without case, accents or signs. `readable_day`: the number of a day of plausible years.
 */
export async function makeMacros(engine: Engine): Promise<void> {
  await engine.run(String.raw`create or replace macro tidy_text(t) as regexp_replace(
    regexp_replace(t, '^[\s\p{Z}\x{feff}]+|[\s\p{Z}]+$', '', 'g'),
    '^''([\s'']*[=+\-@|%\x{ff1d}\x{ff0b}\x{ff0d}\x{ff20}])', '\1')`)
  await engine.run(String.raw`create or replace macro fold_text(t) as
    trim(regexp_replace(lower(strip_accents(t)), '[^\p{L}\p{N}]+', ' ', 'g'))`)
  await engine.run(`create or replace macro readable_day(d) as case
    when year(d) between ${READABLE_YEARS.first} and ${READABLE_YEARS.last} or ${isOneOf('cast(d as varchar)', DAYS_FOR_NOTHING)}
    then cast(d - date '1970-01-01' as integer) end`)
}

/**
 * A cell that `tidy_text` may change: what begins with a letter of ASCII needs its end looked at alone. Cutting a letter
 * off a million cells costs more than comparing them.
 */
const isUntidy = (column: string): string =>
  `(${column} < '(' or ${column} > '~' or ${ENDINGS.map((code) => `ends_with(${column}, chr(${code}))`).join(' or ')})`

/** Tabulation, space, no-break spaces wide and narrow. */
const ENDINGS = [9, 32, 160, 8239] as const

/** An hour told with its distance to UTC: `2024-03-05T14:30Z`, `2024-03-05 14:30:00+01`. */
export const isZoned = (cell: string): string =>
  `(case when length(${cell}) > 16 then regexp_matches(substr(${cell}, 17), 'Z$|[+-]|UTC|GMT') else false end)`

/** The column, tidied only when the file needs it: doing so for a million cells costs as much as reading them. */
export async function tidyColumn(engine: Engine, column: string): Promise<string> {
  const [found] = await engine.rows<{ untidy: boolean | null }>(
    `select bool_or(${isUntidy(column)}) as untidy from raw where ${column} is not null`,
  )
  return found?.untidy ? `nullif(tidy_text(${column}), '')` : column
}

/** Whether a text is one of these; `in` would plan a join. */
export const isOneOf = (text: string, texts: readonly string[]): string =>
  `list_contains([${texts.map(quoted).join(', ')}], ${text})`
