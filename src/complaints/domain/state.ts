import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { Moment } from '../../kernel/length.ts'
import type { BallHolder, Ending, Promised } from './event-kinds.ts'

/** One stretch of a clock. `until` is absent while it runs. */
export type Run = { readonly from: Moment; readonly until?: Moment; readonly ending?: Ending }

export type Promise = {
  readonly eventId: string
  readonly what: Promised
  readonly madeOn: Moment
  readonly dueOn: CalendarDay
  readonly keptOn?: Moment
}

/**
 * What a thread says, without knowing what day it is: lengths are computed from it with `today`.
 * Each clock is a list of runs: a recurrence, or a file opened again, is one more run of the same thread, never a sum.
 */
export type ComplaintState = {
  readonly tenant: readonly Run[]
  readonly landlord: readonly Run[]
  /** Ends at the first answer on the substance, or with the household's wait, whichever comes first. */
  readonly answer: readonly AnswerRun[]
  readonly lastWord?: Moment
  /** The longest stretch without a word that has ended, in days. */
  readonly longestSilence: number
  readonly ball?: { readonly holder: BallHolder; readonly since: Moment }
  readonly promises: readonly Promise[]
  /** A closure that the household says is untrue, and nothing since. */
  readonly contested: boolean
  readonly reminders: number
  readonly tellings: number
  readonly interlocutors: number
  readonly transfers: number
  readonly contempts: number
  readonly missedAppointments: number
  readonly lastEventOn?: CalendarDay
  readonly eventCount: number
}

export type AnswerRun = Run & { readonly answered?: boolean }
