/** Where paper is made: PDF (PDF/UA-1, tagged) and DOCX, in a thread that is there only while it is needed. */
import { idleWorker } from './idle-worker.ts'
import type { Paper } from './paper.ts'
import type { Json } from './printable.ts'
import type { TemplateName } from './typst.ts'

export type PressQuestion =
  | { readonly make: 'pdf'; readonly template: TemplateName; readonly data: Json }
  | { readonly make: 'docx'; readonly paper: Paper }

const press = idleWorker<PressQuestion, Uint8Array>(new URL('./press-worker.ts', import.meta.url))

/** @param data what `templates/<template>.typ` reads; every text of it is shown as it is, never interpreted. */
export const typesetPdf = (template: TemplateName, data: Json): Promise<Uint8Array> =>
  press.ask({ make: 'pdf', template, data })

export const makeDocx = (paper: Paper): Promise<Uint8Array> => press.ask({ make: 'docx', paper })

export const isPressAwake = (): boolean => press.isAwake()

/** For tests, benches and the end of the program. */
export const endPress = (): Promise<void> => press.end()
