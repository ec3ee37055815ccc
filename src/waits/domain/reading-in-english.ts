import type { ExtractedCases, ExtractNotice } from '../../sources/domain/extracted-cases.ts'
import type { InspectedFile } from '../../sources/domain/inspected-file.ts'
import { counted, whole } from './counted-in-english.ts'
import { doubtInWords } from './file-doubts-in-english.ts'
import type { ReadingWords } from './reading-words.ts'

const list = (names: readonly string[]): string => names.join(', ')

export const readingInEnglish: ReadingWords = {
  progress: (name, { rows, percent, rowsPerSecond, secondsLeft }) =>
    [
      `${name}: ${counted(rows, 'row', 'rows')}`,
      `${percent}%`,
      `${whole.format(rowsPerSecond)} rows/s`,
      ...(secondsLeft === null ? [] : [`${whole.format(secondsLeft)} s left`]),
    ].join(' · '),
  read: (file, extracted) => [
    fileInWords(file, extracted),
    ...Object.entries(extracted.rejects).map(
      ([reason, count]) => `  left out, ${reason}: ${whole.format(count)}`,
    ),
    ...extracted.notices.map((notice) => `  ${noticeInWords(notice)}`),
  ],
  doubt: doubtInWords,
  guessed: (name, map) => `Columns guessed in ${name} (to be checked): ${map}`,
  missing: (fields, headers) =>
    `To be completed before counting: ${list(fields)}. Write a header of the file between the quotes, or take the line away. Headers: ${list(headers)}.`,
  because: (field, reason) => `  ${field}: ${reason}`,
  idleForTallies: (options) => `${list(options)}: without effect, the tallies say it.`,
  sourceTwice: (name) => `Beware: ${name} is there twice, its cases are counted twice.`,
  written: (path) => `Written: ${path}`,
  notDrawn: (count) => `${counted(count, 'smaller stratum is', 'smaller strata are')} not drawn.`,
  withheld: (count) =>
    `${counted(count, 'stratum does', 'strata do')} not leave: too small, or too easily guessed.`,
  keptBack: (count) =>
    `The tallies read keep ${counted(count, 'stratum', 'strata')} to themselves: in no figure here.`,
  stopped: 'Stopped: nothing was written.',
}

function fileInWords(
  { name, text, wrappedIn, kind }: InspectedFile,
  { kept, formats }: ExtractedCases,
): string {
  const written = text ? `${text.encoding}, separator ${JSON.stringify(text.separator)}` : kind
  const dates = formats
    .filter(({ format }) => format !== '')
    .map(({ header, format }) => `${header} as ${format}`)
  return [
    `${name}: ${counted(kept, 'case', 'cases')} kept`,
    wrappedIn ? `${wrappedIn}, ${written}` : written,
    ...dates,
  ].join(' · ')
}

function noticeInWords(notice: ExtractNotice): string {
  switch (notice.because) {
    case 'mixed_formats':
      return `${notice.header}: ${counted(notice.count, 'date', 'dates')} written otherwise, rejected.`
    case 'order_of_other_column':
      return `${notice.header}: order of day and month taken from the other column (${notice.format}).`
    case 'words_for_nothing':
      return `${notice.header}: read as blank: ${valuesInWords(notice.values)}.`
    case 'only_midnights':
      return `${notice.header}: midnights only, read as days.`
    case 'no_closed_column':
      return 'No column of closings: every case is read as open.'
    case 'unknown_status':
      return `${notice.header}: statuses the map does not know: ${valuesInWords(notice.values)}.`
    case 'unmapped_outcome':
      return `${notice.header}: endings the map does not know, read as "other": ${valuesInWords(notice.values)}.`
    case 'duplicates_kept':
      return `${counted(notice.count, 'duplicate', 'duplicates')}, kept and counted.`
    case 'duplicates_dropped':
      return `${counted(notice.count, 'duplicate', 'duplicates')}, dropped as asked.`
    case 'blank_ids':
      return `${notice.header}: ${counted(notice.count, 'blank id', 'blank ids')}, each read as one case.`
    case 'late_entries':
      return `${counted(notice.count, 'case is', 'cases are')} seen only after opening.`
  }
}

const valuesInWords = (values: readonly { readonly value: string; readonly count: number }[]): string =>
  values
    .slice(0, 6)
    .map(({ value, count }) => `${JSON.stringify(value)} ${whole.format(count)}`)
    .join(', ')
