import type { Exits } from './exits.ts'
import { type SurvivalCurve, survivalOf } from './survival.ts'

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
export const incidencesOf = (exits: Exits): Incidences => incidencesOn(survivalOf(exits))

/** The same, on a curve made already. */
export function incidencesOn(curve: SurvivalCurve): Incidences {
  const se = curve.survival.map((share, row) => (share === 0 ? 0 : share * (curve.seLog[row] ?? 0)))
  return {
    time: curve.time,
    waiting: { share: curve.survival, se },
    causes: curve.byCause.map((ends) => incidenceOf(curve, ends)),
  }
}

/**
 * One outcome, with the variance of its share, of the share waiting, and their covariance, from one time to the next:
 * what was uncertain stays so, and a draw from those at risk is added.
 */
function incidenceOf({ time, atRisk, ended }: SurvivalCurve, ends: Float64Array): Incidence {
  const [own, se] = [new Float64Array(time.length), new Float64Array(time.length)]
  let [waiting, share, variance, ownVariance, covariance] = [1, 0, 0, 0, 0]
  for (let row = 0; row < time.length; row++) {
    const [n, d] = [atRisk[row] ?? 0, ended[row] ?? 0]
    if (d > 0) {
      const [stay, part, noise] = [(n - d) / n, (ends[row] ?? 0) / n, (waiting * waiting) / n]
      ownVariance += part * (2 * covariance + part * variance) + noise * part * (1 - part)
      covariance = stay * (covariance + part * variance - noise * part)
      variance = stay * (stay * variance + (noise * d) / n)
      share += waiting * part
      waiting *= stay
    }
    own[row] = share
    se[row] = Math.sqrt(Math.max(0, ownVariance)) // a rounded zero may be below it
  }
  return { share: own, se }
}

/** Of the time from 0 to tau, the mean part spent waiting and the part after each outcome: they sum to tau. */
export type MeanTimes = { readonly waiting: number; readonly causes: readonly number[] }

/**
 * The mean time spent waiting up to tau, and lost to each outcome (in the order of `byCause`): the areas under the
 * shares. Null when tau is after the last time and some wait still: nobody has seen what becomes of them.
 */
export function meanTimes({ time, waiting, causes }: Incidences, tau: number): MeanTimes | null {
  const stillOpen = (waiting.share.at(-1) ?? 1) > 0
  if (stillOpen && tau > (time.at(-1) ?? 0) + 1e-9) return null
  return {
    waiting: areaUnder(time, waiting.share, tau, 1),
    causes: causes.map(({ share }) => areaUnder(time, share, tau, 0)),
  }
}

function areaUnder(time: Float64Array, share: Float64Array, tau: number, atStart: number): number {
  let [area, at, height] = [0, 0, atStart]
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
 * code of the outcome «withdrawn»; `withdrawn` the share of all cases; incidences made already are not made again.
 */
export function withdrawalBounds(
  exits: Exits,
  cause: number,
  { waiting, causes }: Incidences = incidencesOf(exits),
): WithdrawalBounds {
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
