import { chiSquareTail } from './distributions.ts'
import { type Exits, indexAt, mergeExits } from './exits.ts'
import { solveVariance } from './linear-system.ts'
import { atRiskAt, type TestResult } from './logrank.ts'

/**
 * Whether groups differ in how many end in one way, others counting as ends too: Gray's test of `cause` (a code). Null
 * with fewer than two groups, with late entries, for which it is not made, or when its variance has no value: nobody
 * ended so, or everybody of one group had before the others began.
 * Source: Gray 1988, with the variance of R's cmprsk (rho 0).
 */
export function grayTest(groups: readonly Exits[], cause: number): TestResult | null {
  if (groups.length < 2 || groups.some(({ entries }) => entries)) return null
  const sums = blankSums(groups.length)
  let states: readonly GroupState[] = groups.map(() => ({ waiting: 1, share: 0 }))
  let pooled = 0
  for (const counts of countsByTime(groups, cause)) {
    if (counts.every(({ own, other }) => own + other === 0)) continue
    const step = stepOf(counts, states, pooled)
    addScore(sums, step)
    addOwnEnds(sums, step)
    addOtherEnds(sums, step)
    states = step.groups.map(({ waitingAfter, shareAfter }) => ({ waiting: waitingAfter, share: shareAfter }))
    pooled = step.pooledAfter
  }
  return resultOf(sums)
}

type GroupState = { readonly waiting: number; readonly share: number }
type Counts = { readonly atRisk: number; readonly own: number; readonly other: number }
type Sums = {
  readonly score: number[]
  /** c[i][k], v[i][j], mixed[i][k] and square[k]: the parts of the variance that grow with time. */
  readonly c: number[][]
  readonly v: number[][]
  readonly mixed: number[][]
  readonly square: number[]
}

function countsByTime(groups: readonly Exits[], cause: number): Counts[][] {
  const { time } = mergeExits(groups)
  const atRisk = groups.map((group) => atRiskAt(group, time))
  const rows = groups.map((group) => {
    const row = new Map<number, number>()
    group.time.forEach((at, k) => row.set(indexAt(time, at), k))
    return row
  })
  return Array.from(time, (_, at) =>
    groups.map((group, g) => {
      const row = rows[g]?.get(at) ?? -1
      const own = group.byCause[cause - 1]?.[row] ?? 0
      return { atRisk: atRisk[g]?.[at] ?? 0, own, other: (group.ended[row] ?? 0) - own }
    }),
  )
}

function stepOf(counts: readonly Counts[], states: readonly GroupState[], pooled: number) {
  const groups = counts.map(({ atRisk, own, other }, k) => {
    const { waiting, share } = states[k] ?? { waiting: 1, share: 0 }
    const seen = atRisk > 0
    return {
      atRisk,
      own,
      other,
      waiting,
      share,
      waitingAfter: seen ? (waiting * (atRisk - own - other)) / atRisk : waiting,
      shareAfter: seen ? share + (waiting * own) / atRisk : share,
      weight: seen ? atRisk / waiting : 0,
    }
  })
  const total = groups.reduce((sum, { weight }) => sum + weight, 0)
  const own = groups.reduce((sum, group) => sum + group.own, 0)
  const pooledAfter = pooled + own / total
  const a = groups.map((one, i) =>
    groups.map((other, j) => one.weight * ((i === j ? 1 : 0) - other.weight / total)),
  )
  return { groups, total, own, a, pooled, pooledAfter }
}

type Step = ReturnType<typeof stepOf>

function addScore(sums: Sums, { groups, total, own, a, pooled }: Step): void {
  const waiting = groups.reduce((sum, { weight, share }) => sum + weight * (1 - share), 0)
  groups.forEach(({ weight, share, own: ends }, i) => {
    sums.score[i] = (sums.score[i] ?? 0) + ends - (own * weight * (1 - share)) / waiting
    a[i]?.forEach((x, k) => add(sums.c, i, k, (x * own) / (total * (1 - pooled))))
  })
}

/** Ends in the way tested: a draw without replacement from all groups together. */
function addOwnEnds(sums: Sums, { groups, total, own, a, pooledAfter }: Step): void {
  if (own === 0) return
  groups.forEach(({ atRisk, waiting, waitingAfter }, k) => {
    if (atRisk === 0) return
    const fall = waitingAfter > 0 ? 1 - (1 - pooledAfter) / waitingAfter : 1
    // More ends at once than a nearly empty group stands for: R lets the variance turn negative, we stop at none.
    const ties = own > 1 ? Math.max(0, 1 - (own - 1) / (total * waiting - 1)) : 1
    const spread = (ties * waiting * own) / (total * atRisk)
    addVariance(sums, k, fall, spread, (i) => (a[i]?.[k] ?? 0) - fall * (sums.c[i]?.[k] ?? 0))
  })
}

/** Ends in other ways, each group by itself. */
function addOtherEnds(sums: Sums, { groups, pooledAfter }: Step): void {
  groups.forEach(({ atRisk, other, waiting, waitingAfter }, k) => {
    if (other === 0 || waitingAfter <= 0) return
    const fall = -(1 - pooledAfter) / waitingAfter
    const ties = other > 1 ? 1 - (other - 1) / (atRisk - 1) : 1
    const spread = (ties * waiting * waiting * other) / (atRisk * atRisk)
    addVariance(sums, k, fall, spread, (i) => -fall * (sums.c[i]?.[k] ?? 0))
  })
}

function addVariance(
  sums: Sums,
  k: number,
  fall: number,
  spread: number,
  part: (group: number) => number,
): void {
  sums.square[k] = (sums.square[k] ?? 0) + fall * fall * spread
  sums.score.forEach((_, i) => {
    add(sums.mixed, i, k, part(i) * fall * spread)
    sums.score.forEach((__, j) => add(sums.v, i, j, part(i) * part(j) * spread))
  })
}

function resultOf({ score, c, v, mixed, square }: Sums): TestResult | null {
  const kept = score.slice(0, -1)
  const variance = kept.map((_, i) =>
    kept.map((__, j) =>
      square.reduce((sum, own, k) => {
        const [ci, cj] = [c[i]?.[k] ?? 0, c[j]?.[k] ?? 0]
        return sum + ci * cj * own + ci * (mixed[j]?.[k] ?? 0) + cj * (mixed[i]?.[k] ?? 0)
      }, v[i]?.[j] ?? 0),
    ),
  )
  const solved = solveVariance(variance, kept)
  if (!solved) return null
  const chisq = kept.reduce((sum, x, i) => sum + x * (solved[i] ?? 0), 0)
  if (!Number.isFinite(chisq)) return null
  return { chisq, df: kept.length, p: chiSquareTail(chisq, kept.length) }
}

function blankSums(size: number): Sums {
  const row = () => Array.from({ length: size }, () => 0)
  const square = () => Array.from({ length: size }, row)
  return { score: row(), c: square(), v: square(), mixed: square(), square: row() }
}

function add(matrix: number[][], i: number, j: number, x: number): void {
  const row = matrix[i]
  if (row) row[j] = (row[j] ?? 0) + x
}
