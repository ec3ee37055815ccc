import { partsOf } from '../kernel/calendar-day.ts'
import type { HolidayZone } from '../kernel/holiday-rules.ts'
import { knowsHolidaysOf } from '../kernel/holidays.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { dayOff } from '../kernel/working-calendar.ts'
import { dayOfNumber } from './day-number.ts'

/** Jours ouvrés or jours ouvrables; civil days need no table. */
export type WorkingUnit = 'working_days' | 'business_days'

/** Length of a wait between two day numbers, whole days; see `Reading.span`. */
export type Span = (opened: number, until: number) => number

/**
 * Waits in working or business days of a zone, for days from `from` to `until` (day numbers): the day of opening is not
 * counted, the last one is, as in the kernel's deadlines. Refused in years whose holidays are not known. The span
 * throws RangeError outside these days.
 */
export function workingSpan(
  unit: WorkingUnit,
  zone: HolidayZone,
  { from, until }: { from: number; until: number },
): Result<Span, { readonly because: 'outside_calendar' }> {
  const days = Array.from({ length: Math.max(0, until - from + 1) }, (_, at) => dayOfNumber(from + at))
  if (!days.every((day) => knowsHolidaysOf(partsOf(day).year))) return refuse({ because: 'outside_calendar' })
  let counted = 0
  const before = Int32Array.from(days, (day) => (dayOff(day, unit, zone) ? counted : ++counted))
  const at = (day: number): number => {
    const count = before[day - from]
    if (count === undefined) throw new RangeError(`day ${day} is outside the calendar of this span`)
    return count
  }
  return accept((opened, closed) => at(closed) - at(opened))
}
