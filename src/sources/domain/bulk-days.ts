import { type BulkDay, bulkDays } from '../../measure/doubtful-days.ts'
import type { DayFlow } from './truncation.ts'

/** Days when far more was closed at once than around them. Flows in the order of days. */
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
