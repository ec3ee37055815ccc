import type { FormSummary } from './form-summary.ts'
import type { InstrumentRefusal } from './workbook-refusal.ts'

export type InstrumentProblem =
  | { readonly because: 'one_workbook_needed' }
  | { readonly because: 'file_absent'; readonly path: string }

/** What `palier instrument` says, in one language. */
export type InstrumentSpeech = {
  readonly help: string
  readonly problem: (problem: InstrumentProblem) => string
  readonly summary: (summary: FormSummary) => string
  /** One line for what is wrong, then one for each cell at fault. */
  readonly refusal: (refusal: InstrumentRefusal) => string
}
