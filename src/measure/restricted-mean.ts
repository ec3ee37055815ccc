import { accept, refuse, type Result } from '../kernel/result.ts'
import { normalQuantile, normalTails } from './distributions.ts'
import type { SurvivalCurve } from './survival.ts'

/** The mean wait counted up to a declared time τ («sur les 90 premiers jours»), in the unit of the curve. */
export type RestrictedMean = { readonly tau: number; readonly value: number; readonly se: number }

/** Nothing is known after the last time of the curve, and nothing is invented. */
export type BeyondLastTime = { readonly because: 'beyond_last_time'; readonly lastTime: number }

/**
 * The area under the curve from 0 to τ and its standard error. Source: Klein and Moeschberger 4.5; R's `survfit` with
 * `rmean`, but for τ after the last time, where R draws the last share on and this refuses. Throws when τ is not
 * above 0.
 */
export function restrictedMean(curve: SurvivalCurve, tau: number): Result<RestrictedMean, BeyondLastTime> {
  if (!(tau > 0)) throw new RangeError(`a restricted mean needs a time above 0: ${tau}`)
  const lastTime = curve.time.at(-1) ?? 0
  if (tau > lastTime + 1e-9) return refuse({ because: 'beyond_last_time', lastTime })
  return accept(areaUntil(curve, tau))
}

/** From the last time back: the area that remains weighs the uncertainty of each end. */
function areaUntil({ time, survival, atRisk, ended }: SurvivalCurve, tau: number): RestrictedMean {
  let [area, variance, until] = [0, 0, tau]
  for (let row = time.length - 1; row >= 0; row--) {
    const at = time[row] ?? 0
    if (at >= tau) continue
    area += (until - at) * (survival[row] ?? 0)
    until = at
    const [n, d] = [atRisk[row] ?? 0, ended[row] ?? 0]
    if (d > 0 && area > 0) variance += (area * area * d) / (n * (n - d))
  }
  return { tau, value: area + until, se: Math.sqrt(variance) }
}

/** The difference of two restricted means, its interval, and how often chance alone would give as much. */
export type MeanDifference = RestrictedMean & {
  readonly lower: number
  readonly upper: number
  readonly p: number
}

/** First minus second, at one τ, of two groups that share no case. Throws RangeError when they stop at different τ. */
export function differenceOfMeans(
  first: RestrictedMean,
  second: RestrictedMean,
  level = 0.95,
): MeanDifference {
  if (first.tau !== second.tau) throw new RangeError('two means are compared at one declared time')
  const value = first.value - second.value
  const se = Math.hypot(first.se, second.se)
  const margin = normalQuantile(1 - (1 - level) / 2) * se
  const p = se === 0 ? Number(value === 0) : normalTails(value / se)
  return { tau: first.tau, value, se, lower: value - margin, upper: value + margin, p }
}
