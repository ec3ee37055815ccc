import { type BoundColumns, boundColumns, type SurvivalCurve } from './survival.ts'

/** A time in the unit of the curve, or the honest answer when too few have ended for the curve to come down so far. */
export type QuantileTime = number | 'not_reached'

/** After how long a share `p` has ended, and between what times with the confidence of the interval. */
export type Quantile = {
  readonly p: number
  readonly value: QuantileTime
  readonly lower: QuantileTime
  readonly upper: QuantileTime
}

/**
 * The quantiles of waits at each p, 0 < p < 1 (0.5: the median wait). On a step exactly at p, the middle of the step;
 * the interval is that of the curve, read sideways. Throws RangeError on another p.
 * Source: Brookmeyer and Crowley 1982; R's `quantile.survfit`.
 */
export function quantilesOf(
  { time, survival }: SurvivalCurve,
  shares: readonly number[],
  { lower, upper }: BoundColumns,
): Quantile[] {
  return shares.map((p) => {
    if (!(p > 0 && p < 1)) throw new RangeError(`not a share between 0 and 1: ${p}`)
    return {
      p,
      value: crossing(time, survival, p),
      lower: crossing(time, lower, p),
      upper: crossing(time, upper, p),
    }
  })
}

/** The median wait with its log-log interval at 0.95. */
export const medianOf = (curve: SurvivalCurve): Quantile | undefined =>
  quantilesOf(curve, [0.5], boundColumns(curve))[0]

/** Shares closer than this to p are on it: the tolerance of R, the square root of the precision of a double. */
export const ON_IT = Math.sqrt(Number.EPSILON)

/**
 * Where a falling line of shares reaches 1 − p. A bound may climb a little at its end (the plain interval does): as in
 * R, the smallest fall that is enough decides, not the first in time.
 */
function crossing(time: Float64Array, shares: Float64Array, p: number): QuantileTime {
  const reached = smallestFall(shares, p - ON_IT)
  if (reached === -1) return 'not_reached'
  const at = time[reached] ?? 0
  if (Math.abs(p - (1 - (shares.at(-1) ?? 1))) < ON_IT) return (at + (time.at(-1) ?? 0)) / 2
  const passed = smallestFall(shares, p + ON_IT)
  return passed === -1 ? 'not_reached' : (at + (time[passed] ?? 0)) / 2
}

/** The first row of the smallest fall that is at least this one; -1 without any. What is NaN falls nowhere. */
function smallestFall(shares: Float64Array, least: number): number {
  let [best, found] = [Infinity, -1]
  for (let row = 0; row < shares.length; row++) {
    const fall = 1 - (shares[row] ?? Number.NaN)
    if (fall >= least && fall < best) {
      best = fall
      found = row
    }
  }
  return found
}
