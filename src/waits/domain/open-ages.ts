import type { Exits } from '../../measure/exits.ts'

/** How old the waits are that still run: `counts[k]` are at least `edges[k]` days old and younger than the next edge. */
export type AgeBands = { readonly edges: readonly number[]; readonly counts: readonly number[] }

const EDGES = [0, 7, 30, 91, 182, 365, 730]

/** The ages of open waits are the times at which they are last seen, less what was added to each exit. */
export function ageBandsOf({ time, censored }: Exits, tie: number): AgeBands {
  const counts = EDGES.map(() => 0)
  censored.forEach((count, row) => {
    const band = EDGES.findLastIndex((edge) => edge <= (time[row] ?? 0) - tie)
    counts[band] = (counts[band] ?? 0) + count
  })
  return { edges: EDGES, counts }
}
