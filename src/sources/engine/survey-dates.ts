/** Counts of what a column of dates holds, for each way of reading it. */
import { DATE_ORDERS, type DateCounts, type DateOrder, type DatePrecision } from '../domain/date-formats.ts'
import type { ValueCount } from '../domain/extracted-cases.ts'
import { DAYS_FOR_NOTHING, WORDS_FOR_NOTHING } from '../domain/words-for-nothing.ts'
import type { Engine } from './duck.ts'
import { isOneOf, isZoned } from './extract-sql.ts'
import { type DateSlot, gatherCells } from './gather-cells.ts'

export type SurveyedDates = {
  readonly slot: DateSlot
  readonly header: string
  /** Its place in `raw`. */
  readonly column: string
  /** SQL of the tidied cell: of `cells_<slot>` when texts come back often (`isFew`), else of `raw`. */
  readonly cell: string
  readonly isFew: boolean
  readonly counts: DateCounts
  readonly precision: DatePrecision
  /** Hours are told, and not always midnight. */
  readonly hasHours: boolean
  readonly onlyMidnights: boolean
  /** Which hours are told with their distance to UTC. */
  readonly zoned: 'none' | 'some' | 'all'
  /** Longest cell: up to 10 characters the beginning is the whole. */
  readonly longest: number
  readonly nothings: readonly ValueCount[]
}

/**
 * Makes `cells_<slot>`, and table `heads_<slot>`: the beginnings of the cells (ten characters hold the day), how often they come, and the
 * day that each order reads there. Beginnings are few where cells are many, so that nothing below costs much.
 */
export async function surveyDates(
  engine: Engine,
  slot: DateSlot,
  header: string,
  column: string,
): Promise<SurveyedDates> {
  const { cell, isFew } = await gatherCells(engine, slot, column)
  await countHeads(engine, slot)
  await engine.run(readHeadsSql(slot))
  const [row] = await engine.rows<CountRow>(countsSql(slot))
  if (!row) throw new Error('counts are one row')
  const read = Object.fromEntries(DATE_ORDERS.map((order) => [order, Number(row[order])]))
  const hours = Number(row.hours)
  const onlyMidnights = hours > 0 && hours === Number(row.midnights) && (await areMidnights(engine, slot))
  const zoned = Number(row.zoned)
  return {
    slot,
    header,
    column,
    cell,
    isFew,
    counts: { ...countsOf(row), read },
    precision: hours === 0 || onlyMidnights ? 'day' : zoned > 0 || row.seconds ? 'instant' : 'minute',
    hasHours: hours > 0 && !onlyMidnights,
    onlyMidnights,
    zoned: zoned === 0 ? 'none' : Number(row.all_zoned) === hours ? 'all' : 'some',
    longest: Number(row.longest ?? 0),
    nothings: await nothingsOf(engine, slot),
  }
}

type CountRow = { readonly [order in DateOrder]: bigint } & {
  readonly values: bigint
  readonly both_ways: bigint
  readonly two_ways: bigint
  readonly samples: { readonly items: readonly string[] } | null
  readonly two_samples: { readonly items: readonly string[] } | null
  readonly separator: string | null
  readonly hours: bigint
  readonly midnights: bigint
  readonly zoned: bigint
  readonly all_zoned: bigint
  readonly seconds: boolean | null
  readonly longest: bigint | null
}

const countsOf = (row: CountRow): Omit<DateCounts, 'read'> => ({
  values: Number(row.values),
  bothWays: Number(row.both_ways),
  twoWays: Number(row.two_ways),
  samples: row.samples?.items ?? [],
  twoWaysSamples: row.two_samples?.items ?? [],
  separator: row.separator ?? '',
})

/**
 * The first and the last of the cells of one day and one length tell whether their hours have a zone and are midnight:
 * a program writes all its hours in one way.
 */
async function countHeads(engine: Engine, slot: DateSlot): Promise<void> {
  const isZero = (cell: string): string => `trim(substr(${cell}, 11), ' T0:.') = ''`
  await engine.run(`create or replace table heads_${slot} as
    select head, len, n, ${isZoned('low')} or ${isZoned('high')} as zoned, ${isZoned('low')} and ${isZoned('high')} as all_zoned,
      len > 10 and ${isZero('low')} and ${isZero('high')} as zeros,
      regexp_matches(low || ' ' || high, ':[0-9]{2}:[0-9]{2}') as seconds
    from (select left(cell, 10) as head, length(cell) as len, sum(n) as n, min(cell) as low, max(cell) as high
      from cells_${slot} where cell is not null group by all)`)
}

const dashed = (shape: string, format: string): string =>
  `cast(case when regexp_full_match(dashed, '${shape}') then try_strptime(dashed, '${format}') end as date)`

const READ_AS: Readonly<Record<DateOrder, string>> = {
  ymd: dashed('[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}', '%Y-%m-%d'),
  dmy: dashed('[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}', '%d-%m-%Y'),
  mdy: dashed('[0-9]{1,2}-[0-9]{1,2}-[0-9]{4}', '%m-%d-%Y'),
  ymd8: dashed('[0-9]{8}', '%Y%m%d'),
  dmy8: dashed('[0-9]{8}', '%d%m%Y'),
  ymd2: dashed('[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}', '%y-%m-%d'),
  dmy2: dashed('[0-9]{1,2}-[0-9]{1,2}-[0-9]{2}', '%d-%m-%y'),
  mdy2: dashed('[0-9]{1,2}-[0-9]{1,2}-[0-9]{2}', '%m-%d-%y'),
  // 18000 is in 1949, 80000 in 2119; serials count from 30 December 1899 since Lotus held 1900 to be a leap year
  excel: `case when regexp_full_match(part, '[0-9]{5}([.,][0-9]+)?') and (len <= 10 or part like '%.%' or part like '%,%')
    and cast(left(part, 5) as integer) between 18000 and 80000 then date '1899-12-30' + cast(left(part, 5) as integer) end`,
}

/** A lone number is a serial with its hours as decimals; in other orders the hours stand after the day. */
const readHeadsSql = (slot: DateSlot): string => `create or replace table heads_${slot} as
  with parts as materialized (
    select *, regexp_extract(head, '^[0-9]+(?:[-/.,][0-9]+)*') as part,
      (not regexp_matches(head, '[\\p{L}\\p{N}]') and len <= 10) or ${isOneOf('fold_text(head)', WORDS_FOR_NOTHING)} as says_nothing
    from heads_${slot}),
  read as materialized (
    select *, translate(part, '/.,', '---') as dashed from parts),
  dated as materialized (
    select *, ${DATE_ORDERS.map((order) => `${READ_AS[order]} as on_${order}`).join(', ')} from read),
  days as materialized (
    select *, ${DATE_ORDERS.map((order) => `readable_day(on_${order}) as ${order}`).join(', ')} from dated)
  select head, len, zoned, all_zoned, zeros, seconds, n, part, ${DATE_ORDERS.join(', ')},
    says_nothing or regexp_full_match(part, '0+([-/.]0+)*') and length(part) = least(len, 10)
      or coalesce(${isOneOf("cast(date '1970-01-01' + coalesce(ymd, dmy, excel) as varchar)", DAYS_FOR_NOTHING)}, false)
      as missing,
    case when part similar to '[0-9]{5}[.,][0-9]+' then 5 else length(part) end as day_length,
    regexp_extract(part, '[-/.]') as separator
  from days`

const countsSql = (slot: DateSlot): string => `select
  coalesce(sum(n), 0) as values,
  ${DATE_ORDERS.map((order) => `coalesce(sum(n) filter (${order} is not null), 0) as ${order}`).join(',\n  ')},
  coalesce(sum(n) filter (dmy is not null and mdy is not null), 0) as both_ways,
  coalesce(sum(n) filter (dmy <> mdy), 0) as two_ways,
  (list(distinct part order by part) filter (part <> ''))[:2] as samples,
  (list(distinct part order by part) filter (dmy <> mdy))[:2] as two_samples,
  (select separator from heads_${slot} where not missing and separator <> ''
    group by separator order by sum(n) desc, separator limit 1) as separator,
  coalesce(sum(n) filter (len > day_length and part <> ''), 0) as hours,
  coalesce(sum(n) filter (len > day_length and part <> '' and zeros and day_length = 10), 0) as midnights,
  coalesce(sum(n) filter (zoned and part <> ''), 0) as zoned,
  coalesce(sum(n) filter (all_zoned and part <> ''), 0) as all_zoned,
  bool_or(seconds and part <> '') as seconds,
  (select max(len) from heads_${slot}) as longest
from heads_${slot} where not missing`

/** Asked of every cell, where the first and the last of each day say so. */
async function areMidnights(engine: Engine, slot: DateSlot): Promise<boolean> {
  const [row] = await engine.rows<{ all_zeros: boolean | null }>(
    `select bool_and(trim(substr(cell, 11), ' T0:.') = '') as all_zeros from cells_${slot} where length(cell) > 10
     and left(cell, 1) between '0' and '9'`,
  )
  return row?.all_zeros === true
}

async function nothingsOf(engine: Engine, slot: DateSlot): Promise<ValueCount[]> {
  const rows = await engine.rows<{ value: string; count: bigint }>(
    `select head as value, sum(n)::bigint as count from heads_${slot} where missing group by head order by count desc, head limit 10`,
  )
  return rows.map(({ value, count }) => ({ value, count: Number(count) }))
}
