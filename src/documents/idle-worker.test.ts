import { setTimeout as after } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { idleWorker, WorkerGaveUp } from './idle-worker.ts'

/** A thread that does what its question says, as a file of the house would. */
const thread = (): URL => {
  const side = new URL('./idle-worker-side.ts', import.meta.url).href
  const source = `
    import { answerQuestions } from ${JSON.stringify(side)}
    import { threadId } from 'node:worker_threads'
    const held = []
    answerQuestions(async (question) => {
      if (question === 'throw') throw new Error('as asked')
      if (question === 'hang') for (;;) ;
      if (question === 'exit') process.exit(3)
      if (question === 'swell') for (;;) held.push(Array.from({ length: 100_000 }, () => ({})))
      if (question === 'environment') return JSON.stringify(process.env)
      const begun = Date.now()
      await new Promise((done) => setTimeout(done, 30))
      return [threadId, begun, Date.now()]
    })`
  return new URL(`data:text/javascript,${encodeURIComponent(source)}`)
}
const made = (limits: { idleMs?: number; timeLimitMs?: number } = {}) =>
  idleWorker<string, [number, number, number]>(thread(), { timeLimitMs: 5_000, memoryMb: 32, ...limits })

it('starts at the first question, does one at a time in one thread, and ends when idle', async () => {
  const worker = made({ idleMs: 100 })
  expect(worker.isAwake()).toBe(false)
  const [[thread1, , end1], [thread2, begun2]] = await Promise.all([worker.ask('a'), worker.ask('b')])
  expect(thread2).toBe(thread1)
  expect(begun2).toBeGreaterThanOrEqual(end1)
  expect(worker.isAwake()).toBe(true)
  await after(300)
  expect(worker.isAwake()).toBe(false)
  expect((await worker.ask('c'))[0]).not.toBe(thread1)
})

it('says what the thread threw, and keeps it', async () => {
  const worker = made()
  const [first] = await worker.ask('a')
  await expect(worker.ask('throw')).rejects.toThrow('as asked')
  expect((await worker.ask('a'))[0]).toBe(first)
})

it.each([
  ['hang', 'a loop without end'],
  ['swell', 'memory without end'],
  ['exit', 'a thread that leaves'],
])('%s: gives up, and the next question is answered by another thread (%s)', async (question) => {
  const worker = made({ timeLimitMs: 3_000 })
  await expect(worker.ask(question)).rejects.toThrow(WorkerGaveUp)
  expect(await worker.ask('a')).toHaveLength(3)
})

it('sees no secret of the environment', async () => {
  process.env['PALIER_ESSAI'] = 'secret'
  expect(await made().ask('environment')).toBe('{}')
})
