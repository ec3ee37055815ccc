import { addDays, calendarDay, type CalendarDay } from '../../kernel/calendar-day.ts'

/** Latin figures in Arabic too: the doors and the sheets have them. */
const localeOf = (tag: string): string => (tag === 'ar' ? 'ar-u-nu-latn' : tag)
const atNoon = (day: string): Date => new Date(`${day}T12:00:00`)

export const longDay = (day: string, tag: string): string =>
  new Intl.DateTimeFormat(localeOf(tag), { dateStyle: 'long' }).format(atNoon(day))

/** What fits on a tile: « jeu. 26 ». */
export const shortDay = (day: string, tag: string): string =>
  new Intl.DateTimeFormat(localeOf(tag), { weekday: 'short', day: 'numeric' }).format(atNoon(day))

const two = (number: number): string => String(number).padStart(2, '0')

/** The day on this phone, where it stands. Asking for Paris takes a slow phone a fifth of a second, once. */
export function today(now = new Date()): CalendarDay {
  return calendarDay(
    `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
  )
}

export const dayAfter = (day: string): CalendarDay => addDays(calendarDay(day), 1)
