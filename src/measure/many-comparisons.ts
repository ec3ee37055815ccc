import { normalQuantile } from './distributions.ts'

/**
 * Each p-value as it counts among all those looked at (Benjamini and Hochberg 1995): keeping those below q, a part q of
 * what is kept is chance. In the order given.
 */
export function adjustedForMany(p: readonly number[]): number[] {
  const order = p.map((_, at) => at).toSorted((a, b) => (p[b] ?? 0) - (p[a] ?? 0))
  const adjusted = p.map(() => 1)
  let least = 1
  order.forEach((at, fromLast) => {
    least = Math.min(least, ((p[at] ?? 1) * p.length) / (p.length - fromLast))
    adjusted[at] = least
  })
  return adjusted
}

/** A landlord, a place: its share of something and the standard error of that share. */
export type FunnelPoint = { readonly share: number; readonly se: number }

export type FunnelPlace = {
  /** The number of cases, none of them censored, that would know the share as well: where it stands on the axis. */
  readonly size: number
  /** Where shares of that size fall by chance around the target: 95 and 99.8 times in 100. Cut to 0 and 1. */
  readonly usual: readonly [number, number]
  readonly almostAll: readonly [number, number]
  readonly stands: 'within' | 'outside_usual' | 'outside_almost_all'
}

/**
 * A funnel around a target share: differences that small numbers explain stay inside. Undefined where the share has no
 * error, as with nobody or everybody. Throws RangeError when the target is not between 0 and 1. Source: Spiegelhalter 2005.
 */
export function funnelPlace({ share, se }: FunnelPoint, target: number): FunnelPlace | undefined {
  if (!(target > 0 && target < 1)) throw new RangeError(`not a share between 0 and 1: ${target}`)
  if (!(se > 0) || share <= 0 || share >= 1) return undefined
  const size = (share * (1 - share)) / (se * se)
  const [usual, almostAll] = [limits(target, size, 0.95), limits(target, size, 0.998)]
  const outside = ([low, high]: readonly [number, number]) => share < low || share > high
  const stands = outside(almostAll) ? 'outside_almost_all' : outside(usual) ? 'outside_usual' : 'within'
  return { size, usual, almostAll, stands }
}

function limits(target: number, size: number, level: number): [number, number] {
  const margin = normalQuantile(1 - (1 - level) / 2) * Math.sqrt((target * (1 - target)) / size)
  return [Math.max(0, target - margin), Math.min(1, target + margin)]
}
