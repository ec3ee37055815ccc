/** Until when cases are known: the day or the instant at which the file was drawn. */
import { addDays, type CalendarDay, dayIn, parseCalendarDay } from '../../kernel/calendar-day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { UsageRefusal } from './usage-refusal.ts'

export type AsOf = {
  /** As it was written. */
  readonly text: string
  /** The civil day in the zone of the source. */
  readonly day: CalendarDay
  /** Milliseconds since 1970, UTC; a day is known until its end. */
  readonly instant: number
  /** Whether only a day was given. */
  readonly isDay: boolean
}

/** `2026-02-17`, or an instant that says its zone: `2026-02-17T02:21:40Z`, `2026-02-16T21:21:40-05:00`. */
const INSTANT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i

/** Refuses what is neither, and what is later than `now`: nobody knows it yet. */
export function readAsOf(text: string, zone: string, now: Date): Result<AsOf, UsageRefusal> {
  const today = dayIn(now, zone)
  const day = parseCalendarDay(text.trim())
  if (day) {
    if (day > today) return refuse({ because: 'as_of_in_future', value: text, today })
    return accept({ text: day, day, instant: startOf(addDays(day, 1), zone), isDay: true })
  }
  const instant = INSTANT.test(text.trim()) ? Date.parse(text.trim().replace(' ', 'T')) : Number.NaN
  if (Number.isNaN(instant) || !parseCalendarDay(text.trim().slice(0, 10)))
    return refuse({ because: 'as_of_unreadable', value: text })
  if (instant > now.getTime()) return refuse({ because: 'as_of_in_future', value: text, today })
  return accept({ text: text.trim(), day: dayIn(new Date(instant), zone), instant, isDay: false })
}

/** The first instant of a civil day in a zone: the clocks of a zone move by less than a day. */
export function startOf(day: CalendarDay, zone: string): number {
  let [low, high] = [Date.parse(`${day}T00:00:00Z`) - 86_400_000, Date.parse(`${day}T00:00:00Z`) + 86_400_000]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (dayIn(new Date(middle), zone) >= day) high = middle
    else low = middle + 1
  }
  return low
}
