/** The press's process: one question, one document. Each maker is loaded when it is first asked for. */
import { answerQuestions } from './idle-process.ts'
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

answerQuestions(make)
