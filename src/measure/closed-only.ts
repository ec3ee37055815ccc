/** What other tools publish: the waits of closed cases alone, as if those that still wait did not exist. */
export type ClosedOnly = { readonly n: number; readonly median: number | null; readonly mean: number | null }

/**
 * Shown only beside the honest figure, with the gap (« Ce que disent les seuls dossiers clos »). Lengths as they are,
 * unrounded, in one unit; `count` cases each. The median of an even number is the middle of the two.
 */
export function closedOnly(
  waits: readonly { readonly length: number; readonly count: number }[],
): ClosedOnly {
  const sorted = waits.filter(({ count }) => count > 0).toSorted((a, b) => a.length - b.length)
  const n = sorted.reduce((sum, { count }) => sum + count, 0)
  if (n === 0) return { n, median: null, mean: null }
  const mean = sorted.reduce((sum, { length, count }) => sum + length * count, 0) / n
  return { n, median: (nth(sorted, (n - 1) >> 1) + nth(sorted, n >> 1)) / 2, mean }
}

/** The length of the case of this rank, from 0. */
function nth(sorted: readonly { readonly length: number; readonly count: number }[], rank: number): number {
  let before = 0
  return sorted.find(({ count }) => (before += count) > rank)?.length ?? 0
}
