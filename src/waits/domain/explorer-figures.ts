import type { Result } from '../../kernel/result.ts'
import { incidencesOn, withdrawalBounds } from '../../measure/competing.ts'
import { type Figure, figureOf } from '../../measure/figure.ts'
import { indexAt } from '../../measure/exits.ts'
import { intervalAt, rowsDrawn, type SurvivalCurve, survivalOf } from '../../measure/survival.ts'
import { codeOf, OUTCOMES, type Outcome } from '../../measure/outcomes.ts'
import type { Quantile } from '../../measure/quantile.ts'
import { type BeyondLastTime, type RestrictedMean, restrictedMean } from '../../measure/restricted-mean.ts'
import { type ClosedStair, closedStairOf } from './closed-stair.ts'
import type { DayKind } from './explorer-question.ts'
import { type NamedWaits, provenanceOf, TIE, type WaitsOrigin } from './explorer-waits.ts'
import { type AgeBands, ageBandsOf } from './open-ages.ts'
import { type StaircaseDrawing, staircaseOf, type StairLanding } from './staircase.ts'
import type { IntervalKind } from '../../measure/interval.ts'

/** The share that still waits after so many days, and its interval; null past the end of the stair. */
export type WaitingShare = {
  readonly day: number
  readonly share: number | null
  readonly lower: number | null
  readonly upper: number | null
}

/** Of a hundred cases, what has become of them after so many days. The shares and `waiting` sum to 1. */
export type OutcomeShares = {
  readonly day: number
  readonly waiting: number
  readonly ended: Readonly<Partial<Record<Outcome, number>>>
}

/** What ends otherwise than by repair, and what withdrawals could hide when they are more than one in twenty. */
export type OutcomeFigures = {
  readonly days: readonly OutcomeShares[]
  readonly withdrawn: number
  readonly bounds: readonly { readonly day: number; readonly lower: number; readonly upper: number }[] | null
}

/** All the figures of one selection. */
export type WaitFigures = {
  readonly name: string
  readonly median: Figure<Quantile>
  readonly staircase: Figure<StaircaseDrawing>
  readonly shares: Figure<readonly WaitingShare[]>
  readonly mean: Figure<Result<RestrictedMean, BeyondLastTime>>
  readonly closedOnly: Figure<ClosedStair>
  readonly outcomes: Figure<OutcomeFigures> | null
  readonly ages: Figure<AgeBands>
  readonly neverAtRisk: number
}

export type FiguresAsked = {
  readonly origin: WaitsOrigin
  readonly subject: NamedWaits
  readonly compared: NamedWaits | null
  readonly landings: readonly StairLanding[]
  readonly interval: IntervalKind
  readonly tau: number
  readonly closedOnly: boolean
  readonly days: DayKind
}

/** Days at which a table says who still waits. */
const TOLD_DAYS = [1, 7, 30, 91, 182, 365, 730] as const

export function figuresOf(asked: FiguresAsked): WaitFigures {
  const { origin, subject, compared, landings, interval, tau, closedOnly } = asked
  const { exits } = subject
  const curve = survivalOf(exits)
  const drawing = staircaseOf({
    subject,
    compared: compared ?? undefined,
    interval,
    closedOnly,
    landings,
    tie: TIE,
  })
  const told = (definition: string, method?: string) => provenanceOf(origin, definition, asked, method)
  return {
    name: subject.name,
    median: figureOf(drawing.subject.median, exits, told('median_wait')),
    staircase: figureOf(drawing, exits, told('staircase')),
    shares: figureOf(sharesOf(curve, interval), exits, told('share_waiting')),
    mean: figureOf(restrictedMean(curve, tau), exits, told('restricted_mean')),
    closedOnly: figureOf(closedStairOf(exits, TIE), exits, told('closed_only', 'closed_cases')),
    outcomes: tellsOutcomes(subject)
      ? figureOf(outcomesOf(subject, curve), exits, told('outcomes', 'aalen_johansen'))
      : null,
    ages: figureOf(ageBandsOf(exits, TIE), exits, told('ages', 'count')),
    neverAtRisk: subject.neverAtRisk,
  }
}

/** The shares of a curve where it may be read: nothing past its last row of ten. */
export function sharesOf(curve: SurvivalCurve, interval: IntervalKind): readonly WaitingShare[] {
  const rows = rowsDrawn(curve)
  const until = rows === 0 ? 0 : (curve.time[rows - 1] ?? 0)
  // Where everybody's wait has ended nobody waits later, and it is known.
  const after =
    rows > 0 && curve.survival[curve.survival.length - 1] === 0 && rows === curve.time.length ? 0 : null
  return TOLD_DAYS.map((day) => {
    if (day > until) return { day, share: after, lower: null, upper: null }
    const row = indexAt(curve.time, day)
    const { lower, upper } = intervalAt(curve, row, interval)
    return { day, share: row === -1 ? 1 : (curve.survival[row] ?? 0), lower, upper }
  }).filter(({ share }, at, all) => at === 0 || (share !== null && share > 0) || !isOver(all[at - 1]))
}

/** One row says that a stair has stopped, or that nobody waits any more; the next would say it again. */
const isOver = (row: WaitingShare | undefined): boolean => row?.share === null || row?.share === 0

const OTHER = codeOf('other')

/** Whether the source says how waits end: all «other» is not knowing. */
const tellsOutcomes = ({ exits }: NamedWaits): boolean =>
  exits.byCause.some((counts, at) => at + 1 !== OTHER && counts.some((count) => count > 0))

function outcomesOf({ exits }: NamedWaits, curve: SurvivalCurve): OutcomeFigures {
  const incidences = incidencesOn(curve)
  const { time, waiting, causes } = incidences
  const rows = rowsDrawn(curve)
  const days = TOLD_DAYS.filter((day) => day <= (time[rows - 1] ?? 0))
  const at = (column: Float64Array, day: number, before: number) => {
    const row = indexAt(time, day)
    return row === -1 ? before : (column[row] ?? before)
  }
  const seen = OUTCOMES.filter((_, k) => exits.byCause[k]?.some((count) => count > 0))
  const bounds = withdrawalBounds(exits, codeOf('withdrawn'), incidences)
  return {
    days: days.map((day) => ({
      day,
      waiting: at(waiting.share, day, 1),
      ended: Object.fromEntries(
        seen.map((outcome) => [outcome, at(causes[codeOf(outcome) - 1]?.share ?? waiting.share, day, 0)]),
      ),
    })),
    withdrawn: bounds.withdrawn,
    bounds: bounds.mustBeShown
      ? days.map((day) => ({ day, lower: at(bounds.lower, day, 1), upper: at(bounds.upper, day, 1) }))
      : null,
  }
}
