import { counted, whole } from './counted-in-english.ts'
import type { FileDoubt } from './file-doubts.ts'

export function doubtInWords(doubt: FileDoubt): string {
  switch (doubt.because) {
    case 'one_sheet_of':
      return `  Sheet read: ${quote(doubt.sheet)}. Not read: ${doubt.others.map(sheetInWords).join(', ')}.`
    case 'twice_named':
      return `  Several columns have one name: ${doubt.headers.map(quote).join(', ')}. The first keeps it, the others are "Name (2)", "Name (3)".`
    case 'beyond_headers':
      return `  ${counted(doubt.rows, 'row has', 'rows have')} text beyond the last header: it is not read.`
    case 'older_absent':
      return `Beware: no closing before ${doubt.from}, though ${counted(doubt.olderCases, 'case was', 'cases were')} open by then. If the file holds older cases only when they were still open on that day, add to MAP.json: "entry": {"from": "${doubt.from}"}. Without it waits look longer than they were.`
    case 'closed_at_once':
      return `Beware: many cases closed at once: ${doubt.days.map(atOnceInWords).join('; ')}${doubt.more > 0 ? `; and ${counted(doubt.more, 'other day', 'other days')}` : ''}. A tidying perhaps, and not as many repairs.`
  }
}

const atOnceInWords = ({ day, closures, usual }: AtOnce): string =>
  `${day}, ${whole.format(closures)} (usually ${whole.format(usual)})`
type AtOnce = Extract<FileDoubt, { because: 'closed_at_once' }>['days'][number]

const quote = (text: string): string => JSON.stringify(text)
const sheetInWords = ({ name, hidden }: { readonly name: string; readonly hidden: boolean }): string =>
  `${quote(name)}${hidden ? ' (hidden)' : ''}`
