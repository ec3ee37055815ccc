import type { IntervalKind } from './interval.ts'
import { intervalsOf, type SurvivalCurve } from './survival.ts'

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
  curve: SurvivalCurve,
  shares: readonly number[],
  kind: IntervalKind = 'log-log',
  level = 0.95,
): Quantile[] {
  const bounds = intervalsOf(curve, kind, level)
  const [survival, lower, upper] = [
    [...curve.survival],
    bounds.map((both) => both.lower),
    bounds.map((both) => both.upper),
  ]
  return shares.map((p) => {
    if (!(p > 0 && p < 1)) throw new RangeError(`not a share between 0 and 1: ${p}`)
    const at = (line: readonly (number | null)[]) => crossing(curve.time, line, p)
    return { p, value: at(survival), lower: at(lower), upper: at(upper) }
  })
}

/** Shares closer than this to p are on it: the tolerance of R, the square root of the precision of a double. */
const ON_IT = Math.sqrt(Number.EPSILON)

/**
 * Where a falling line of shares reaches 1 − p. A bound may climb a little at its end (the plain interval does): as in
 * R, the smallest fall that is enough decides, not the first in time.
 */
function crossing(time: Float64Array, shares: readonly (number | null)[], p: number): QuantileTime {
  const reached = smallestFall(shares, p - ON_IT)
  if (reached === -1) return 'not_reached'
  const at = time[reached] ?? 0
  const last = shares.at(-1)
  if (typeof last === 'number' && Math.abs(p - (1 - last)) < ON_IT) return (at + (time.at(-1) ?? 0)) / 2
  const passed = smallestFall(shares, p + ON_IT)
  return passed === -1 ? 'not_reached' : (at + (time[passed] ?? 0)) / 2
}

/** The first row of the smallest fall that is at least this one; -1 without any. */
function smallestFall(shares: readonly (number | null)[], least: number): number {
  let [best, row] = [Infinity, -1]
  shares.forEach((share, at) => {
    if (share === null || 1 - share < least || 1 - share >= best) return
    best = 1 - share
    row = at
  })
  return row
}
