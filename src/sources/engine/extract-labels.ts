/** Texts of a column that mean something (strata, statuses, outcomes), read once for each text and not for each row. */
import { codeOf } from '../../measure/outcomes.ts'
import type { InspectedFile } from '../domain/inspected-file.ts'
import type { ExtractNotice, ValueCount } from '../domain/extracted-cases.ts'
import type { WaitMap } from '../domain/wait-map.ts'
import { type Engine, quoted } from './duck.ts'
import { columnOf, isOneOf } from './extract-sql.ts'

/** What a select that reads `raw` as `r` joins and gives. */
export type Labels = { readonly joins: string; readonly columns: string }

/**
 * Makes `strata_texts`: every combination of the texts under these headers, as they stand (t0…) and tidied (v0…), with
 * its code, in the order of code points.
 */
export async function makeStrata(
  engine: Engine,
  file: InspectedFile,
  by: readonly string[],
): Promise<Labels> {
  if (by.length === 0) return { joins: '', columns: '0 as stratum' }
  const texts = by.map((header, at) => `coalesce(${columnOf(file, header)}, '') as t${at}`)
  const values = by.map((_, at) => `v${at}`)
  await engine.run(`create or replace table strata_texts as
    select *, cast(dense_rank() over (order by ${values.join(', ')}) - 1 as integer) as code
    from (select *, ${by.map((_, at) => `tidy_text(t${at}) as v${at}`).join(', ')}
      from (select distinct ${texts.join(', ')} from raw))`)
  const on = by.map((header, at) => `st.t${at} = coalesce(r.${columnOf(file, header)}, '')`)
  return { joins: `left join strata_texts st on ${on.join(' and ')}`, columns: 'st.code as stratum' }
}

/** A column kept as a tidy text: `place`, `category`. */
export async function makeTexts(
  engine: Engine,
  file: InspectedFile,
  name: 'place' | 'category',
  header: string | undefined,
): Promise<Labels> {
  if (header === undefined) return { joins: '', columns: `cast(null as varchar) as ${name}` }
  const column = columnOf(file, header)
  await engine.run(`create or replace table texts_${name} as
    select t, tidy_text(t) as v from (select distinct ${column} as t from raw where ${column} is not null)`)
  return {
    joins: `left join texts_${name} on texts_${name}.t = r.${column}`,
    columns: `coalesce(texts_${name}.v, '') as ${name}`,
  }
}

const folded = (texts: readonly string[] | undefined): string =>
  texts?.length
    ? `fold_text(t) in (${texts.map((text) => `fold_text(${quoted(text)})`).join(', ')})`
    : 'false'

/** Statuses are compared without case, accents or signs: «Terminée » is «terminee». */
export async function makeStatuses(engine: Engine, file: InspectedFile, map: WaitMap): Promise<Labels> {
  const { status } = map
  if (!status) return { joins: '', columns: 'false as says_open, false as says_closed, false as duplicate' }
  const column = columnOf(file, status.column)
  await engine.run(`create or replace table texts_status as
    select t, n, ${folded(status.open)} as says_open, ${folded(status.closed)} as says_closed, ${folded(status.duplicate)} as duplicate
    from (select ${column} as t, count(*) as n from raw where ${column} is not null group by 1)`)
  const said = ['says_open', 'says_closed', 'duplicate']
  return {
    joins: `left join texts_status on texts_status.t = r.${column}`,
    columns: said.map((name) => `coalesce(texts_status.${name}, false) as ${name}`).join(', '),
  }
}

/** The code a case has once it ended: what the map says of its reason, «other» when it says nothing. */
export async function makeOutcomes(engine: Engine, file: InspectedFile, map: WaitMap): Promise<Labels> {
  const other = codeOf('other')
  if (!map.outcome) return { joins: '', columns: `${other} as ended_as` }
  const column = columnOf(file, map.outcome.column)
  const known = Object.entries(map.outcome.map).map(
    ([text, outcome]) => `(fold_text(${quoted(text)}), trim(${quoted(text)}), ${codeOf(outcome)})`,
  )
  const none = `select '' as label, '' as exact, 0 as code where false`
  await engine.run(`create or replace table texts_outcome as
    with known as (${known.length ? `select * from (values ${known.join(', ')}) as k(label, exact, code)` : none}),
    texts as (select ${column} as t, count(*) as n from raw where ${column} is not null group by 1)
    select t, n, coalesce((select min(code) from known where exact = trim(t)),
      (select min(code) from known where label = fold_text(t) and label <> '')) as code from texts`)
  return {
    joins: `left join texts_outcome on texts_outcome.t = r.${column}`,
    columns: `coalesce(texts_outcome.code, ${other}) as ended_as`,
  }
}

/** Values that the map names nowhere, the most frequent first. */
export async function labelNotices(engine: Engine, map: WaitMap): Promise<ExtractNotice[]> {
  const notices: ExtractNotice[] = []
  if (map.status) {
    const values = await topValues(engine, {
      table: 'texts_status',
      header: map.status.column,
      where: 'not says_open and not says_closed and not duplicate',
    })
    if (values.length > 0) notices.push({ because: 'unknown_status', header: map.status.column, values })
  }
  if (map.outcome) {
    const values = await topValues(engine, {
      table: 'texts_outcome',
      header: map.outcome.column,
      where: 'code is null',
    })
    if (values.length > 0) notices.push({ because: 'unmapped_outcome', header: map.outcome.column, values })
  }
  return notices
}

async function topValues(
  engine: Engine,
  { table, header, where }: { table: string; header: string; where: string },
): Promise<ValueCount[]> {
  const rows = await engine.rows<{ value: string; count: bigint }>(
    `select trim(t) as value, sum(n)::bigint as count from ${table} where ${where} and trim(t) <> '' and fold_text(t) <> fold_text(${quoted(header)})
     group by 1 order by count desc, value limit 20`,
  )
  return rows.map(({ value, count }) => ({ value, count: Number(count) }))
}

/** Whether a cell is one of the values that mean that it happened; a number is equal to it however it is written. */
export function isEvent(cell: string, values: readonly (string | number)[]): string {
  const numbers = values.filter((value) => typeof value === 'number')
  const told = isOneOf(cell, values.map(String))
  return numbers.length === 0
    ? told
    : `(${told} or coalesce(try_cast(${cell} as double) in (${numbers.join(', ')}), false))`
}
