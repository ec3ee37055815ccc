/** Where paper is made: PDF (PDF/UA-1, tagged) and DOCX, in a process that is there only while it is needed. */
import { idleProcess } from './idle-process.ts'
import type { Paper } from './paper.ts'
import type { Json } from './printable.ts'
import type { TemplateName } from './typst.ts'

export type PressQuestion =
  | { readonly make: 'pdf'; readonly template: TemplateName; readonly data: Json }
  | { readonly make: 'docx'; readonly paper: Paper }

/** Once it has worked Typst keeps some hundred megabytes: a process gives them back, a thread does not. */
const press = idleProcess<PressQuestion, Uint8Array>(new URL('./press-process.ts', import.meta.url), {
  longestMs: 30_000,
  memoryMb: 512,
})

/** @param data what `templates/<template>.typ` reads; every text of it is shown as it is, never interpreted. */
export const typesetPdf = (template: TemplateName, data: Json): Promise<Uint8Array> =>
  press.ask({ make: 'pdf', template, data })

export const makeDocx = (paper: Paper): Promise<Uint8Array> => press.ask({ make: 'docx', paper })

/** Whether its process is there now. */
export const isPressAwake = (): boolean => press.isAwake()
