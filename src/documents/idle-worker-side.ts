import { parentPort, type Transferable } from 'node:worker_threads'

/** The thread's side of idle-worker.ts: answers each question, and says what it threw. */
export function answerQuestions<I, O>(
  work: (question: I) => Promise<O>,
  movedWith: (answer: O) => readonly Transferable[] = () => [],
): void {
  const port = parentPort
  if (!port) throw new Error('this file runs in a thread')
  port.on('message', (question: I) => {
    work(question).then(
      (answer) => port.postMessage({ answer }, movedWith(answer)),
      (error: unknown) =>
        port.postMessage({ threw: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
  })
}
