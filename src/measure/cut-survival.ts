import { boundsOf, type IntervalKind } from './interval.ts'
import { OUTCOMES } from './outcomes.ts'
import { ON_IT } from './quantile.ts'
import { type BoundColumns, curveOf, type SurvivalCurve } from './survival.ts'
import { leavers, type TallyBins } from './tally.ts'

/** The waits of a stratum of which only counts by stretches are left: nobody knows when, in a stretch, who left. */
export type CutWaits = {
  readonly n: number
  readonly bins: TallyBins
  /** Are waits whole days: a stretch of one day then holds a single moment, and nothing is unknown of it. */
  readonly wholeDays: boolean
}

/**
 * The share still waiting at each end, surely between `low` and `high`, whatever happened inside the stretches; `likely`
 * is the estimate of a life table. Their `atRisk` are the numbers each of them divides by; the true ones, when each
 * stretch begins, are in `atRisk`.
 */
export type CutCurve = {
  readonly n: number
  readonly time: readonly number[]
  readonly atRisk: readonly number[]
  readonly ended: readonly number[]
  readonly censored: readonly number[]
  readonly entered: readonly number[] | null
  readonly low: SurvivalCurve
  readonly likely: SurvivalCurve
  readonly high: SurvivalCurve
  /** How many of those at risk when a stretch begins, or sure to come, are surely so until they end. */
  readonly kept: readonly number[]
  /** Did somebody end after the last end. */
  readonly endsBeyond: boolean
  /** Until when somebody was surely still followed. */
  readonly seenUntil: number
}

/**
 * Of r at risk when a stretch begins, d ended, c were not seen any longer and e were first seen: at the lowest, those c
 * went first and those e came last, 1 − d/(r − c); at the highest, the other way round, 1 − d/(r + e). The
 * Kaplan–Meier curve of the cases is between the products of the two, and on them where nobody was lost or late.
 * Between them the life table takes half of both: 1 − d/(r − c/2 + e/2). Source: Berkson and Gage 1950; Greenwood 1926.
 */
export function cutCurveOf(waits: CutWaits): CutCurve {
  const { n, bins } = waits
  const time = bins.end.filter((end) => end !== null)
  const take = (column: readonly number[]) => time.map((_, row) => column[row] ?? 0)
  const ended = bins.end.map((_, row) => leavers(bins, row) - (bins.censored[row] ?? 0))
  const numbers = time.map((_, row) => atRiskOf(waits, row, ended[row] ?? 0))
  const curve = (of: 'low' | 'likely' | 'high') =>
    curveOn(
      waits,
      ended,
      Float64Array.from(numbers, (one) => one[of]),
    )
  return {
    n,
    time,
    atRisk: take(bins.atRisk),
    ended: take(ended),
    censored: take(bins.censored),
    entered: bins.entered && take(bins.entered),
    low: curve('low'),
    likely: curve('likely'),
    high: curve('high'),
    kept: numbers.map(({ kept }) => kept),
    endsBeyond: bins.end.includes(null) && (ended.at(-1) ?? 0) > 0,
    seenUntil: seenUntil(bins),
  }
}

/** The curve of all the stretches that have an end, had so many been at risk in each. */
function curveOn({ n, bins }: CutWaits, ended: readonly number[], atRisk: Float64Array): SurvivalCurve {
  const take = (column: readonly number[] = []) => Float64Array.from(atRisk, (_, row) => column[row] ?? 0)
  return curveOf({
    n,
    time: Float64Array.from(atRisk, (_, row) => bins.end[row] ?? 0),
    ended: take(ended),
    byCause: OUTCOMES.map((name) => take(bins.ended[name])),
    censored: take(bins.censored),
    entries: null,
    atRisk,
    entered: null,
  })
}

/** Whoever leaves in the last stretch in which anybody leaves was followed until it began. */
const seenUntil = (bins: TallyBins): number =>
  bins.end[bins.end.findLastIndex((_, row) => leavers(bins, row) > 0) - 1] ?? 0

/** What the ends of a stretch are divided by, at the least, at the likeliest and at the most. */
function atRiskOf({ bins, wholeDays }: CutWaits, row: number, d: number) {
  const [r, c, e] = [bins.atRisk[row] ?? 0, bins.censored[row] ?? 0, bins.entered?.[row] ?? 0]
  const high = r + e
  if (wholeDays && isOneDay(bins.end[row - 1] ?? 0, bins.end[row] ?? 0))
    return { low: high, likely: high, high, kept: high }
  const low = Math.max(d, r - c)
  return { low, likely: Math.max(d, r - c / 2 + e / 2), high, kept: e > 0 ? r - c : low }
}

const isOneDay = (from: number, until: number): boolean => until - from === 1 && Number.isInteger(from)

/**
 * Holds the interval of the true curve, as both widen with the error: the lower and upper limits of `low` and `high`
 * with the largest of their errors, that of `low`. Once `low` is at nothing it has none: the next largest is taken.
 */
export function cutBounds(
  { low, likely, high, time }: CutCurve,
  kind: IntervalKind = 'log-log',
): BoundColumns {
  const [lower, upper] = [new Float64Array(time.length), new Float64Array(time.length)]
  for (let row = 0; row < time.length; row++) {
    const [least = 0, most = 0] = [low.survival[row], high.survival[row]]
    const errors = [low, likely, high].map(({ seLog }) => seLog[row] ?? 0)
    const error = errors.find((one) => Number.isFinite(one)) ?? 0
    const [ofLeast, ofMost] = [boundsOf(least, error, kind), boundsOf(most, error, kind)]
    upper[row] = ofMost.upper ?? Number.NaN
    const floor = Math.min(ofLeast.lower ?? 1, ofMost.lower ?? 1)
    lower[row] = ofMost.lower === null ? Number.NaN : least === 0 ? 0 : floor
  }
  return { lower, upper }
}

/** Not one day, but two ends that surely hold it, after the first and not after the second. */
export type CutQuantile = {
  readonly p: number
  /** The second is null where the curve may never come down so far. */
  readonly between: readonly [number, number | null]
  /** `not_reached` where it surely does not: the curve stays above, and nobody ends after the last end. */
  readonly reason: 'known_at_ends' | 'not_reached'
}

/** After how long a share p has ended. Throws RangeError on a p that is not between 0 and 1. */
export function cutQuantiles(curve: CutCurve, shares: readonly number[]): CutQuantile[] {
  const { low, high, time, endsBeyond } = curve
  return shares.map((p) => {
    if (!(p > 0 && p < 1)) throw new RangeError(`not a share between 0 and 1: ${p}`)
    // Exactly on p, a quantile is the middle of a step, which may end later: neither end is then sure.
    const under = low.survival.findIndex((share) => share <= 1 - p + ON_IT)
    const by = high.survival.findIndex((share) => share < 1 - p - ON_IT)
    const after = under === -1 ? time.at(-1) : time[under - 1]
    return {
      p,
      between: [after ?? 0, time[by] ?? null],
      reason: under === -1 && !endsBeyond ? 'not_reached' : 'known_at_ends',
    }
  })
}

/** The mean wait up to tau is between these two; null where nobody was surely followed so long. */
export function cutMean(
  { time, low, high, seenUntil }: CutCurve,
  tau: number,
): readonly [number, number] | null {
  if (!(tau > 0)) throw new RangeError(`a restricted mean needs a time above 0: ${tau}`)
  if (tau > seenUntil) return null
  let [least, most] = [0, 0]
  time.forEach((end, row) => {
    const days = Math.max(0, Math.min(end, tau) - (time[row - 1] ?? 0))
    least += days * (low.survival[row] ?? 0)
    most += days * (row === 0 ? 1 : (high.survival[row - 1] ?? 0))
  })
  return [least, most]
}
