import { accept, refuse, type Result } from '../../kernel/result.ts'
import {
  type ExtractedCases,
  type InspectedFile,
  personalStrata,
  sensitiveColumns,
} from '../../sources/public.ts'
import type { TallyFileRefusal } from '../domain/tally-file-refusal.ts'

type Judged = Result<undefined, TallyFileRefusal>

/** Nothing is cut by what says who people are, whoever it is for: here as headers and first rows tell. */
export function personalHeaders({ headers, sample }: InspectedFile, by: readonly string[]): Judged {
  // how often values come back is known once all are read
  const unspread = new Map(headers.map((header) => [header, 0]))
  return judge(sensitiveColumns(headers, sample, unspread).filter(({ header }) => by.includes(header)))
}

/** The same of all the values that cases were cut by. */
export const personalValues = (extracted: ExtractedCases): Judged => judge(personalStrata(extracted))

const judge = (found: readonly { readonly header: string }[]): Judged =>
  found.length > 0
    ? refuse({ because: 'by_sensitive', headers: found.map(({ header }) => header) })
    : accept()
