import { dayNumber } from '../../measure/day-number.ts'
import { reportingDelay } from '../../measure/doubtful-days.ts'
import { tableOf } from '../../measure/lexis.ts'
import { codeOf } from '../../measure/outcomes.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'

/** A number of closings of one day that came to be known on another. */
export type ToldClosing = { readonly day: number; readonly knownFrom: number; readonly n: number }

/** Until how many days after it a closing is usually told; null before two vintages can say it. */
export function delayOf(
  told: readonly ToldClosing[],
  { asOf, first }: { readonly asOf: CalendarDay; readonly first: CalendarDay },
): number | null {
  const contributions = told.map(({ day, knownFrom, n }) => ({
    stratum: 0,
    opened: day,
    closed: day,
    outcome: codeOf('other'),
    knownFrom,
    count: n,
  }))
  const [until, since] = [dayNumber(asOf), dayNumber(first) + 1]
  return reportingDelay(tableOf(contributions), { asOf: until, since }) ?? null
}
