import { addDays, calendarDay, type CalendarDay, dayIn } from '../../kernel/calendar-day.ts'

/** Latin figures in Arabic too: the doors and the sheets have them. */
const localeOf = (tag: string): string => (tag === 'ar' ? 'ar-u-nu-latn' : tag)
const atNoon = (day: string): Date => new Date(`${day}T12:00:00`)

export const longDay = (day: string, tag: string): string =>
  new Intl.DateTimeFormat(localeOf(tag), { dateStyle: 'long' }).format(atNoon(day))

/** What fits on a tile: « jeu. 26 ». */
export const shortDay = (day: string, tag: string): string =>
  new Intl.DateTimeFormat(localeOf(tag), { weekday: 'short', day: 'numeric' }).format(atNoon(day))

export const today = (): CalendarDay => dayIn(new Date())

export const dayAfter = (day: string): CalendarDay => addDays(calendarDay(day), 1)
