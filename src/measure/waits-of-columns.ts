import { canonicalOrder } from './canonical-order.ts'
import { addEntering, addLeaving, type Ground, harvest, newGround } from './day-ground.ts'
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
  const longest = columns.days.reduce((most, wait) => Math.max(most, wait), 0)
  const [first, last] = endsOf(columns.stratum)
  return (last - first + 1) * (longest + 1) <= MOST_ROOM
    ? sideBySide(columns, tie, { first, last, longest })
    : oneByOne(columns, tie, longest)
}

/** Days of all strata laid at once, in numbers of 8 bytes and for each outcome: 200 MB. */
const MOST_ROOM = 4_000_000

type Plot = { readonly ground: Ground; neverAtRisk: number; afterAsOf: number }

const newPlot = (longest: number): Plot => ({ ground: newGround(longest), neverAtRisk: 0, afterAsOf: 0 })

/** A ground for each stratum, and rows in whatever order they are. */
function sideBySide(
  columns: WaitColumns,
  tie: 0 | 0.5,
  { first, last, longest }: { readonly first: number; readonly last: number; readonly longest: number },
): Map<number, CountedWaits> {
  const plots: (Plot | undefined)[] = Array.from({ length: Math.max(0, last - first + 1) })
  for (let row = 0; row < columns.stratum.length; row++) {
    const at = (columns.stratum[row] ?? 0) - first
    layRow((plots[at] ??= newPlot(longest)), columns, row, tie)
  }
  return new Map(plots.flatMap((plot, at) => (plot ? [[first + at, taken(plot, tie)] as const] : [])))
}

/** One ground for all, and rows in the order of strata: where there are too many of them. */
function oneByOne(columns: WaitColumns, tie: 0 | 0.5, longest: number): Map<number, CountedWaits> {
  const plot = newPlot(longest)
  const order = canonicalOrder([columns.stratum])
  const read = new Map<number, CountedWaits>()
  for (let at = 0; at < order.length;) {
    const code = columns.stratum[order[at] ?? 0] ?? 0
    for (; at < order.length && columns.stratum[order[at] ?? 0] === code; at++)
      layRow(plot, columns, order[at] ?? 0, tie)
    read.set(code, taken(plot, tie))
  }
  return read
}

function layRow(plot: Plot, { days, outcome, entry, count }: WaitColumns, row: number, tie: number): void {
  const [wait, from] = [days[row] ?? 0, entry?.[row] ?? 0]
  const cases = wholeCases(count[row] ?? Number.NaN, from)
  if (wait === AFTER_AS_OF) plot.afterAsOf += cases
  else if (wait >= 0 && wait + tie <= from) plot.neverAtRisk += cases
  else {
    addLeaving(plot.ground, outcome[row] ?? 0, wait, cases)
    if (from > 0) addEntering(plot.ground, from, cases)
  }
}

function taken(plot: Plot, tie: number): CountedWaits {
  const { ground, neverAtRisk, afterAsOf } = plot
  Object.assign(plot, { neverAtRisk: 0, afterAsOf: 0 })
  return { exits: harvest(ground, tie), neverAtRisk, afterAsOf }
}

function endsOf(codes: Int32Array): readonly [number, number] {
  let [first, last] = [codes[0] ?? 0, codes[0] ?? 0]
  for (const code of codes) {
    if (code < first) first = code
    if (code > last) last = code
  }
  return [first, last]
}

function wholeCases(cases: number, entry: number): number {
  if (!Number.isSafeInteger(cases)) throw new RangeError('cases are counted in whole numbers')
  if (entry < 0) throw new RangeError('a case is not seen before it is opened')
  return cases
}
