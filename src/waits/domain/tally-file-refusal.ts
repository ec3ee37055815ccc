import type { TalliesDiffer } from '../../measure/merge-tallies.ts'
import type { TallyRefusal } from '../../measure/read-tally.ts'

/** Why tallies are not read, added or made. */
export type TallyFileRefusal =
  /** Counts cut at ends are not cut again: they no longer say what a protection must know. */
  | { readonly because: 'cut_already' }
  | { readonly because: 'tally_absent'; readonly name: string }
  | { readonly because: 'tally_not_json'; readonly name: string }
  | { readonly because: 'tally_unread'; readonly name: string; readonly why: TallyRefusal }
  | TalliesDiffer
  /** Each case's own path is needed, which no sum keeps. */
  | { readonly because: 'recurrence_not_tallied' }
  | { readonly because: 'tally_in_days'; readonly unit: string }
  /** Columns that name or describe people: no tally is cut by them. */
  | { readonly because: 'by_sensitive'; readonly headers: readonly string[] }
  /** Nothing is left once small numbers are protected. */
  | { readonly because: 'all_withheld'; readonly strata: number; readonly least: number }
