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

/**
 * What an engine tells of the lengths of a stratum's closed cases (`closedLengthsSql`), in microseconds: their sum in
 * two, whole days and what remains of each, and the two middle ones.
 */
export type ClosedLengths = {
  readonly n: number
  readonly wholeDays: bigint
  readonly restUs: bigint
  readonly lowUs: bigint
  readonly highUs: bigint
}

const DAY_US = 86_400_000_000

/** The same figure in days, from what an engine tells. */
export function closedLengths({ n, wholeDays, restUs, lowUs, highUs }: ClosedLengths): ClosedOnly {
  if (n === 0) return { n, median: null, mean: null }
  const mean = (Number(wholeDays) + Number(restUs) / DAY_US) / n
  return { n, median: Number(lowUs + highUs) / (2 * DAY_US), mean }
}
