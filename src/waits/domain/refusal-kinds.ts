import type { FileRefusal } from '../../sources/domain/file-refusal.ts'
import type { CommandRefusal } from './exit-code.ts'
import type { TallyFileRefusal } from './tally-file-refusal.ts'
import type { UsageRefusal } from './usage-refusal.ts'

const OF_TALLIES: Readonly<Record<TallyFileRefusal['because'], true>> = {
  cut_already: true,
  tally_absent: true,
  tally_not_json: true,
  tally_unread: true,
  tallies_differ: true,
  recurrence_not_tallied: true,
  tally_in_days: true,
  by_sensitive: true,
  all_withheld: true,
}

const OF_USAGE: Readonly<Record<UsageRefusal['because'], true>> = {
  unknown_option: true,
  value_missing: true,
  value_not_taken: true,
  option_twice: true,
  value_unknown: true,
  not_days: true,
  file_missing: true,
  one_file_only: true,
  out_missing: true,
  two_results: true,
  as_of_missing: true,
  as_of_unreadable: true,
  as_of_in_future: true,
  map_absent: true,
  map_not_json: true,
  map_not_guessed: true,
  outcome_missing: true,
  drawn_in_days: true,
  grid_unreadable: true,
  told_by_tally: true,
  not_written: true,
}

const OF_FILES: Readonly<Record<FileRefusal['because'], true>> = {
  file_absent: true,
  file_is_folder: true,
  file_empty: true,
  file_without_rows: true,
  file_unknown_kind: true,
  file_cut_short: true,
  file_damaged: true,
  file_locked: true,
  file_too_heavy: true,
  file_swells: true,
  file_needs_memory: true,
  archive_of_several: true,
  archive_without_table: true,
  sheet_absent: true,
  sheets_all_hidden: true,
  header_absent: true,
  column_absent: true,
  encoding_mistaken: true,
  reading_stopped: true,
}

export const isOfTallies = (refusal: CommandRefusal): refusal is TallyFileRefusal =>
  Object.hasOwn(OF_TALLIES, refusal.because)
export const isOfUsage = (refusal: CommandRefusal): refusal is UsageRefusal =>
  Object.hasOwn(OF_USAGE, refusal.because)
export const isOfFiles = (refusal: CommandRefusal): refusal is FileRefusal =>
  Object.hasOwn(OF_FILES, refusal.because)
