import { type CalendarDay, daysBetween } from '../../kernel/calendar-day.ts'
import type { HolidayZone } from '../../kernel/holiday-rules.ts'
import { openDaysBetween, type Unit } from '../../kernel/working-calendar.ts'
import type { DeadlineRule } from './rule.ts'

/** So many days, in the rule's own unit where it is one of days; months and hours are told in calendar days. */
export type Span = {
  readonly days: number
  readonly unit: 'calendar_days' | 'working_days' | 'business_days'
}

/** `late`: it stopped, after its day. `passed`: its day is over and nothing has stopped it. */
export type Standing =
  | { readonly state: 'no_figure' }
  | { readonly state: 'running'; readonly left: Span }
  | { readonly state: 'met'; readonly before: Span }
  | { readonly state: 'late'; readonly by: Span }
  | { readonly state: 'passed'; readonly since: Span }

/** Where a deadline stands today. The due day itself is still in time. */
export function standing(
  copy: DeadlineRule,
  dueOn: CalendarDay | null,
  stoppedOn: CalendarDay | undefined,
  today: CalendarDay,
  zone: HolidayZone = 'national',
): Standing {
  if (dueOn === null || copy.unit === null) return { state: 'no_figure' }
  const end = stoppedOn ?? today
  const span = end <= dueOn ? spanOf(end, dueOn, copy.unit, zone) : spanOf(dueOn, end, copy.unit, zone)
  if (stoppedOn === undefined)
    return end <= dueOn ? { state: 'running', left: span } : { state: 'passed', since: span }
  return end <= dueOn ? { state: 'met', before: span } : { state: 'late', by: span }
}

function spanOf(since: CalendarDay, until: CalendarDay, unit: Unit, zone: HolidayZone): Span {
  if (unit === 'working_days' || unit === 'business_days') {
    const days = openDaysBetween(since, until, unit, zone)
    if (days) return { days, unit } // from a Friday to its Saturday there is no working day, and yet a day
  }
  return { days: daysBetween(since, until), unit: 'calendar_days' }
}
