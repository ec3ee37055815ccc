import { canonicalOrder } from './canonical-order.ts'
import { addLeaving, harvest, newGround } from './day-ground.ts'
import type { Exits } from './exits.ts'

/**
 * Waits already counted by an engine: one row per stratum, whole days of wait and outcome code (0 still open), in any
 * order. What `select stratum, wait, outcome, count(*) … group by all` gives.
 */
export type WaitColumns = {
  readonly stratum: Int32Array
  readonly days: Int32Array
  readonly outcome: Int32Array
  readonly count: Float64Array
}

/**
 * The waits of each stratum, by stratum code, exits put `tie` after their day (0 or ½). Throws RangeError on a negative
 * wait, an unknown outcome, a count that is not whole.
 */
export function waitsOfColumns(
  { stratum, days, outcome, count }: WaitColumns,
  tie: 0 | 0.5,
): Map<number, Exits> {
  const ground = newGround(days.reduce((most, wait) => Math.max(most, wait), 0))
  const order = canonicalOrder([stratum])
  const read = new Map<number, Exits>()
  for (let at = 0; at < order.length;) {
    const code = stratum[order[at] ?? 0] ?? 0
    for (; at < order.length && stratum[order[at] ?? 0] === code; at++) {
      const row = order[at] ?? 0
      const cases = count[row] ?? Number.NaN
      if (!Number.isSafeInteger(cases)) throw new RangeError('cases are counted in whole numbers')
      addLeaving(ground, outcome[row] ?? 0, days[row] ?? 0, cases)
    }
    read.set(code, harvest(ground, tie))
  }
  return read
}
