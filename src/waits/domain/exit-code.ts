import type { ExtractRefusal } from '../../sources/domain/extracted-cases.ts'
import type { FileRefusal } from '../../sources/domain/file-refusal.ts'
import type { TallyFileRefusal } from './tally-file-refusal.ts'
import type { UsageRefusal } from './usage-refusal.ts'

export type CommandRefusal = UsageRefusal | FileRefusal | ExtractRefusal | TallyFileRefusal

/** 2: what was written has to be written otherwise. 3: nothing usable in the file. 4: refused. */
export type Exit = 2 | 3 | 4

const NOTHING_USABLE: ReadonlySet<CommandRefusal['because']> = new Set([
  'file_empty',
  'file_without_rows',
  'file_unknown_kind',
  'file_cut_short',
  'file_damaged',
  'file_locked',
  'file_too_heavy',
  'file_swells',
  'file_needs_memory',
  'archive_of_several',
  'archive_without_table',
  'sheets_all_hidden',
  'header_absent',
  'encoding_mistaken',
  'reading_stopped',
  'nothing_usable',
  'tally_not_json',
] as const)

const REFUSED: ReadonlySet<CommandRefusal['because']> = new Set(['by_sensitive', 'all_withheld'] as const)

export function exitCodeOf(refusal: CommandRefusal): Exit {
  if (REFUSED.has(refusal.because)) return 4
  if (refusal.because === 'tally_unread')
    return refusal.why.because === 'not_a_tally' || refusal.why.because === 'broken_counts' ? 3 : 2
  return NOTHING_USABLE.has(refusal.because) ? 3 : 2
}
