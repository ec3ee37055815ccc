import type { FileRefusal } from './file-refusal.ts'

const list = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(', ')
const gigabytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`

/** Why a file is not read, and what to do. */
export function fileInEnglish(refusal: FileRefusal): string {
  switch (refusal.because) {
    case 'file_absent':
      return `There is no file ${refusal.name}.`
    case 'file_is_folder':
      return `${refusal.name} is a folder: name the files that it holds.`
    case 'file_empty':
      return `${refusal.name} is empty.`
    case 'file_without_rows':
      return refusal.sheet === null
        ? `${refusal.name} has headers and no row.`
        : `The sheet ${JSON.stringify(refusal.sheet)} of ${refusal.name} holds no case: headers at most.`
    case 'file_unknown_kind':
      return `${refusal.name} is no table that can be read: give CSV, TSV, XLSX, ODS or Parquet.`
    case 'file_cut_short':
      return `${refusal.name} is cut before its end. Export or copy it again.`
    case 'file_damaged':
      return `${refusal.name} is damaged and does not open. Export or copy it again.`
    case 'file_locked':
      return `${refusal.name} is locked by a password. Save it without one.`
    case 'file_too_heavy':
      return `${refusal.name} weighs ${gigabytes(refusal.bytes)}: ${gigabytes(refusal.most)} at most in this form. Export it as CSV.`
    case 'file_swells':
      return `${refusal.name} would swell past ${gigabytes(refusal.most)} once unpacked. It is not opened.`
    case 'file_needs_memory':
      return `${refusal.name} needs more memory than there is. Export it as CSV, or cut it into periods.`
    default:
      return contentInEnglish(refusal)
  }
}

type OfContent = Extract<
  FileRefusal,
  {
    readonly because:
      | 'archive_of_several'
      | 'archive_without_table'
      | 'sheet_absent'
      | 'sheets_all_hidden'
      | 'header_absent'
      | 'column_absent'
      | 'encoding_mistaken'
      | 'reading_stopped'
  }
>

function contentInEnglish(refusal: OfContent): string {
  switch (refusal.because) {
    case 'archive_of_several':
      return `The archive holds several files: ${list(refusal.files)}. Give one.`
    case 'archive_without_table':
      return 'The archive holds no table.'
    case 'sheet_absent':
      return `The workbook has no sheet ${JSON.stringify(refusal.asked)}. It has: ${list(refusal.sheets.map(({ name }) => name))}.`
    case 'sheets_all_hidden':
      return 'All sheets of the workbook are hidden. Show the one that holds the cases.'
    case 'header_absent':
      return `${refusal.name} has no row of headers. Add one: a name per column.`
    case 'column_absent':
      return `The file has no column ${list(refusal.columns)}.`
    case 'encoding_mistaken':
      return `The text of ${refusal.name} is not written in ${refusal.encoding}.`
    case 'reading_stopped':
      return 'The reading was stopped: nothing is kept.'
  }
}
