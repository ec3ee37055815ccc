/** A thread that is made on first use and ends when nobody has asked it anything for a while, to give its memory back. */
import { SHARE_ENV, Worker } from 'node:worker_threads'

/** The time or the memory ran out, or the thread died: nothing came of the question. */
export class WorkerGaveUp extends Error {}

type Waiting = {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
  readonly clock: NodeJS.Timeout
}
type Reply = { readonly id: number; readonly answer?: unknown; readonly error?: string }

export type IdleWorker<Question, Answer> = {
  readonly ask: (question: Question) => Promise<Answer>
  /** Whether the thread is there now. */
  readonly isAwake: () => boolean
  readonly end: () => Promise<void>
}

export type IdleWorkerOptions = {
  readonly idleMs?: number
  readonly longestMs?: number
  /** JavaScript memory only: native and WebAssembly memory is the thread's own business. */
  readonly memoryMb?: number
  /** What the thread sees of the environment: all of it unless told, nothing for one that opens other people's files. */
  readonly env?: Readonly<Record<string, string>>
}

/** What the thread answers is what `Answer` says: both sides are written together, and the thread checks its input. */
export function idleWorker<Question, Answer>(
  script: URL,
  { idleMs = 60_000, longestMs = 30_000, memoryMb, env }: IdleWorkerOptions = {},
): IdleWorker<Question, Answer> {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let next = 0

  const stop = async (because: string): Promise<void> => {
    clearTimeout(idle)
    const ending = worker
    worker = undefined
    for (const id of waiting.keys()) settle(id, (job) => job.reject(new WorkerGaveUp(because)))
    await ending?.terminate()
  }
  const settle = (id: number, how: (job: Waiting) => void): void => {
    const job = waiting.get(id)
    if (!job) return
    waiting.delete(id)
    clearTimeout(job.clock)
    how(job)
    if (waiting.size > 0 || !worker) return
    worker.unref() // a thread that rests keeps no program alive
    idle = setTimeout(() => void stop('idle'), idleMs).unref()
  }
  const wake = (): Worker => {
    const made = new Worker(script, {
      execArgv: [],
      env: env ?? SHARE_ENV,
      ...(memoryMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: memoryMb } }),
    })
    made.on('message', ({ id, answer, error }: Reply) =>
      settle(id, (job) => (error === undefined ? job.resolve(answer) : job.reject(new Error(error)))),
    )
    made.on('error', (error: Error) => worker === made && void stop(error.message))
    made.on('exit', () => worker === made && void stop('the thread ended'))
    return made
  }

  const ask = (question: Question): Promise<Answer> =>
    new Promise<unknown>((resolve, reject) => {
      clearTimeout(idle)
      const id = next++
      const clock = setTimeout(() => void stop(`no answer after ${longestMs} ms`), longestMs)
      waiting.set(id, { resolve, reject, clock })
      worker ??= wake()
      worker.ref()
      worker.postMessage({ id, question })
    }) as Promise<Answer>

  return { ask, isAwake: () => worker !== undefined, end: () => stop('ended') }
}
