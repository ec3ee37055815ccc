import { chiSquareTail } from './distributions.ts'
import { type Exits, indexAt, mergeExits } from './exits.ts'
import { solveVariance } from './linear-system.ts'
import { riskSetOf, survivalOf } from './survival.ts'

/** `logrank` weighs all ends alike; `peto` weighs early ones more, by the share that still waits before them. */
export type RankWeight = 'logrank' | 'peto'

/**
 * What a comparison of k groups sums up to, and all a site has to send for it: ends seen and expected per group, had
 * the groups been alike, and the k × k variance of their difference. Parts of several strata or sites add.
 */
export type RankParts = {
  readonly n: readonly number[]
  readonly observed: readonly number[]
  readonly expected: readonly number[]
  readonly variance: readonly (readonly number[])[]
}

/** The parts of groups compared in one stratum. Late entries count from their entry on. */
export function rankParts(groups: readonly Exits[], weight: RankWeight = 'logrank'): RankParts {
  const pooled = survivalOf(mergeExits(groups))
  const atRisk = groups.map((group) => atRiskAt(group, pooled.time))
  const ended = groups.map((group) => endedAt(group, pooled.time))
  const k = groups.map((_, group) => group)
  const observed = k.map(() => 0)
  const expected = k.map(() => 0)
  const variance = k.map(() => new Float64Array(groups.length))
  pooled.time.forEach((_, row) => {
    const [d, n] = [pooled.ended[row] ?? 0, pooled.atRisk[row] ?? 0]
    if (d === 0) return
    const w = weight === 'peto' ? (row === 0 ? 1 : (pooled.survival[row - 1] ?? 0)) : 1
    const share = Float64Array.from(k, (group) => (atRisk[group]?.[row] ?? 0) / n)
    const spread = n > 1 ? (w * w * d * (n - d)) / (n - 1) : 0
    for (const i of k) {
      observed[i] = (observed[i] ?? 0) + w * (ended[i]?.[row] ?? 0)
      expected[i] = (expected[i] ?? 0) + w * d * (share[i] ?? 0)
      addRow(variance[i] ?? share, share, i, spread)
    }
  })
  return { n: groups.map((group) => group.n), observed, expected, variance: mirrored(variance) }
}

/**
 * Adds, for group i, the covariances of a draw without replacement: share_i (1 − share_i), − share_i share_j. Those with
 * the groups before it are the same and are not counted twice: thousands of groups are compared in seconds.
 */
function addRow(row: Float64Array, share: Float64Array, i: number, spread: number): void {
  const own = spread * (share[i] ?? 0)
  if (own === 0) return
  row[i] = (row[i] ?? 0) + own
  for (let j = i; j < row.length; j++) row[j] = (row[j] ?? 0) - own * (share[j] ?? 0)
}

const mirrored = (upper: readonly Float64Array[]): number[][] =>
  upper.map((row, i) => Array.from(row, (x, j) => (j < i ? (upper[j]?.[i] ?? 0) : x)))

/** The parts of several strata (a stratified test) or of several sites. Throws when the groups are not the same. */
export function addParts(parts: readonly RankParts[]): RankParts {
  const k = parts[0]?.n.length ?? 0
  if (parts.some(({ n }) => n.length !== k)) throw new RangeError('parts of different numbers of groups')
  const total = (column: (part: RankParts) => readonly number[]) =>
    Array.from({ length: k }, (_, i) => parts.reduce((sum, part) => sum + (column(part)[i] ?? 0), 0))
  return {
    n: total(({ n }) => n),
    observed: total(({ observed }) => observed),
    expected: total(({ expected }) => expected),
    variance: Array.from({ length: k }, (_, i) => total(({ variance }) => variance[i] ?? [])),
  }
}

export type TestResult = { readonly chisq: number; readonly df: number; readonly p: number }

/**
 * Whether the groups differ by more than chance; null when fewer than two were ever at risk of an end. Groups that
 * expected none are left out. Source: Harrington and Fleming 1982; R's `survdiff` with rho 0 and 1.
 */
export function rankTest({ observed, expected, variance }: RankParts): TestResult | null {
  const kept = expected.flatMap((ends, group) => (ends > 0 ? [group] : [])).slice(1)
  if (kept.length === 0) return null
  const apart = kept.map((i) => (observed[i] ?? 0) - (expected[i] ?? 0))
  const solved = solveVariance(
    kept.map((i) => kept.map((j) => variance[i]?.[j] ?? 0)),
    apart,
  )
  if (!solved) return null
  const chisq = apart.reduce((sum, difference, at) => sum + difference * (solved[at] ?? 0), 0)
  return { chisq, df: kept.length, p: chiSquareTail(chisq, kept.length) }
}

/** The number of a group at risk at each of these times, which may be others' times. */
export function atRiskAt(group: Exits, times: Float64Array): Float64Array {
  const { time, atRisk, ended, censored, entries } = riskSetOf(group)
  const fromStart = group.n - (entries?.count.reduce((sum, count) => sum + count, 0) ?? 0)
  return times.map((at) => {
    const before = indexAt(time, at - 2e-9)
    const left =
      before === -1 ? fromStart : (atRisk[before] ?? 0) - (ended[before] ?? 0) - (censored[before] ?? 0)
    return left + enteredBetween(entries, before === -1 ? -Infinity : (time[before] ?? 0), at)
  })
}

/** Entries from a time on (its own included) and before another. */
function enteredBetween(entries: Exits['entries'], from: number, until: number): number {
  if (!entries) return 0
  return entries.count.reduce((sum, count, row) => {
    const time = entries.time[row] ?? 0
    return time >= from - 1e-9 && time < until - 1e-9 ? sum + count : sum
  }, 0)
}

function endedAt({ time, ended }: Exits, times: Float64Array): Float64Array {
  const counts = new Float64Array(times.length)
  time.forEach((at, row) => {
    counts[indexAt(times, at)] = ended[row] ?? 0
  })
  return counts
}
