import { indexAt } from './exits.ts'
import type { SurvivalCurve } from './survival.ts'

/** One category of a landlord's cases: the weight it has in the mix all are compared on, and its curve if it has one. */
export type Part = { readonly weight: number; readonly curve: SurvivalCurve | null }

/** The share still waiting had the mix been the common one. `covered`: the weight of the categories that are there. */
export type Standardised = {
  readonly covered: number
  readonly points: readonly {
    readonly time: number
    readonly share: number | null
    readonly se: number | null
  }[]
}

/**
 * Direct standardisation: a landlord with many lifts is not compared with one that has none. Categories it does not
 * have are left out, the other weights grow in proportion, and `covered` says by how much; a time that a category does
 * not reach gives null. Throws RangeError when weights are negative or all 0. Source: Keiding and Clayton 2014.
 */
export function standardise(parts: readonly Part[], times: readonly number[]): Standardised {
  const total = parts.reduce((sum, { weight }) => sum + weight, 0)
  if (!(total > 0) || parts.some(({ weight }) => weight < 0))
    throw new RangeError('weights are counts, not all 0')
  const there = parts.flatMap(({ weight, curve }) =>
    curve && curve.n > 0 && weight > 0 ? [{ weight, curve }] : [],
  )
  const known = there.reduce((sum, { weight }) => sum + weight, 0)
  const points = times.map((time) => {
    const each = there.map(({ weight, curve }) => ({ weight: weight / known, ...shareAt(curve, time) }))
    if (each.length === 0 || each.some(({ share }) => share === null)) return { time, share: null, se: null }
    const share = each.reduce((sum, part) => sum + part.weight * (part.share ?? 0), 0)
    return { time, share, se: Math.hypot(...each.map((part) => part.weight * part.se)) }
  })
  return { covered: known / total, points }
}

/** The share still waiting at a time, and its error; null after the last time, but where nobody was left. */
export function shareAt(curve: SurvivalCurve, time: number): { share: number | null; se: number } {
  const row = indexAt(curve.time, time)
  if (row === -1) return { share: 1, se: 0 }
  const share = curve.survival[row] ?? 0
  if (share === 0) return { share, se: 0 }
  const beyond = time > (curve.time.at(-1) ?? 0) + 1e-9
  return { share: beyond ? null : share, se: share * (curve.seLog[row] ?? 0) }
}
