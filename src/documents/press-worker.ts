/** The press's thread: one question, one document. Each maker is loaded when it is first asked for. */
import { parentPort } from 'node:worker_threads'
import type { PressQuestion } from './press.ts'
import type { Typst } from './typst.ts'

let typst: Promise<Typst> | undefined

async function make(question: PressQuestion): Promise<Uint8Array> {
  if (question.make === 'docx') {
    const { writeDocx } = await import('./docx.ts')
    return writeDocx(question.paper)
  }
  typst ??= import('./typst.ts').then(({ startTypst }) => startTypst())
  return (await typst)(question.template, question.data)
}

parentPort?.on('message', ({ id, question }: { id: number; question: PressQuestion }) => {
  make(question).then(
    (answer) => parentPort?.postMessage({ id, answer }),
    (error: unknown) => parentPort?.postMessage({ id, error: String(error) }),
  )
})
