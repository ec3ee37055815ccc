import { type LexisTable, STILL_OPEN } from './lexis.ts'

/** What came in, what was closed and what was open at the end of each day, from `from` to `until` (day numbers). */
export type DailyFlows = {
  readonly from: number
  readonly arrivals: Float64Array
  readonly closures: Float64Array
  readonly open: Float64Array
}

/** Which cells are read: all that is known, or what was known by a day; all strata, or some. */
export type Scope = { readonly knownBy?: number; readonly strata?: ReadonlySet<number> }

/** The flows of each day; cases opened before `from` and not closed then are in the backlog of the first day. */
export function dailyFlows(
  table: LexisTable,
  { from, until, ...scope }: { from: number; until: number } & Scope,
): DailyFlows {
  const days = Math.max(0, until - from + 1)
  const [arrivals, closures] = [new Float64Array(days), new Float64Array(days)]
  let before = 0
  eachCell(table, scope, (opened, closed, count) => {
    if (opened < from && closed >= from) before += count
    addOn(arrivals, opened - from, count)
    addOn(closures, closed - from, count)
  })
  let waiting = before
  const open = arrivals.map((came, day) => (waiting += came - (closures[day] ?? 0)))
  return { from, arrivals, closures, open }
}

/** How old the cases open at the end of a day are: counts between the edges (whole days, ascending, the first 0). */
export type AgePyramid = { readonly edges: readonly number[]; readonly counts: readonly number[] }

/** `counts[k]` cases are at least `edges[k]` days old and younger than the next edge; the last has no end. */
export function ageOfOpenCases(
  table: LexisTable,
  { asOf, edges, ...scope }: { asOf: number; edges: readonly number[] } & Scope,
): AgePyramid {
  if (edges[0] !== 0 || edges.some((edge, k) => k > 0 && edge <= (edges[k - 1] ?? 0))) {
    throw new RangeError('ages are cut from 0 up')
  }
  const counts = edges.map(() => 0)
  eachCell(table, scope, (opened, closed, count) => {
    if (opened > asOf || closed <= asOf) return
    const k = edges.findLastIndex((edge) => edge <= asOf - opened)
    counts[k] = (counts[k] ?? 0) + count
  })
  return { edges, counts }
}

/** Closed cells have the day of closing, open ones STILL_OPEN, which no day reaches. */
function eachCell(
  table: LexisTable,
  { knownBy = Infinity, strata }: Scope,
  read: (opened: number, closed: number, count: number) => void,
): void {
  for (let row = 0; row < table.size; row++) {
    if ((table.knownFrom[row] ?? 0) > knownBy || strata?.has(table.stratum[row] ?? 0) === false) continue
    read(table.opened[row] ?? 0, table.closed[row] ?? STILL_OPEN, table.count[row] ?? 0)
  }
}

function addOn(days: Float64Array, at: number, count: number): void {
  if (at >= 0 && at < days.length) days[at] = (days[at] ?? 0) + count
}
