import type { Exits } from './exits.ts'
import type { LexisTable } from './lexis.ts'
import { NOT_ENDED, OUTCOMES } from './outcomes.ts'

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

/** The waits of each stratum at a date, by stratum code: the projection of the Lexis table on durations. */
export function waitsAsOf(table: LexisTable, reading: Reading): Map<number, StratumWaits> {
  const strata = new Map<number, Dense>()
  const { asOf, knownBy = Infinity } = reading
  for (let row = 0; row < table.size; row++) {
    if ((table.knownFrom[row] ?? 0) > knownBy || (table.opened[row] ?? 0) > asOf) continue
    const code = table.stratum[row] ?? 0
    const dense = strata.get(code) ?? { leaving: [], entering: [], neverAtRisk: 0 }
    strata.set(code, dense)
    addCell(dense, table, row, reading)
  }
  const read = [...strata].map(([code, dense]) => [code, sparse(dense, reading.tie)] as const)
  return new Map(read.filter(([, { exits, neverAtRisk }]) => exits.n !== 0 || neverAtRisk !== 0))
}

/** Counts by whole day of wait: leaving[outcome][day], entering[day]. */
type Dense = { leaving: number[][]; entering: number[]; neverAtRisk: number }

const civilDays = (opened: number, until: number): number => until - opened

function addCell(dense: Dense, table: LexisTable, row: number, reading: Reading): void {
  const { asOf, observedFrom = -Infinity, tie, span = civilDays, doubted } = reading
  const opened = table.opened[row] ?? 0
  const closed = table.closed[row] ?? 0
  const count = table.count[row] ?? 0
  const days = span(opened, Math.min(closed, asOf))
  const entry = observedFrom > opened ? span(opened, observedFrom) : 0
  if (days + tie <= entry) {
    dense.neverAtRisk += count
    return
  }
  const believed = closed <= asOf && doubted?.has(closed) !== true
  const outcome = believed ? (table.outcome[row] ?? 0) : NOT_ENDED
  const column = (dense.leaving[outcome] ??= [])
  column[days] = (column[days] ?? 0) + count
  if (entry > 0) dense.entering[entry] = (dense.entering[entry] ?? 0) + count
}

function sparse({ leaving, entering, neverAtRisk }: Dense, tie: number): StratumWaits {
  const days = [...new Set(leaving.flatMap((column) => filledDays(column)))].toSorted((a, b) => a - b)
  const columnOf = (outcome: number) => Float64Array.from(days, (day) => leaving[outcome]?.[day] ?? 0)
  const byCause = OUTCOMES.map((_, at) => columnOf(at + 1))
  const ended = Float64Array.from(days, (_, row) => sum(byCause.map((column) => column[row] ?? 0)))
  const censored = columnOf(NOT_ENDED)
  const late = filledDays(entering)
  const entries = {
    time: Float64Array.from(late),
    count: Float64Array.from(late, (day) => entering[day] ?? 0),
  }
  const exits = {
    n: sum(ended) + sum(censored),
    time: Float64Array.from(days, (day) => day + tie),
    ended,
    byCause,
    censored,
    entries: late.length > 0 ? entries : null,
  }
  return { exits, neverAtRisk }
}

/** The days where something is left after corrections have cancelled. */
const filledDays = (column: readonly number[] = []): number[] =>
  Object.keys(column).flatMap((day) => (column[Number(day)] === 0 ? [] : [Number(day)]))

const sum = (counts: Iterable<number>): number => {
  let total = 0
  for (const count of counts) total += count
  return total
}
