import { type CalendarDay, daysBetween } from '../../kernel/calendar-day.ts'
import type { BallHolder, Ending } from '../../complaints/domain/event-kinds.ts'

/** What a list says of a complaint: where, what, the anchors of its clocks, who follows it. */
export type ListedComplaint = {
  readonly id: string
  readonly estate: string
  readonly building?: string
  /** With the word that this space uses: «entrée 14». */
  readonly staircase?: string
  readonly home?: { readonly id: string; readonly label: string; readonly floor: number }
  readonly family: string
  readonly problem: string
  /** Absent when nobody on the other side was told. */
  readonly told?: { readonly earliest?: CalendarDay; readonly latest: CalendarDay }
  readonly ended?: { readonly earliest: CalendarDay; readonly latest: CalendarDay; readonly how: Ending }
  readonly registeredOn?: CalendarDay
  readonly closedOn?: CalendarDay
  readonly contested: boolean
  readonly ball?: BallHolder
  readonly reminders: number
  readonly nextPromiseOn?: CalendarDay
  readonly nextDueOn?: CalendarDay
  readonly assignee?: string
  readonly followUpOn?: CalendarDay
}

/** The shortest the wait can have been on that day; nothing when it began on no known day. */
export function daysWaited({ told, ended }: Pick<ListedComplaint, 'told' | 'ended'>, today: CalendarDay) {
  if (!told) return undefined
  return Math.max(0, daysBetween(told.latest, ended?.earliest ?? today))
}
