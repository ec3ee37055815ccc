import { type Incidence, incidencesOn } from './competing.ts'
import type { CutCurve, CutWaits } from './cut-survival.ts'
import { OUTCOMES, type Outcome } from './outcomes.ts'

/** The share that has ended so at each end: the estimate of a life table, and what it is surely between. */
export type CutIncidence = Incidence & { readonly low: Float64Array; readonly high: Float64Array }

/**
 * Of the outcomes that are told by themselves only: those that are not stand in «other». The k-th end of a stretch takes
 * away the share still waiting, divided by who is at risk: the most when many waited until then and many were lost, the
 * least the other way round. Those that ended so are taken to be the last, where the two are furthest apart.
 */
export function cutIncidences({ bins }: CutWaits, curve: CutCurve): Partial<Record<Outcome, CutIncidence>> {
  const { causes } = incidencesOn(curve.likely)
  const told = OUTCOMES.flatMap((outcome, k) => {
    const [column, likely] = [bins.ended[outcome], causes[k]]
    return column && likely ? [[outcome, { ...likely, ...incidenceBounds(curve, column) }] as const] : []
  })
  return Object.fromEntries(told)
}

function incidenceBounds(curve: CutCurve, column: readonly number[]): Pick<CutIncidence, 'low' | 'high'> {
  const size = curve.time.length
  const [low, high] = [new Float64Array(size), new Float64Array(size)]
  let [least, most] = [0, 0]
  for (let row = 0; row < size; row++) {
    const [fewest, largest] = jumps(curve, row, column[row] ?? 0)
    least += fewest
    most += largest
    low[row] = least
    high[row] = Math.min(most, 1 - (curve.low.survival[row] ?? 0))
  }
  return { low, high }
}

/** By how much, at least and at most, these ends of one stretch raise their share. */
function jumps(curve: CutCurve, row: number, count: number): readonly [number, number] {
  const before = (shares: Float64Array) => (row === 0 ? 1 : (shares[row - 1] ?? 0))
  const [startLow, startHigh] = [before(curve.low.survival), before(curve.high.survival)]
  const [d, all, kept] = [curve.ended[row] ?? 0, curve.high.atRisk[row] ?? 0, curve.kept[row] ?? 0]
  let [least, most] = [0, 0]
  for (let gone = d - count; gone < d; gone++) {
    least += kept > gone ? (startLow * (kept - gone)) / (kept * (all - gone)) : 0
    most += (startHigh * (all - gone)) / (all * (kept - gone))
  }
  // Fewer kept than ended: the share may have come down to nothing with any of them.
  return [least, kept < d ? (count > 0 ? startHigh : 0) : Math.min(most, startHigh)]
}
