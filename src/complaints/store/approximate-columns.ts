import type { ApproximateDay, DayPrecision } from '../../kernel/approximate-day.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'

const PRECISIONS: readonly DayPrecision[] = ['day', 'month', 'season', 'year', 'before', 'about']

/** An approximate day as four columns give it back; nothing when it was not noted. */
export function approximateOf(
  said: string,
  earliest: string | null,
  latest: string | null,
  precision: string | null,
): ApproximateDay | undefined {
  const known = PRECISIONS.find((p) => p === precision)
  if (!earliest || !latest || !known) return undefined
  return { earliest: calendarDay(earliest), latest: calendarDay(latest), precision: known, said }
}
