import type { Exits } from './exits.ts'
import { riskSetOf } from './survival.ts'

/** The share that has ended so at each time, or that still waits, and its standard error. */
export type Incidence = { readonly share: Float64Array; readonly se: Float64Array }

/** Of all who began to wait: who still waits, and who has ended each way. The shares sum to 1 at every time. */
export type Incidences = {
  readonly time: Float64Array
  readonly waiting: Incidence
  /** In the order of `byCause`: outcome code k + 1 at place k. */
  readonly causes: readonly Incidence[]
}

/**
 * The Aalen–Johansen estimate. One minus a Kaplan–Meier curve per outcome would say more than the truth: who was
 * withdrawn cannot be repaired any more. Errors equal R's infinitesimal jackknife to rounding, but with late entries,
 * where that needs each case's own entry and exit. Source: Aalen and Johansen 1978; Dinse and Larson 1986.
 */
export function incidencesOf(exits: Exits): Incidences {
  const { time, atRisk, ended, byCause } = riskSetOf(exits)
  const waiting = blankIncidence(time.length)
  const causes = byCause.map((column) => {
    const own = blankIncidence(time.length)
    let state = START
    time.forEach((_, row) => {
      const [n, d] = [atRisk[row] ?? 0, ended[row] ?? 0]
      if (d > 0) state = afterEnds(state, n, d / n, (column[row] ?? 0) / n)
      own.share[row] = state.share
      own.se[row] = Math.sqrt(state.ownVariance)
    })
    return own
  })
  let state = START
  time.forEach((_, row) => {
    const [n, d] = [atRisk[row] ?? 0, ended[row] ?? 0]
    if (d > 0) state = afterEnds(state, n, d / n, 0)
    waiting.share[row] = state.waiting
    waiting.se[row] = Math.sqrt(state.variance)
  })
  return { time, waiting, causes }
}

/** Shares waiting and ended in one way, with their variances and covariance. */
type State = {
  readonly waiting: number
  readonly share: number
  readonly variance: number
  readonly ownVariance: number
  readonly covariance: number
}

const START: State = { waiting: 1, share: 0, variance: 0, ownVariance: 0, covariance: 0 }

/** One time later: of n waiting, a part `all` ends, of which a part `own` in this way. What was uncertain stays so. */
function afterEnds(before: State, n: number, all: number, own: number): State {
  const { waiting, share, variance, ownVariance, covariance } = before
  const stay = 1 - all
  const noise = (waiting * waiting) / n
  return {
    waiting: waiting * stay,
    share: share + waiting * own,
    variance: stay * stay * variance + noise * all * stay,
    ownVariance: ownVariance + 2 * own * covariance + own * own * variance + noise * own * (1 - own),
    covariance: stay * (covariance + own * variance) - noise * own * stay,
  }
}

const blankIncidence = (size: number) => ({ share: new Float64Array(size), se: new Float64Array(size) })

/** Mean time, from 0 to tau, spent in a share that starts at `from`: the area under it. For a cause, the time lost to it. */
export function meanTimeIn(time: Float64Array, share: Float64Array, tau: number, from: 0 | 1): number {
  let [area, at, height] = [0, 0, from as number]
  time.forEach((next, row) => {
    if (next >= tau) return
    area += height * (next - at)
    at = next
    height = share[row] ?? 0
  })
  return area + height * (tau - at)
}

/** Above this share of withdrawals a curve alone misleads: its bounds are shown with it. */
const MANY_WITHDRAWN = 0.05

/** The share still waiting, had nobody withdrawn: between these, whatever the reasons to withdraw. */
export type WithdrawalBounds = {
  readonly withdrawn: number
  readonly mustBeShown: boolean
  readonly lower: Float64Array
  readonly upper: Float64Array
}

/**
 * Lower bound: who withdrew would have had an end on that very day. Upper: would have waited for ever. `cause` is the
 * code of the outcome «withdrawn»; `withdrawn` the share of all cases.
 */
export function withdrawalBounds(exits: Exits, cause: number): WithdrawalBounds {
  const { waiting, causes } = incidencesOf(exits)
  const left = causes[cause - 1]
  if (!left) throw new RangeError(`no outcome of code ${cause} is counted apart`)
  const count = exits.byCause[cause - 1]?.reduce((sum, d) => sum + d, 0) ?? 0
  const withdrawn = exits.n === 0 ? 0 : count / exits.n
  return {
    withdrawn,
    mustBeShown: withdrawn > MANY_WITHDRAWN,
    lower: waiting.share,
    upper: waiting.share.map((share, row) => share + (left.share[row] ?? 0)),
  }
}
