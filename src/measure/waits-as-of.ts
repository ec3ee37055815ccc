import { addEntering, addLeaving, type Ground, harvest, newGround } from './day-ground.ts'
import type { Exits } from './exits.ts'
import type { LexisTable } from './lexis.ts'
import { NOT_ENDED } from './outcomes.ts'

/** How the table is read; all days are day numbers. */
export type Reading = {
  /** Cases opened later are not counted; cases closed later still wait. */
  readonly asOf: number
  /** What was known on that day: later corrections and late arrivals are left out. Without it, all that is known. */
  readonly knownBy?: number
  /** Left truncation: nobody is seen before that day. The extract's rule, or the first day of a period. */
  readonly observedFrom?: number
  /** Added to each exit, so that a wait ended on its first day counts (ANALYTICS.md §3). */
  readonly tie: 0 | 0.5
  /** Days whose closings are not believed (doubtful-days.ts): the case is seen waiting until then, and no further. */
  readonly doubted?: ReadonlySet<number>
  /** Length of a wait in whole days, at least 0; the difference of civil days unless a working calendar is given. */
  readonly span?: (opened: number, until: number) => number
}

export type StratumWaits = { readonly exits: Exits; readonly neverAtRisk: number }

/**
 * The waits of each stratum at a date, by stratum code: the projection of the Lexis table on durations. The table is
 * sorted by stratum, so that one ground of counts by day serves them all.
 */
export function waitsAsOf(table: LexisTable, reading: Reading): Map<number, StratumWaits> {
  const read = new Map<number, StratumWaits>()
  const first = table.opened.reduce((least, opened) => Math.min(least, opened), reading.asOf)
  const ground = newGround((reading.span ?? civilDays)(first, reading.asOf))
  for (let row = 0; row < table.size;) {
    const code = table.stratum[row] ?? 0
    let neverAtRisk = 0
    for (; row < table.size && table.stratum[row] === code; row++)
      neverAtRisk += addCell(ground, table, row, reading)
    const exits = harvest(ground, reading.tie)
    if (exits.n !== 0 || neverAtRisk !== 0) read.set(code, { exits, neverAtRisk })
  }
  return read
}

const civilDays = (opened: number, until: number): number => until - opened

/** Adds a cell that the reading sees; gives back the cases that were never at risk. */
function addCell(ground: Ground, table: LexisTable, row: number, reading: Reading): number {
  const { asOf, knownBy = Infinity, observedFrom = -Infinity, tie, span = civilDays, doubted } = reading
  const opened = table.opened[row] ?? 0
  if ((table.knownFrom[row] ?? 0) > knownBy || opened > asOf) return 0
  const closed = table.closed[row] ?? 0
  const count = table.count[row] ?? 0
  const days = span(opened, Math.min(closed, asOf))
  const entry = observedFrom > opened ? span(opened, Math.min(observedFrom, asOf)) : 0
  // A calendar of working days does not tell Saturday from Sunday: who left before the first day watched left unseen.
  const unseen = observedFrom > opened && Math.min(closed, asOf) < observedFrom
  if (unseen || days + tie <= entry) return count
  const believed = closed <= asOf && doubted?.has(closed) !== true
  addLeaving(ground, believed ? (table.outcome[row] ?? 0) : NOT_ENDED, days, count)
  if (entry > 0) addEntering(ground, entry, count)
  return 0
}
