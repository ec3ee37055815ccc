/**
 * A day of the civil calendar, with no hour and no zone: « 2026-11-22 ». Days are compared and counted as days,
 * because a wait of three days does not become two when the clocks change.
 */
export type CalendarDay = string & { readonly __calendarDay: true }

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7 // ISO: 1 is Monday

export const FIRST_YEAR = 1900
export const LAST_YEAR = 2199
const MILLISECONDS_OF_A_DAY = 86_400_000

export type DateParts = { year: number; month: number; day: number }

/** The day with these numbers, or nothing: 30 February, year 1789 and month 13 are not days here. */
export function dayOf({ year, month, day }: DateParts): CalendarDay | undefined {
  return isReal({ year, month, day }) ? mint(new Date(Date.UTC(year, month - 1, day))) : undefined
}

function isReal({ year, month, day }: DateParts): boolean {
  if (![year, month, day].every(Number.isInteger) || year < FIRST_YEAR || year > LAST_YEAR) return false
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

export function parseCalendarDay(text: string): CalendarDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  return isReal(partsOf(text as CalendarDay)) ? (text as CalendarDay) : undefined
}

/** For days written in the program or read from a `date` column: a wrong one is a bug. */
export function calendarDay(text: string): CalendarDay {
  const day = parseCalendarDay(text)
  if (!day) throw new RangeError(`not a calendar day: ${text}`)
  return day
}

export function partsOf(day: CalendarDay): DateParts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) }
}

export function addDays(day: CalendarDay, days: number): CalendarDay {
  return calendarDay(isoText(new Date(instantOf(day) + days * MILLISECONDS_OF_A_DAY)))
}

/** Date to date; where the month is too short, its last day: 31 January and one month is 28 or 29 February. */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const { year, month, day: dayOfMonth } = partsOf(day)
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const length = daysInMonth(first.getUTCFullYear(), first.getUTCMonth() + 1)
  first.setUTCDate(Math.min(dayOfMonth, length))
  return calendarDay(isoText(first))
}

/** Whole days from one to the other; negative when `until` comes first. */
export function daysBetween(since: CalendarDay, until: CalendarDay): number {
  return (instantOf(until) - instantOf(since)) / MILLISECONDS_OF_A_DAY
}

/** Below 0, 0 or above 0, for `sort`. Days may also be compared with `<`. */
export function compareDays(a: CalendarDay, b: CalendarDay): -1 | 0 | 1 {
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function earlierDay(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a < b ? a : b
}

export function laterDay(a: CalendarDay, b: CalendarDay): CalendarDay {
  return a < b ? b : a
}

export function weekdayOf(day: CalendarDay): Weekday {
  return (new Date(instantOf(day)).getUTCDay() || 7) as Weekday
}

export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** The civil day somewhere at an instant: 23:30 UTC on a summer evening is already tomorrow in Paris. */
export function dayIn(instant: Date, zone = 'Europe/Paris'): CalendarDay {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(instant)
      .map((part) => [part.type, part.value]),
  )
  return calendarDay(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`)
}

/** Making a formatter costs a thousand times what using it does, and every request asks for the day. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short', calendar: 'iso8601' })
  clocks.set(zone, made)
  return made
}

function instantOf(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function isoText(date: Date): string {
  return date.toISOString().slice(0, 10)
}

function mint(date: Date): CalendarDay {
  return isoText(date) as CalendarDay
}
