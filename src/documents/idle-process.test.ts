import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { idleProcess, ProcessGaveUp } from './idle-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'palier-process-'))
afterAll(() => rmSync(folder, { recursive: true }))
const script = join(folder, 'asked.mjs')
writeFileSync(
  script,
  `import { answerQuestions } from ${JSON.stringify(new URL('./idle-process.ts', import.meta.url).href)}
   const held = []
   answerQuestions(async ({ please }) => {
     if (please === 'throw') throw new Error('as asked')
     if (please === 'hang') for (;;) ;
     if (please === 'fall') process.kill(process.pid, 'SIGSEGV')
     if (please === 'swell') for (;;) held.push(Array.from({ length: 100_000 }, () => ({})))
     if (please === 'environment') return process.env.PALIER_ESSAI
     return process.pid
   })`,
)
const made = (idleMs = 60_000) =>
  idleProcess<{ please: string }, unknown>(pathToFileURL(script), { longestMs: 4_000, memoryMb: 32, idleMs })

it('starts at the first question, stays for the next, and ends when idle', async () => {
  const asked = made(100)
  expect(asked.isAwake()).toBe(false)
  const [first, second] = await Promise.all([asked.ask({ please: 'a' }), asked.ask({ please: 'b' })])
  expect(first).not.toBe(process.pid)
  expect(second).toBe(first)
  await after(300)
  expect(asked.isAwake()).toBe(false)
  expect(() => process.kill(Number(first), 0)).toThrow('ESRCH')
  expect(await asked.ask({ please: 'c' })).not.toBe(first)
})

it('says what it threw, and goes on', async () => {
  const asked = made()
  const first = await asked.ask({ please: 'a' })
  await expect(asked.ask({ please: 'throw' })).rejects.toThrow('as asked')
  expect(await asked.ask({ please: 'a' })).toBe(first)
})

it.each([
  ['hang', 'a loop without end'],
  ['swell', 'memory without end'],
  ['fall', 'a crash of native code'],
])('%s: gives up, and another process answers the next question (%s)', async (please) => {
  const asked = made()
  const first = await asked.ask({ please: 'a' })
  const [lost, next] = await Promise.allSettled([asked.ask({ please }), asked.ask({ please: 'a' })])
  expect(lost).toMatchObject({ status: 'rejected', reason: expect.any(ProcessGaveUp) })
  expect(next.status === 'fulfilled' && next.value !== first).toBe(true)
})

it('sees no secret of the environment', async () => {
  process.env['PALIER_ESSAI'] = 'secret'
  expect(await made().ask({ please: 'environment' })).toBeUndefined()
})
