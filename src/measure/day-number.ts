import { addDays, type CalendarDay, calendarDay, daysBetween } from '../kernel/calendar-day.ts'

/** Day 0 of the tables: whole days from here fit a 32-bit integer and are the `date` of DuckDB and of PostgreSQL. */
const FIRST = calendarDay('1970-01-01')

/** A civil day as the number of days since 1970-01-01; negative before. */
export const dayNumber = (day: CalendarDay): number => daysBetween(FIRST, day)

/** The civil day of a number; throws outside the years the kernel knows. */
export const dayOfNumber = (number: number): CalendarDay => addDays(FIRST, number)
