import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { BallHolder } from '../../complaints/domain/event-kinds.ts'

export const PROGRESS = ['running', 'over', 'untold', 'all'] as const
/** Where the household's wait is; `untold` was said to nobody on the other side yet. */
export type Progress = (typeof PROGRESS)[number]

/** Which complaints of a space a list shows. What is absent is not asked. */
export type ListFilter = {
  readonly progress: Progress
  readonly contested?: boolean
  /** A promise whose day passed without what was promised. */
  readonly promisePassed?: boolean
  /** A deadline that binds the landlord, and whose day passed. */
  readonly deadlinePassed?: boolean
  /** The day to come back to it has come. */
  readonly toFollowUp?: boolean
  readonly caredForBy?: 'me' | 'nobody'
  readonly ball?: BallHolder
  /** More than so many days without a word from the other side. */
  readonly silentFor?: number
  readonly family?: string
  readonly estate?: string
  readonly building?: string
  readonly home?: string
  /** Words of the place: its name, its address, its door. */
  readonly words?: string
}

/** Where a page of the list begins: after this complaint. No day is what waits since no known day. */
export type ListCursor = { readonly told?: CalendarDay; readonly id: string }

export const LONGEST_SILENCE_ASKED = 3650
