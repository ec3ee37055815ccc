import { type CalendarDay, daysBetween } from '../../kernel/calendar-day.ts'

type Waiting = { readonly met: boolean; readonly wait?: { readonly since: CalendarDay } }

/** What a façade says in numbers; the homes waiting are among those met. */
export type FrontCount = {
  readonly homes: number
  readonly met: number
  readonly waiting: number
  /** Waiting for more than a quarter of a year. */
  readonly long: number
}

export const LONG_WAIT = 91

export function countFront(doors: readonly Waiting[], today: CalendarDay): FrontCount {
  const waiting = doors.filter(({ wait }) => wait !== undefined)
  return {
    homes: doors.length,
    met: doors.filter(({ met }) => met).length,
    waiting: waiting.length,
    long: waiting.filter(({ wait }) => wait && daysBetween(wait.since, today) > LONG_WAIT).length,
  }
}
