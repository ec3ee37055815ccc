import { type CalendarDay, partsOf } from './calendar-day.ts'

export const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const

/** Meteorological seasons: whole months, as people remember them. Winter begins in December of its named year. */
export const SEASONS = [
  { name: 'printemps', firstMonth: 3 },
  { name: 'été', firstMonth: 6 },
  { name: 'automne', firstMonth: 9 },
  { name: 'hiver', firstMonth: 12 },
] as const

/** « 22 novembre 2026 », « 1er mai 2026 ». */
export function sayDay(day: CalendarDay): string {
  const parts = partsOf(day)
  return `${parts.day === 1 ? '1er' : parts.day} ${sayMonth(parts.month)} ${parts.year}`
}

/** « novembre 2026 ». */
export function sayMonthOf(day: CalendarDay): string {
  const { month, year } = partsOf(day)
  return `${sayMonth(month)} ${year}`
}

export function sayMonth(month: number): string {
  const name = MONTHS[month - 1]
  if (!name) throw new RangeError(`not a month, ${month}`)
  return name
}
