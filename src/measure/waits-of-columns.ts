import { canonicalOrder } from './canonical-order.ts'
import { addEntering, addLeaving, harvest, newGround } from './day-ground.ts'
import type { StratumWaits } from './waits-as-of.ts'

/** In `days`: cases opened after the as-of, which have no wait yet and are only counted. */
export const AFTER_AS_OF = -1

/**
 * Waits already counted by an engine (fold-sql.ts): one row per stratum, whole days of wait, outcome code (0 still
 * open) and day from which the case is seen (0, or no column: from the start), in any order.
 */
export type WaitColumns = {
  readonly stratum: Int32Array
  readonly days: Int32Array
  readonly outcome: Int32Array
  readonly entry?: Int32Array
  readonly count: Float64Array
}

/** The waits of a stratum, with the cases that have none: opened after the as-of. */
export type CountedWaits = StratumWaits & { readonly afterAsOf: number }

/**
 * The waits of each stratum, by stratum code, exits put `tie` after their day (0 or ½). Who does not leave after its
 * entry (0 without one) was never at risk: left out and counted. Throws RangeError on a negative wait or entry, an
 * unknown outcome, a count that is not whole.
 */
export function waitsOfColumns(columns: WaitColumns, tie: 0 | 0.5): Map<number, CountedWaits> {
  const { stratum, days, outcome, entry, count } = columns
  const ground = newGround(days.reduce((most, wait) => Math.max(most, wait), 0))
  const order = canonicalOrder([stratum])
  const read = new Map<number, CountedWaits>()
  for (let at = 0; at < order.length;) {
    const code = stratum[order[at] ?? 0] ?? 0
    let [neverAtRisk, afterAsOf] = [0, 0]
    for (; at < order.length && stratum[order[at] ?? 0] === code; at++) {
      const row = order[at] ?? 0
      const [wait, from] = [days[row] ?? 0, entry?.[row] ?? 0]
      const cases = wholeCases(count[row] ?? Number.NaN, from)
      if (wait === AFTER_AS_OF) afterAsOf += cases
      else if (wait >= 0 && wait + tie <= from) neverAtRisk += cases
      else {
        addLeaving(ground, outcome[row] ?? 0, wait, cases)
        if (from > 0) addEntering(ground, from, cases)
      }
    }
    read.set(code, { exits: harvest(ground, tie), neverAtRisk, afterAsOf })
  }
  return read
}

function wholeCases(cases: number, entry: number): number {
  if (!Number.isSafeInteger(cases)) throw new RangeError('cases are counted in whole numbers')
  if (entry < 0) throw new RangeError('a case is not seen before it is opened')
  return cases
}
