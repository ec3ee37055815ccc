import { dayOfNumber } from '../../measure/day-number.ts'

/** How many cases were opened and closed on each day. */
export type DayFlow = { readonly day: number; readonly opened: number; readonly closed: number }

/** Fewer cases, or fewer days, than these before the first closing are no reason to doubt. */
const LEAST_CASES = 20
const LEAST_DAYS = 30

/**
 * Whether the extract looks as if it held older cases only when they were still open on some day: openings go back
 * well before the first closing. What it is, its giver says; until then its waits look longer than they were.
 */
export function suspectedTruncation(flows: readonly DayFlow[]): { from: number; olderCases: number } | null {
  const closings = flows.filter(({ closed }) => closed > 0).map(({ day }) => day)
  if (closings.length === 0) return null
  const from = ruleDay(closings.reduce((a, b) => Math.min(a, b)))
  const older = flows.filter(({ day, opened }) => opened > 0 && day < from)
  const olderCases = older.reduce((sum, { opened }) => sum + opened, 0)
  const longest = older.reduce((most, { day }) => Math.max(most, from - day), 0)
  return olderCases >= LEAST_CASES && longest >= LEAST_DAYS ? { from, olderCases } : null
}

/** A Sunday, a holiday and the bridge between: days without a closing after the one that the rule of an extract tells. */
const QUIET_DAYS = 3

/** Extracts begin with a month: a first closing on 2 January tells the rule «since 1 January», a holiday. */
function ruleDay(firstClosing: number): number {
  const dayOfMonth = Number(dayOfNumber(firstClosing).slice(8))
  return dayOfMonth - 1 <= QUIET_DAYS ? firstClosing - (dayOfMonth - 1) : firstClosing
}
