import {
  bothDates,
  type CaseRelation,
  DAY_US,
  type Dialect,
  quotient,
  readingOf,
  type WaitsReading,
} from './fold-sql.ts'

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
