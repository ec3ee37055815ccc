import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { AgreementRefusal } from './agreement.ts'
import type { ExtractRefusal } from './extracted-cases.ts'
import type { FileRefusal } from './file-refusal.ts'
import type { FileEncoding } from './inspected-file.ts'
import type { MapRefusal } from './map-refusal.ts'
import type { SensitiveColumn } from './sensitive-columns.ts'
import type { FileScope, Vintage } from './vintage.ts'

/** Until when the file knows its cases: the end of a day of the source's zone, or an instant. */
export type ImportAsOf = { readonly day: CalendarDay; readonly instant: Date | null }

/** How far an import is: rows of the file while it is read and counted, rows of the database while it is written. */
export type ImportProgress = {
  readonly step: 'reading' | 'counting' | 'comparing' | 'writing'
  readonly rows: number
  /** Unknown while the file is read for the first time. */
  readonly rowsTotal: number | null
  readonly bytesRead: number
  readonly bytes: number
}

export type ImportOutcome =
  | { readonly did: 'vintage_written'; readonly vintage: Vintage }
  /** The same file, map and as-of as the vintage that is shown: nothing was written. */
  | { readonly did: 'nothing_changed'; readonly vintage: Vintage }

export type ImportRefusal =
  | FileRefusal
  | MapRefusal
  | ExtractRefusal
  | AgreementRefusal
  | { readonly because: 'outside_circle' }
  | { readonly because: 'source_absent' }
  | { readonly because: 'as_of_in_future'; readonly asOf: CalendarDay; readonly today: CalendarDay }
  | { readonly because: 'as_of_before_current'; readonly asOf: CalendarDay; readonly current: CalendarDay }
  /** Columns that the map names and that the agreement does not allow; nothing of the file was stored. */
  | {
      readonly because: 'columns_not_allowed'
      readonly columns: readonly SensitiveColumn[]
      readonly agreement: string
    }
  /** Durations and stretches have no dates: they are read by the command line `waits`. */
  | { readonly because: 'cases_without_dates' }
  /** The Lexis table holds one entry day for a source, and none for a case. */
  | { readonly because: 'entry_for_each_case'; readonly header: string }
  | { readonly because: 'no_case_kept'; readonly rows: number; readonly rejected: number }
  /** Corrections belong to a vintage that is there. */
  | { readonly because: 'nothing_to_correct' }
  /** Cases are known by the column of numbers of their vintage: corrections name the same. */
  | { readonly because: 'corrections_by_other_numbers' }
  | { readonly because: 'read_meanwhile' }
  | { readonly because: 'import_stopped' }

/** What an import is asked: which file, how it is read, until when it knows. */
export type ImportAsked = {
  readonly sourceId: string
  readonly path: string
  /** The file's name as its giver wrote it. */
  readonly name: string
  readonly scope: FileScope
  /** As `readWaitMap` takes it. */
  readonly map: unknown
  readonly asOf: ImportAsOf
  /** How the file is opened, when somebody chose otherwise than what was found. */
  readonly sheet?: string
  readonly encoding?: FileEncoding
  readonly separator?: string
}
