import { setTimeout as after } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { idleWorker, type IdleWorkerOptions, WorkerGaveUp } from './idle-worker.ts'

/** A thread that does what its question says. */
const source = `
  import { parentPort, threadId } from 'node:worker_threads'
  const held = []
  parentPort.on('message', ({ id, question }) => {
    if (question === 'throw') return parentPort.postMessage({ id, error: 'as asked' })
    if (question === 'hang') for (;;) ;
    if (question === 'exit') process.exit(3)
    if (question === 'swell') for (;;) held.push(Array.from({ length: 100_000 }, () => ({})))
    const answer = question === 'environment' ? process.env.PALIER_ESSAI : String(threadId)
    parentPort.postMessage({ id, answer })
  })`
const made = (options: IdleWorkerOptions = {}) =>
  idleWorker<string, string | undefined>(
    new URL(`data:text/javascript,${encodeURIComponent(source)}`),
    options,
  )

it('starts at the first question, answers in one thread, and ends when idle', async () => {
  const worker = made({ idleMs: 100 })
  expect(worker.isAwake()).toBe(false)
  const [first, second] = await Promise.all([worker.ask('a'), worker.ask('b')])
  expect(second).toBe(first)
  expect(worker.isAwake()).toBe(true)
  await after(400)
  expect(worker.isAwake()).toBe(false)
  expect(await worker.ask('c')).not.toBe(first)
  await worker.end()
})

it('says what the thread threw, and keeps it', async () => {
  const worker = made()
  const first = await worker.ask('a')
  await expect(worker.ask('throw')).rejects.toThrow('as asked')
  expect(await worker.ask('a')).toBe(first)
  await worker.end()
})

it.each([
  ['hang', 'a loop without end'],
  ['swell', 'memory without end'],
  ['exit', 'a thread that leaves'],
])('%s: gives up, and the next question is answered by another thread (%s)', async (question) => {
  const worker = made({ longestMs: 3_000, memoryMb: 32 })
  const first = await worker.ask('a')
  await expect(worker.ask(question)).rejects.toThrow(WorkerGaveUp)
  expect(await worker.ask('a')).not.toBe(first)
  await worker.end()
})

it('hides the environment when told to', async () => {
  process.env['PALIER_ESSAI'] = 'secret'
  const [open, closed] = [made(), made({ env: {} })]
  expect(await open.ask('environment')).toBe('secret')
  expect(await closed.ask('environment')).toBeUndefined()
  await Promise.all([open.end(), closed.end()])
})
