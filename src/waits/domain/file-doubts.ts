/** What nobody should miss of a file before believing its figures: none of it stops the counting. */
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { dayOfNumber } from '../../measure/day-number.ts'
import { bulkDaysOf } from '../../sources/domain/bulk-days.ts'
import type { FileSheet, InspectedFile, LoadedRows } from '../../sources/domain/inspected-file.ts'
import { type DayFlow, suspectedTruncation } from '../../sources/domain/truncation.ts'

export type FileDoubt =
  /** Which sheet was read, where there were several. */
  | { readonly because: 'one_sheet_of'; readonly sheet: string; readonly others: readonly FileSheet[] }
  | { readonly because: 'twice_named'; readonly headers: readonly string[] }
  /** Rows with something written beyond the last header. */
  | { readonly because: 'beyond_headers'; readonly rows: number }
  /** No closing is told before that day, though cases were opened before. */
  | { readonly because: 'older_absent'; readonly from: CalendarDay; readonly olderCases: number }
  | { readonly because: 'closed_at_once'; readonly days: readonly BulkClosing[]; readonly more: number }

export type BulkClosing = {
  readonly day: CalendarDay
  readonly closures: number
  readonly usual: number
}

export const doubtsOfFile = (
  { sheet, otherSheets, twiceNamed }: InspectedFile,
  { beyond }: Pick<LoadedRows, 'beyond'>,
): FileDoubt[] => [
  ...(sheet !== null && otherSheets.length > 0
    ? [{ because: 'one_sheet_of', sheet, others: otherSheets } as const]
    : []),
  ...(twiceNamed.length > 0 ? [{ because: 'twice_named', headers: twiceNamed } as const] : []),
  ...(beyond > 0 ? [{ because: 'beyond_headers', rows: beyond } as const] : []),
]

/** Days of the same sentence: the three at which most was closed. */
const MOST_NAMED = 3

/** Flows in the order of days. Whoever declared late entries knows that older cases are absent. */
export function doubtsOfFlows(
  flows: readonly DayFlow[],
  { isEntryTold }: { readonly isEntryTold: boolean },
): FileDoubt[] {
  const truncated = isEntryTold ? null : suspectedTruncation(flows)
  const bulk = bulkDaysOf(flows)
  const most = bulk.toSorted((a, b) => b.closures - a.closures).slice(0, MOST_NAMED)
  const days = most.map(({ day, closures, usual }) => ({ day: dayOfNumber(day), closures, usual }))
  return [
    ...(truncated
      ? [{ because: 'older_absent', ...truncated, from: dayOfNumber(truncated.from) } as const]
      : []),
    ...(days.length > 0
      ? [{ because: 'closed_at_once', days, more: bulk.length - days.length } as const]
      : []),
  ]
}
