import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { BulkDay } from '../../measure/doubtful-days.ts'
import type { ColumnFormat, ExtractNotice } from './extracted-cases.ts'
import type { FileKind, FileText, InspectedFile } from './inspected-file.ts'

/** What a new vintage did to the cases of the one before; nothing can be said of a first one, or of cases without a number. */
export type VintageChanges =
  | {
      readonly comparedWith: number
      readonly opened: number
      readonly closed: number
      readonly reopened: number
      readonly rewritten: number
      readonly gone: number
    }
  | { readonly comparedWith: null; readonly because: 'first_vintage' | 'cases_without_number' }

/** A file holds all cases of its source, or only rows that were rejected and are now corrected. */
export type FileScope = 'whole' | 'corrections'

/** What is known of the file a vintage was read from, and of what should not be believed at once. */
export type VintageFacts = {
  readonly kind: FileKind
  readonly wrappedIn: InspectedFile['wrappedIn']
  readonly text: FileText | null
  readonly sheet: string | null
  readonly headerRow: number
  readonly scope: FileScope
  /** Columns of the file that the map does not name: none of their values came in. */
  readonly leftOut: readonly string[]
  readonly twiceNamed: readonly string[]
  readonly beyond: number
  readonly formats: readonly ColumnFormat[]
  readonly notices: readonly ExtractNotice[]
  /** Cases the file calls duplicates, kept and counted as it says. */
  readonly duplicates: number
  readonly firstOpened: number | null
  readonly firstClosed: number | null
  /** No closing is told before that day, though cases were opened before: older ones are perhaps absent if closed. */
  readonly truncation: { readonly from: number; readonly olderCases: number } | null
  readonly bulkDays: readonly BulkDay[]
  /** Days until 95 % of the closings are told; null before there are two vintages to say it. */
  readonly reportingDelay: number | null
  /** The version of the rules by which it was counted (measure/rules.ts). */
  readonly rules: string
}

export type Vintage = {
  readonly id: string
  readonly sourceId: string
  readonly vintage: number
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
  readonly kept: number
  readonly rejected: Readonly<Record<string, number>>
  readonly asOf: CalendarDay
  readonly asOfInstant: Date | null
  readonly map: unknown
  readonly facts: VintageFacts
  readonly changes: VintageChanges
  readonly recordedBy: string
  readonly recordedAt: Date
}
