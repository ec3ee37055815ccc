/** What the reading of a file by its map gives, beside the tables that hold its cases. */
import type { DatePrecision, DateRefusal } from './date-formats.ts'
import type { MapRefusal } from './map-refusal.ts'
import type { RejectReason } from './reject-reasons.ts'
import type { DurationUnit } from './wait-map.ts'

export type ExtractRefusal =
  | MapRefusal
  | DateRefusal
  | {
      readonly because: 'repeated_ids'
      readonly header: string
      readonly rows: number
      readonly samples: readonly string[]
    }
  | {
      readonly because: 'nothing_usable'
      readonly rows: number
      readonly rejects: Readonly<Partial<Record<RejectReason, number>>>
    }

export type ColumnFormat = {
  readonly header: string
  /** As `dateFormat` says it; empty when the column holds no date. */
  readonly format: string
  readonly precision: DatePrecision
}

export type ValueCount = { readonly value: string; readonly count: number }

/** What is worth saying of a file that was read; nothing of it stops the reading. */
export type ExtractNotice =
  /** Most dates are of the decided format; these are not, and their rows are rejected. */
  | { readonly because: 'mixed_formats'; readonly header: string; readonly count: number }
  /** Day and month of this column were told apart by the other one. */
  | { readonly because: 'order_of_other_column'; readonly header: string; readonly format: string }
  /** «?», «N/A», 00/00/0000 and 1900-01-01 were read as nothing. */
  | { readonly because: 'words_for_nothing'; readonly header: string; readonly values: readonly ValueCount[] }
  /** Every hour of the column is midnight: its values are days. */
  | { readonly because: 'only_midnights'; readonly header: string }
  | { readonly because: 'no_closed_column' }
  | { readonly because: 'unknown_status'; readonly header: string; readonly values: readonly ValueCount[] }
  | { readonly because: 'unmapped_outcome'; readonly header: string; readonly values: readonly ValueCount[] }
  | { readonly because: 'duplicates_kept'; readonly count: number }
  | { readonly because: 'duplicates_dropped'; readonly count: number }
  | { readonly because: 'blank_ids'; readonly header: string; readonly count: number }
  | { readonly because: 'late_entries'; readonly count: number }

export type ExtractedCases = {
  readonly made: 'cases' | 'durations' | 'stretches'
  readonly kept: number
  readonly rejects: Readonly<Partial<Record<RejectReason, number>>>
  /** By stratum code, sorted by code point; the headers of `by` with their trimmed value. */
  readonly strata: readonly Readonly<Record<string, string>>[]
  readonly formats: readonly ColumnFormat[]
  readonly notices: readonly ExtractNotice[]
  /** Of `durations` only: the unit their times are in, as the file has them. */
  readonly unit: DurationUnit | null
}
