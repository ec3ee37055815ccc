import { fileInEnglish } from './file-refusal-in-english.ts'
import { extractRefusalInEnglish } from './map-refusal-in-english.ts'
import type { ImportRefusal } from './import.ts'

const list = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(', ')

/** Why a file was not read into its source, for the command line in English. */
export function importInEnglish(refusal: ImportRefusal): string {
  switch (refusal.because) {
    case 'outside_circle':
      return 'This account’s circles bring no file into this space.'
    case 'source_absent':
      return 'That source is no longer there.'
    case 'agreement_ended':
      return `The agreement ${JSON.stringify(refusal.title)} was ended: no file comes in under it.`
    case 'agreement_over':
      return `The agreement ${JSON.stringify(refusal.title)} was over on ${refusal.until}.`
    case 'agreement_not_begun':
      return `The agreement ${JSON.stringify(refusal.title)} begins on ${refusal.from}.`
    case 'as_of_in_future':
      return `--as-of ${refusal.asOf} is after today (${refusal.today}): give the day the file was drawn.`
    case 'as_of_before_current':
      return `The source is known until ${refusal.current}, and this file until ${refusal.asOf}: files are read in order.`
    case 'columns_not_allowed':
      return `The agreement ${JSON.stringify(refusal.agreement)} does not allow ${list(refusal.columns.map(({ header, kind }) => `${header} (${kind})`))}. Nothing was stored.`
    case 'cases_without_dates':
      return 'The map tells durations, not dates: read it with palier waits.'
    case 'entry_for_each_case':
      return `A day of entry for each case (${JSON.stringify(refusal.header)}) is read by palier waits only: give one date, "entry": {"from": "…"}.`
    default:
      return ofTheReading(refusal)
  }
}

type Said =
  | 'outside_circle'
  | 'source_absent'
  | 'agreement_ended'
  | 'agreement_over'
  | 'agreement_not_begun'
  | 'as_of_in_future'
  | 'as_of_before_current'
  | 'columns_not_allowed'
  | 'cases_without_dates'
  | 'entry_for_each_case'

function ofTheReading(refusal: Exclude<ImportRefusal, { readonly because: Said }>): string {
  switch (refusal.because) {
    case 'no_case_kept':
      return `None of the ${refusal.rows} rows is a case at that date. Nothing was stored.`
    case 'nothing_to_correct':
      return 'No file of this source was read yet: there is nothing to correct.'
    case 'corrections_by_other_numbers':
      return 'Corrections name the same column of numbers as the vintage they correct.'
    case 'read_meanwhile':
      return 'Another file of this source was read meanwhile. Run the command again.'
    case 'import_stopped':
      return 'Stopped. Nothing was stored.'
    default:
      return 'name' in refusal
        ? `${fileInEnglish(refusal)} Nothing was stored.`
        : extractRefusalInEnglish(refusal)
  }
}
