import type { ImportRefusal } from './import.ts'

/** 2: what was written has to be written otherwise. 3: nothing usable in the file. 4: refused. */
export type ImportExit = 2 | 3 | 4

const WRITE_OTHERWISE: ReadonlySet<ImportRefusal['because']> = new Set([
  'file_absent',
  'file_is_folder',
  'sheet_absent',
  'column_absent',
  'map_not_an_object',
  'unknown_map_keys',
  'wrong_map_value',
  'map_key_missing',
  'map_without_clock',
  'map_mixes_clocks',
  'columns_absent',
  'ambiguous_dates',
  'two_digit_years',
  'repeated_ids',
  'as_of_in_future',
  'as_of_before_current',
  'cases_without_dates',
  'entry_for_each_case',
  'nothing_to_correct',
  'corrections_by_other_numbers',
  'source_absent',
  'read_meanwhile',
] as const)

const REFUSED: ReadonlySet<ImportRefusal['because']> = new Set([
  'outside_circle',
  'agreement_ended',
  'agreement_over',
  'agreement_not_begun',
  'columns_not_allowed',
] as const)

export function importExit({ because }: ImportRefusal): ImportExit {
  if (REFUSED.has(because)) return 4
  return WRITE_OTHERWISE.has(because) ? 2 : 3
}
