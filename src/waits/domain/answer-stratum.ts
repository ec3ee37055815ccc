import type { ClosedOnly } from '../../measure/closed-only.ts'
import { incidencesOf } from '../../measure/competing.ts'
import type { Exits } from '../../measure/exits.ts'
import type { IntervalKind } from '../../measure/interval.ts'
import { codeOf, type Outcome } from '../../measure/outcomes.ts'
import { type Quantile, quantilesOf, type QuantileTime } from '../../measure/quantile.ts'
import { restrictedMean } from '../../measure/restricted-mean.ts'
import {
  boundColumns,
  intervalsOf,
  standardErrors,
  type SurvivalCurve,
  survivalOf,
} from '../../measure/survival.ts'
import type { ExactStratum, Recurrence } from './counted-waits.ts'

export type AnswerOptions = {
  readonly ci: IntervalKind
  /** Days up to which means are made, or none. */
  readonly tau: number | null
  /** Outcomes told apart, or none. */
  readonly causes: readonly Outcome[] | null
}

type MaybeNumbers = readonly (number | null)[]

/** Null where too few have ended for the curve to come down so far; from cut counts, never a point but two ends. */
export type AnsweredQuantile = {
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly between?: readonly [number, number | null]
  readonly reason?: 'known_at_ends' | 'not_reached'
}

export type AnsweredCurve = {
  readonly time: readonly number[]
  readonly atRisk: readonly number[]
  readonly ended: readonly number[]
  readonly censored: readonly number[]
  readonly entered: readonly number[] | null
  readonly survival: readonly number[]
  readonly se: MaybeNumbers
  readonly seLog: MaybeNumbers
  readonly lower: MaybeNumbers
  readonly upper: MaybeNumbers
  /** Of cut counts only: the true curve of the cases is between them. */
  readonly survivalLow?: readonly number[]
  readonly survivalHigh?: readonly number[]
}

export type AnsweredMean =
  | { readonly tau: number; readonly value: number; readonly se: number }
  | { readonly tau: number; readonly value: null; readonly se: null; readonly reason: 'beyond_last_time' }
  | {
      readonly tau: number
      readonly value: null
      readonly se: null
      readonly reason: 'known_at_ends'
      readonly between: readonly [number, number]
    }

export type AnsweredCause = {
  readonly time: readonly number[]
  readonly incidence: readonly number[]
  readonly se: MaybeNumbers
  /** Of cut counts only. */
  readonly incidenceLow?: readonly number[]
  readonly incidenceHigh?: readonly number[]
}

export type AnsweredRecurrence = {
  readonly time: readonly number[]
  readonly atRisk: readonly number[]
  readonly events: readonly number[]
  readonly mean: readonly number[]
  readonly se: readonly number[]
  readonly seNaive: readonly number[]
}

export type AnsweredStratum = {
  readonly key: Readonly<Record<string, string>>
  readonly n: number
  readonly ended: number
  readonly open: number
  readonly entered: number | null
  readonly median: AnsweredQuantile
  readonly quantiles: Readonly<Record<string, AnsweredQuantile>>
  readonly rmean: AnsweredMean | null
  readonly curve: AnsweredCurve
  readonly closedOnly: ClosedOnly
  readonly causes: Readonly<Record<string, AnsweredCause>> | null
  readonly recurrence?: AnsweredRecurrence
}

export const SHARES = [0.25, 0.5, 0.75, 0.9] as const
export const NOT_KNOWN: AnsweredQuantile = { value: null, lower: null, upper: null }

export type StratumOptions = AnswerOptions & { readonly lateEntries: boolean }

export function answerStratum(
  { key, exits, closedOnly, recurrence }: ExactStratum,
  { ci, tau, causes, lateEntries }: StratumOptions,
): AnsweredStratum {
  const curve = survivalOf(exits)
  const quantiles = Object.fromEntries(
    quantilesOf(curve, SHARES, boundColumns(curve, ci)).map((found) => [String(found.p), told(found)]),
  )
  const entered = sum(exits.entries?.count ?? [])
  return {
    key,
    n: exits.n,
    ended: sum(exits.ended),
    open: sum(exits.censored),
    entered: lateEntries ? entered : null,
    median: quantiles['0.5'] ?? NOT_KNOWN,
    quantiles,
    rmean: tau === null ? null : meanUntil(curve, tau),
    curve: curveAnswer(curve, ci, lateEntries),
    closedOnly,
    causes: causes && causesOf(exits, causes),
    ...(recurrence ? { recurrence: recurrenceAnswer(recurrence) } : {}),
  }
}

const told = ({ value, lower, upper }: Quantile): AnsweredQuantile => ({
  value: reached(value),
  lower: reached(lower),
  upper: reached(upper),
})

const reached = (time: QuantileTime): number | null => (time === 'not_reached' ? null : time)

function meanUntil(curve: SurvivalCurve, tau: number): AnsweredMean {
  const mean = restrictedMean(curve, tau)
  if (mean.ok) return { tau, value: mean.value.value, se: mean.value.se }
  return { tau, value: null, se: null, reason: mean.refusal.because }
}

function curveAnswer(curve: SurvivalCurve, ci: IntervalKind, lateEntries: boolean): AnsweredCurve {
  const { time, atRisk, ended, censored, entered, survival, seLog } = curve
  const bounds = intervalsOf(curve, ci)
  return {
    time: [...time],
    atRisk: [...atRisk],
    ended: [...ended],
    censored: [...censored],
    entered: lateEntries ? [...(entered ?? new Float64Array(time.length))] : null,
    survival: [...survival],
    se: standardErrors(curve),
    seLog: Array.from(seLog, (se, row) => (survival[row] === 0 ? null : se)),
    lower: bounds.map(({ lower }) => lower),
    upper: bounds.map(({ upper }) => upper),
  }
}

/** One share per outcome; an outcome that nobody had in this stratum stays at 0, so that strata can be compared. */
function causesOf(exits: Exits, causes: readonly Outcome[]): NonNullable<AnsweredStratum['causes']> {
  const { time, causes: incidences } = incidencesOf(exits)
  const none = new Float64Array(time.length)
  return Object.fromEntries(
    causes.map((outcome) => {
      const { share = none, se = none } = incidences[codeOf(outcome) - 1] ?? {}
      return [outcome, { time: [...time], incidence: [...share], se: [...se] }]
    }),
  )
}

const recurrenceAnswer = ({ counts, mean }: Recurrence): AnsweredRecurrence => ({
  time: [...counts.time],
  atRisk: [...counts.atRisk],
  events: [...counts.events],
  mean: [...mean.mean],
  se: [...mean.se],
  seNaive: [...mean.seNaive],
})

const sum = (counts: Iterable<number>): number => {
  let total = 0
  for (const count of counts) total += count
  return total
}
