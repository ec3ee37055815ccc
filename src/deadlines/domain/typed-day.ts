import { type CalendarDay, dayOf, parseCalendarDay } from '../../kernel/calendar-day.ts'

/** A whole date, as a date field sends it or as people write it: «2026-03-02», «2/3/2026», «02.03.2026». */
export function readDay(text: string): CalendarDay | undefined {
  const [, day, month, year] = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})$/.exec(text.trim()) ?? []
  return year
    ? dayOf({ year: Number(year), month: Number(month), day: Number(day) })
    : parseCalendarDay(text.trim())
}
