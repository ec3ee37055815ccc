import type { DailyFlows } from '../../measure/backlog.ts'
import { bulkDays, type BulkDay } from '../../measure/doubtful-days.ts'

/** One week: what came, what was closed, and what was open at the end of it. `day` is its first (a day number). */
export type WeekFlow = {
  readonly day: number
  readonly arrivals: number
  readonly closures: number
  readonly open: number
}

export type Flows = { readonly weeks: readonly WeekFlow[]; readonly bulk: readonly BulkDay[] }

type DayRow = { readonly day: number; readonly opened: number; readonly closed: number }

const WEEK = 7
/** Two years of weeks hold on a drawing; before them a backlog is history. */
const MOST_WEEKS = 104

/** Flows from the first day of a source to its as-of; what came later is not known. */
export function flowsUntil(rows: readonly DayRow[], asOf: number): Flows {
  const daily = dailyOf(rows, asOf)
  return { weeks: weeksOf(daily), bulk: bulkDays(daily) }
}

function dailyOf(rows: readonly DayRow[], asOf: number): DailyFlows {
  const from = rows[0]?.day ?? asOf
  const days = Math.max(0, asOf - from + 1)
  const [arrivals, closures] = [new Float64Array(days), new Float64Array(days)]
  for (const { day, opened, closed } of rows.filter((row) => row.day <= asOf)) {
    arrivals[day - from] = opened
    closures[day - from] = closed
  }
  let waiting = 0
  const open = arrivals.map((came, at) => (waiting += came - (closures[at] ?? 0)))
  return { from, arrivals, closures, open }
}

/** Whole weeks back from the last day: the last one is never cut. */
function weeksOf({ from, arrivals, closures, open }: DailyFlows): readonly WeekFlow[] {
  const weeks = Math.min(MOST_WEEKS, Math.floor(open.length / WEEK))
  const first = open.length - weeks * WEEK
  const sum = (column: Float64Array, at: number) =>
    column.subarray(at, at + WEEK).reduce((total, count) => total + count, 0)
  return Array.from({ length: weeks }, (_, week) => {
    const at = first + week * WEEK
    return {
      day: from + at,
      arrivals: sum(arrivals, at),
      closures: sum(closures, at),
      open: open[at + WEEK - 1] ?? 0,
    }
  })
}
