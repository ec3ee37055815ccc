/** A process that opens other people's files: made on first use, one question at a time, ended when nobody asks. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The time or the memory ran out, or the process died: nothing came of the question. */
export class ProcessGaveUp extends Error {}

type Reply<Answer> = { readonly answer: Answer } | { readonly error: string }
type Limits = { readonly longestMs: number; readonly memoryMb: number; readonly idleMs?: number }

export type IdleProcess<Question, Answer> = {
  readonly ask: (question: Question) => Promise<Answer>
  /** Whether the process is there now. */
  readonly isAwake: () => boolean
}

/**
 * A process rather than a thread: a file that makes a native library fall brings down nothing of ours,
 * and its memory is all given back. It sees no environment variable.
 */
export function idleProcess<Question extends object, Answer>(
  script: URL,
  { longestMs, memoryMb, idleMs = 60_000 }: Limits,
): IdleProcess<Question, Answer> {
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  const end = (): void => {
    child?.kill('SIGKILL')
    child = undefined
  }
  const ask = async (question: Question): Promise<Answer> => {
    clearTimeout(idle)
    if (!child?.connected) child = start(script, memoryMb)
    hold(child)
    try {
      const reply = await replyOf<Answer>(child, question, longestMs)
      if ('error' in reply) throw new Error(reply.error)
      return reply.answer
    } catch (error) {
      if (error instanceof ProcessGaveUp) end()
      throw error
    } finally {
      if (child) release(child)
      idle = setTimeout(end, idleMs).unref()
    }
  }
  return { ask: inTurn(ask), isAwake: () => child !== undefined }
}

/** The same, one call after the other. */
function inTurn<Q, A>(act: (question: Q) => Promise<A>): (question: Q) => Promise<A> {
  let before: Promise<unknown> = Promise.resolve()
  return (question) => {
    const turn = before.then(() => act(question))
    before = turn.catch(() => {})
    return turn
  }
}

function start(script: URL, memoryMb: number): ChildProcess {
  const child = fork(fileURLToPath(script), {
    execArgv: [`--max-old-space-size=${memoryMb}`],
    env: { MALLOC_ARENA_MAX: '1' }, // glibc would keep what each photo took
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  return child.on('error', () => {}) // told again to whoever waits for its answer
}

/** While it rests it keeps no program alive. */
function release(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
}

function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

function replyOf<Answer>(child: ChildProcess, question: object, longestMs: number): Promise<Reply<Answer>> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(limit)
      child.off('message', onMessage).off('exit', onEnd).off('error', onEnd)
      act()
    }
    const giveUp = (why: string): void => settle(() => reject(new ProcessGaveUp(why)))
    const onMessage = (reply: unknown): void => settle(() => resolve(reply as Reply<Answer>))
    const onEnd = (): void => giveUp('the process ended')
    const limit = setTimeout(() => giveUp(`no answer after ${longestMs} ms`), longestMs)
    child.on('message', onMessage).on('exit', onEnd).on('error', onEnd)
    child.send(question)
  })
}

/** The other side: answers each question with what `work` makes of it, and ends with whoever asks. */
export function answerQuestions<Question, Answer>(work: (question: Question) => Promise<Answer>): void {
  process.on('disconnect', () => process.exit())
  process.on('message', (question) => {
    work(question as Question).then(
      (answer) => process.send?.({ answer }),
      (error: unknown) => process.send?.({ error: String(error) }),
    )
  })
}
