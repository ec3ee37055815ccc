import type { DailyFlows } from './backlog.ts'
import { type LexisTable, STILL_OPEN } from './lexis.ts'

/** A day when far more was closed at once than around it: a tidying, perhaps, and not as many repairs. */
export type BulkDay = { readonly day: number; readonly closures: number; readonly usual: number }

/** Working days compared on each side, how many times the usual, and from how many closings it is worth a question. */
const AROUND = 20
const TIMES_USUAL = 3
const LEAST = 20

/**
 * The days of bulk closing: at least 20 closings, at least three times the median of the 40 busy days around (days with
 * a closing), and more than five robust deviations above it. The rule is ours; the figure without them stands beside,
 * never instead (`Reading.doubted`).
 */
export function bulkDays({ from, closures }: DailyFlows): BulkDay[] {
  const busy = [...closures].flatMap((count, at) => (count > 0 ? [{ day: from + at, closures: count }] : []))
  return busy.flatMap((own, at) => {
    if (own.closures < LEAST) return []
    // What is three times the median is so of half of them: counting them spares most days two sortings.
    const [first, end] = [Math.max(0, at - AROUND), Math.min(busy.length, at + 1 + AROUND)]
    let lower = 0
    for (let other = first; other < end; other++)
      if (TIMES_USUAL * (busy[other]?.closures ?? 0) <= own.closures) lower++
    if (lower < Math.floor((end - first - 1) / 2)) return []
    const around = [...busy.slice(first, at), ...busy.slice(at + 1, end)]
    const usual = median(around.map((other) => other.closures))
    const deviation = 1.4826 * median(around.map((other) => Math.abs(other.closures - usual)))
    const far = own.closures >= TIMES_USUAL * usual && own.closures > usual + 5 * deviation
    return around.length > 0 && far ? [{ ...own, usual }] : []
  })
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2
}

/**
 * After how many days a share (0.95) of the closings is known. The last days always look slow: what happened in them is
 * not yet told. Those told late enough to be missed still are allowed for, by counting delays backwards (right
 * truncation: Kalbfleisch and Lawless 1989). Only closings from `since` on are read: before the first vintage nobody
 * knows when a closing came to be known. Undefined when none is.
 */
export function reportingDelay(
  table: LexisTable,
  { asOf, since, share = 0.95 }: { asOf: number; since: number; share?: number },
): number | undefined {
  const told = closingsTold(table, asOf, since)
  const delays = [...new Set(told.map(({ delay }) => delay))].toSorted((a, b) => b - a)
  let known = 1
  for (const delay of delays.filter((days) => days > 0)) {
    // Of those whose day lies far enough back to be told so late, and told by then: how many at the very last.
    const could = told.filter((one) => one.delay <= delay && one.day <= asOf - delay)
    const late = could.filter((one) => one.delay === delay)
    known *= 1 - total(late) / Math.max(1, total(could))
    if (known < share) return delay
  }
  return delays.length === 0 ? undefined : 0
}

type Told = { readonly day: number; readonly delay: number; readonly count: number }

function closingsTold(table: LexisTable, asOf: number, since: number): Told[] {
  const told: Told[] = []
  for (let row = 0; row < table.size; row++) {
    const [day, known, count] = [
      table.closed[row] ?? STILL_OPEN,
      table.knownFrom[row] ?? 0,
      table.count[row] ?? 0,
    ]
    if (count > 0 && day >= since && day <= asOf && known <= asOf) {
      told.push({ day, delay: Math.max(0, known - day), count })
    }
  }
  return told
}

const total = (told: readonly Told[]): number => told.reduce((sum, { count }) => sum + count, 0)
