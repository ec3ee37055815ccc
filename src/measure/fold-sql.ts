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
  /** Only the date was told: elapsed days between two dates are those of the calendar. */
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
  const late = lateOf(entry, kept)
  const doubted = reading.doubted?.map(whole).join(', ')
  const believed = doubted ? `${closed} and (${from.closedDay}) not in (${doubted})` : closed
  return `select cast(stratum as integer) as stratum, cast(days as integer) as days, cast(outcome as integer) as outcome,
  cast(${late.told} as integer) as entry, ${summed(from)} as n
from (select ${from.stratum} as stratum, case when ${kept} then ${days} else ${AFTER_AS_OF} end as days,
  cast(case when ${kept} and ${believed} then ${from.outcome} else ${NOT_ENDED} end as ${tiny(dialect)}) as outcome${late.column}${counted(from)} ${source(from)}) as waits
group by stratum, days, outcome${late.key}${from.count ? '\nhaving sum(count) <> 0' : ''}`
}

/** Entries are one more column to group by, where there are any. */
const lateOf = (entry: string, kept: string) =>
  entry === '0'
    ? { told: '0', column: '', key: '' }
    : { told: 'entry', column: `, case when ${kept} then ${entry} else 0 end as entry`, key: ', entry' }

export const DAY_US = 86_400_000_000

/** Expressions of one reading: is the case counted, is it closed by then, how long is its wait, from when is it seen. */
export function readingOf(dialect: Dialect, from: CaseRelation, { asOf, days }: WaitsReading) {
  const isInstant = asOf.precision === 'instant'
  const limit = whole(isInstant ? (asOf.us ?? Number.NaN) : asOf.day)
  const kept = `(${isInstant ? needed(from.openedUs) : from.openedDay}) <= ${limit}`
  const closed = `(${isInstant ? needed(from.closedUs) : from.closedDay}) <= ${limit}`
  const spans = days === 'civil' ? civilSpans(from, asOf) : elapsedSpans(dialect, from, asOf)
  return {
    kept,
    closed,
    days: spans.until ?? `(case when ${closed} then ${spans.closed} else ${spans.open} end)`,
    entry: spans.entry ? `greatest(0, coalesce(${spans.entry}, 0))` : '0',
  }
}

type Spans = Record<'closed' | 'open', string> & {
  readonly entry: string | undefined
  readonly until?: string // both in one, where it can be: quicker
}

function civilSpans(from: CaseRelation, asOf: AsOf): Spans {
  const since = (until: string) => `(${until}) - (${from.openedDay})`
  return {
    closed: since(from.closedDay),
    open: since(whole(asOf.day)),
    entry: from.entryDay && since(from.entryDay),
    ...(asOf.precision === 'day' && { until: since(`least(${from.closedDay}, ${whole(asOf.day)})`) }),
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
export function bothDates(
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
export const quotient = (dialect: Dialect, length: string): string =>
  `((${length}) ${dialect === 'duckdb' ? '//' : '/'} ${DAY_US})`

const summed = ({ count }: Relation): string => (count ? 'cast(sum(count) as bigint)' : 'count(*)')
const tiny = (dialect: Dialect): string => (dialect === 'duckdb' ? 'tinyint' : 'smallint')
const counted = ({ count }: Relation): string => (count ? `, ${count} as count` : '')
const source = ({ relation, where }: Relation): string =>
  `from ${relation} as given${where ? ` where ${where}` : ''}`

function needed(column: string | undefined): string {
  if (column !== undefined) return column
  throw new RangeError('instants are asked of cases that have days only')
}

/** As SQL says it. */
function whole(number: number): string {
  if (!Number.isSafeInteger(number)) throw new RangeError(`not a whole number: ${number}`)
  return String(number)
}
