import { addDays, addMonths, type CalendarDay, LAST_YEAR, partsOf, weekdayOf } from './calendar-day.ts'
import { elapse } from './elapsed-hours.ts'
import type { HolidayCode, HolidayZone } from './holiday-rules.ts'
import { holidayOn, knowsHolidaysOf } from './holidays.ts'
import { accept, refuse, type Result } from './result.ts'

/**
 * Four ways of counting time that are never mixed, and hours: calendar days · working days (jours ouvrés, Monday to
 * Friday less holidays) · business days (jours ouvrables, Monday to Saturday less holidays) · months, date to date.
 */
export const UNITS = ['calendar_days', 'working_days', 'business_days', 'months', 'hours'] as const
export type Unit = (typeof UNITS)[number]

/** Why a day is what it is in a computation; none when it is simply counted. */
export type StepReason =
  | 'start_day'
  | 'saturday'
  | 'sunday'
  | 'month_cut_short'
  | 'carried_over'
  | HolidayCode

/** One line of a computation: a day, whether it counted, and how much had been counted by its end. */
export type Step = {
  readonly day: CalendarDay
  readonly counted: boolean
  readonly count: number
  readonly reason?: StepReason
}

export type DueDay = {
  readonly on: CalendarDay
  readonly steps: readonly Step[]
  /** Hours counted from a day whose hour is not known: `on` is the latest day that can be meant. */
  readonly hourUnknown: boolean
}

/** `bad_length`: not a whole number of 1 to 36,525. `outside_calendar`: it ends, or counts holidays, in years not known. */
export type DueRefusal = { readonly because: 'bad_length' | 'outside_calendar' }

export const LONGEST_LENGTH = 36_525

/**
 * The day on which a length ends. The day that starts it is not counted, and the last one is. A length that ends on a
 * day off stays there unless `carriedOver`: then it ends on the next working day.
 */
export function dueAfter(
  start: CalendarDay,
  length: number,
  unit: Unit,
  zone: HolidayZone,
  { carriedOver = false }: { readonly carriedOver?: boolean } = {},
): Result<DueDay, DueRefusal> {
  if (!Number.isInteger(length) || length < 1 || length > LONGEST_LENGTH)
    return refuse({ because: 'bad_length' })
  const first: Step = { day: start, counted: false, count: 0, reason: 'start_day' }
  const steps = stepsOf(start, length, unit, zone)
  if (!steps) return refuse({ because: 'outside_calendar' })
  const all = carriedOver ? carry([first, ...steps], zone) : [first, ...steps]
  const last = all?.at(-1)
  if (!all || !last) return refuse({ because: 'outside_calendar' })
  return accept({ on: last.day, steps: all, hourUnknown: unit === 'hours' })
}

function stepsOf(
  start: CalendarDay,
  length: number,
  unit: Unit,
  zone: HolidayZone,
): readonly Step[] | undefined {
  switch (unit) {
    case 'calendar_days':
      return calendarSteps(start, length)
    case 'months':
      return monthSteps(start, length)
    case 'hours':
      return elapse(start, length, zone)
    case 'working_days':
    case 'business_days':
      return openSteps(start, length, unit, zone)
  }
}

const isInReach = (start: CalendarDay, days: number): boolean =>
  partsOf(start).year + Math.ceil(days / 365) < LAST_YEAR

function calendarSteps(start: CalendarDay, length: number): readonly Step[] | undefined {
  if (!isInReach(start, length)) return undefined
  return Array.from({ length }, (_, i) => ({ day: addDays(start, i + 1), counted: true, count: i + 1 }))
}

function monthSteps(start: CalendarDay, length: number): readonly Step[] | undefined {
  if (!isInReach(start, length * 31)) return undefined
  return Array.from({ length }, (_, i) => {
    const day = addMonths(start, i + 1)
    const isShort = partsOf(day).day < partsOf(start).day
    return { day, counted: true, count: i + 1, ...(isShort ? { reason: 'month_cut_short' as const } : {}) }
  })
}

function openSteps(
  start: CalendarDay,
  length: number,
  unit: 'working_days' | 'business_days',
  zone: HolidayZone,
): readonly Step[] | undefined {
  if (!knowsHolidaysOf(partsOf(start).year)) return undefined
  const steps: Step[] = []
  let count = 0
  for (let day = addDays(start, 1); count < length; day = addDays(day, 1)) {
    if (!knowsHolidaysOf(partsOf(day).year)) return undefined
    const reason = dayOff(day, unit, zone)
    if (!reason) count += 1
    steps.push({ day, counted: !reason, count, ...(reason ? { reason } : {}) })
  }
  return steps
}

/** Why a day is not counted, or nothing when it is. @throws RangeError in years whose holidays are not known. */
export function dayOff(
  day: CalendarDay,
  unit: 'working_days' | 'business_days',
  zone: HolidayZone,
): StepReason | undefined {
  const holiday = holidayOn(day, zone)
  if (holiday) return holiday.code
  const weekday = weekdayOf(day)
  if (weekday === 7) return 'sunday'
  return weekday === 6 && unit === 'working_days' ? 'saturday' : undefined
}

/** On to the next working day, each day passed over said; the last counted day stays in the list as what was reached. */
function carry(steps: readonly Step[], zone: HolidayZone): readonly Step[] | undefined {
  const last = steps.at(-1)
  if (!last) return undefined
  const { count } = last
  const passed: Step[] = []
  for (let { day } = last; ; day = addDays(day, 1)) {
    if (!knowsHolidaysOf(partsOf(day).year)) return undefined
    const reason = dayOff(day, 'working_days', zone)
    if (reason) {
      if (day !== last.day) passed.push({ day, counted: false, count, reason })
      continue
    }
    return day === last.day
      ? steps
      : [...steps, ...passed, { day, counted: false, count, reason: 'carried_over' }]
  }
}

/** How many counted days lie after `since`, up to `until` included; nothing in years whose holidays are not known. */
export function openDaysBetween(
  since: CalendarDay,
  until: CalendarDay,
  unit: 'working_days' | 'business_days',
  zone: HolidayZone,
): number | undefined {
  if (!knowsHolidaysOf(partsOf(since).year) || !knowsHolidaysOf(partsOf(until).year)) return undefined
  let count = 0
  for (let day = since; day < until;) {
    day = addDays(day, 1)
    if (!dayOff(day, unit, zone)) count += 1
  }
  return count
}
