import { dayNumber } from '../../measure/day-number.ts'
import { type BulkDay, bulkDays, reportingDelay } from '../../measure/doubtful-days.ts'
import { tableOf } from '../../measure/lexis.ts'
import { codeOf } from '../../measure/outcomes.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { DayFlow } from '../domain/truncation.ts'

/** Days when far more was closed at once than around them. */
export function bulkDaysOf(flows: readonly DayFlow[]): BulkDay[] {
  const from = flows[0]?.day ?? 0
  const days = (flows.at(-1)?.day ?? from - 1) - from + 1
  const [arrivals, closures, open] = [new Float64Array(days), new Float64Array(days), new Float64Array(days)]
  for (const { day, opened, closed } of flows) {
    arrivals[day - from] = opened
    closures[day - from] = closed
  }
  return bulkDays({ from, arrivals, closures, open })
}

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
