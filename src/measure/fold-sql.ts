import { STILL_OPEN } from './lexis.ts'
import { NOT_ENDED } from './outcomes.ts'
import { AFTER_AS_OF } from './waits-of-columns.ts'

/**
 * The fold as SQL text, for the engines that hold the cases: DuckDB for files, PostgreSQL for our own. Whole numbers
 * only, so that both give the same rows to the bit; what they give is finished by waits-of-columns.ts. Rows come in any
 * order. Every string here is SQL written by the house, never by whoever reads it.
 */
export type Dialect = 'duckdb' | 'postgresql'

/** Where cells or cases stand: expressions over one relation (a table, or a query in brackets). */
type Relation = {
  readonly relation: string
  readonly stratum: string
  /** Days are day numbers (day-number.ts). */
  readonly openedDay: string
  /** Null or STILL_OPEN while the case waits. */
  readonly closedDay: string
  /** Codes of outcomes.ts; not read while the case waits. */
  readonly outcome: string
  /** Cases a row stands for; 1 when absent. */
  readonly count?: string
  /** Which rows are read; all when absent. */
  readonly where?: string
}

/** Rows (stratum, opened, closed, outcome, known_from, n): the cells of a Lexis table. */
export function lexisSql(from: Relation & { readonly knownFrom: string }): string {
  const isOpen = `(${from.closedDay}) is null or (${from.closedDay}) = ${STILL_OPEN}`
  return `select cast(stratum as integer) as stratum, cast(opened as integer) as opened, cast(closed as integer) as closed,
  cast(outcome as integer) as outcome, cast(known_from as integer) as known_from, ${summed(from)} as n
from (select ${from.stratum} as stratum, ${from.openedDay} as opened,
  case when ${isOpen} then ${STILL_OPEN} else ${from.closedDay} end as closed,
  case when ${isOpen} then ${NOT_ENDED} else ${from.outcome} end as outcome,
  ${from.knownFrom} as known_from${counted(from)} ${source(from)}) as told
group by stratum, opened, closed, outcome, known_from${from.count ? '\nhaving sum(count) <> 0' : ''}`
}

/** Until when the cases are read: the end of a day, or an instant. */
export type AsOf = {
  readonly precision: 'day' | 'instant'
  /** The civil day, in the time zone of the source. */
  readonly day: number
  /** Microseconds of UTC: the instant, or the one at which that day ends there. Elapsed days need it, and an instant. */
  readonly us?: number
}

/** Cases, or cells of them. */
export type CaseRelation = Relation & {
  /** Microseconds of UTC, for elapsed days and for an as-of that is an instant. A bare date is its midnight. */
  readonly openedUs?: string
  readonly closedUs?: string
  /** Whether only the date was told: elapsed days between two dates are then those of the calendar. */
  readonly openedIsDate?: string
  readonly closedIsDate?: string
  /** Seen from this day on only (left truncation); null: from the start. The instant for elapsed days. */
  readonly entryDay?: string
  readonly entryUs?: string
}

export type WaitsReading = {
  readonly asOf: AsOf
  /** Civil: difference of dates. Elapsed: whole spans of 86,400 s. */
  readonly days: 'civil' | 'elapsed'
  /** Days whose closings are not believed: the case is seen waiting until then, and no further. */
  readonly doubted?: readonly number[]
}

/**
 * Rows (stratum, days, outcome, entry, n), ready for `waitsOfColumns`: outcome 0 waits still at the as-of; entry 0 is
 * seen from the start; days AFTER_AS_OF counts the cases opened after the as-of, which are no waits.
 */
export function waitsSql(dialect: Dialect, from: CaseRelation, reading: WaitsReading): string {
  const { kept, closed, days, entry } = readingOf(dialect, from, reading)
  const doubted = reading.doubted?.map(whole).join(', ')
  const believed = doubted ? `${closed} and (${from.closedDay}) not in (${doubted})` : closed
  return `select cast(stratum as integer) as stratum, cast(days as integer) as days, cast(outcome as integer) as outcome,
  cast(entry as integer) as entry, ${summed(from)} as n
from (select ${from.stratum} as stratum, case when ${kept} then ${days} else ${AFTER_AS_OF} end as days,
  case when ${kept} and ${believed} then ${from.outcome} else ${NOT_ENDED} end as outcome,
  ${entry === '0' ? '0' : `case when ${kept} then ${entry} else 0 end`} as entry${counted(from)} ${source(from)}) as waits
group by stratum, days, outcome, entry${from.count ? '\nhaving sum(count) <> 0' : ''}`
}

/**
 * Rows (stratum, n, whole_days, rest_us, low_us, high_us): lengths of the closed cases of `waitsSql`, unrounded, for
 * `closedLengths`. Their sum is whole days and the rest of each, since neither sum then passes 64 bits; low and high
 * are the two middle lengths (one and the same when n is odd). `tie` is that of the waits: whoever was never at risk
 * is not counted here either.
 */
export function closedLengthsSql(
  dialect: Dialect,
  from: CaseRelation,
  reading: WaitsReading,
  tie: 0 | 0.5,
): string {
  if (from.count !== undefined) throw new RangeError('lengths are those of cases, not of cells')
  const { kept, closed, days, entry } = readingOf(dialect, from, reading)
  const length = bothDates(
    from.closedIsDate ?? (from.openedUs ? undefined : 'true'),
    from.openedUs ? from.openedIsDate : 'true',
    `((${from.closedDay}) - (${from.openedDay})) * cast(${DAY_US} as bigint)`,
    `(${from.closedUs}) - (${from.openedUs})`,
  )
  const seen = `${days} ${tie === 0 ? '>' : '>='} ${entry}`
  const middle = (of: string) =>
    dialect === 'duckdb' ? `quantile_disc(${of}, 0.5)` : `percentile_disc(0.5) within group (order by ${of})`
  return `select cast(stratum as integer) as stratum, count(*) as n,
  cast(sum(${quotient(dialect, 'length')}) as bigint) as whole_days, cast(sum(length % ${DAY_US}) as bigint) as rest_us,
  ${middle('length')} as low_us, -(${middle('-length')}) as high_us
from (select ${from.stratum} as stratum, greatest(0, cast(${length} as bigint)) as length
  from ${from.relation} as given where ${[from.where ?? 'true', kept, closed, seen].map((all) => `(${all})`).join(' and ')}) as closed
group by stratum`
}

const DAY_US = 86_400_000_000

/** Expressions of one reading: is the case counted, is it closed by then, how long is its wait, from when is it seen. */
function readingOf(dialect: Dialect, from: CaseRelation, { asOf, days }: WaitsReading) {
  const isInstant = asOf.precision === 'instant'
  const limit = whole(isInstant ? (asOf.us ?? Number.NaN) : asOf.day)
  const kept = `(${isInstant ? needed(from.openedUs) : from.openedDay}) <= ${limit}`
  const closed = `(${isInstant ? needed(from.closedUs) : from.closedDay}) <= ${limit}`
  const spans = days === 'civil' ? civilSpans(from, asOf) : elapsedSpans(dialect, from, asOf)
  return {
    kept,
    closed,
    days: `(case when ${closed} then ${spans.closed} else ${spans.open} end)`,
    entry: spans.entry ? `greatest(0, coalesce(${spans.entry}, 0))` : '0',
  }
}

type Spans = { readonly closed: string; readonly open: string; readonly entry: string | undefined }

function civilSpans(from: CaseRelation, asOf: AsOf): Spans {
  const since = (until: string) => `(${until}) - (${from.openedDay})`
  return {
    closed: since(from.closedDay),
    open: since(whole(asOf.day)),
    entry: from.entryDay && since(from.entryDay),
  }
}

function elapsedSpans(dialect: Dialect, from: CaseRelation, asOf: AsOf): Spans {
  const opened = needed(from.openedUs)
  const us = (until: string) => quotient(dialect, `greatest(0, (${until}) - (${opened}))`)
  const day = (until: string) => `(${until}) - (${from.openedDay})`
  const asOfIsDate = asOf.precision === 'day' ? 'true' : undefined
  const nextDay = whole(asOf.day + 1)
  const end = us(whole(asOf.us ?? Number.NaN))
  const closed = us(needed(from.closedUs))
  return {
    closed: bothDates(from.closedIsDate, from.openedIsDate, day(from.closedDay), closed),
    open: bothDates(asOfIsDate, from.openedIsDate, day(nextDay), end),
    entry:
      from.entryUs && bothDates('true', from.openedIsDate, day(from.entryDay ?? 'null'), us(from.entryUs)),
  }
}

/** One expression where both ends are bare dates, another elsewhere; undefined is «never a date». */
function bothDates(
  one: string | undefined,
  other: string | undefined,
  dates: string,
  instants: string,
): string {
  if (one === undefined || other === undefined) return instants
  return one === 'true' && other === 'true'
    ? dates
    : `case when (${one}) and (${other}) then ${dates} else ${instants} end`
}

/** Whole days of a length in microseconds, never negative. */
const quotient = (dialect: Dialect, length: string): string =>
  `((${length}) ${dialect === 'duckdb' ? '//' : '/'} ${DAY_US})`

const summed = ({ count }: Relation): string => (count ? 'cast(sum(count) as bigint)' : 'count(*)')
const counted = ({ count }: Relation): string => (count ? `, ${count} as count` : '')
const source = ({ relation, where }: Relation): string =>
  `from ${relation} as given${where ? ` where ${where}` : ''}`

function needed(column: string | undefined): string {
  if (column === undefined) throw new RangeError('instants are asked of cases that have days only')
  return column
}

/** A number as SQL says it; throws on what is no whole number. */
function whole(number: number): string {
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a whole number: ${number}`)
  return String(number)
}
