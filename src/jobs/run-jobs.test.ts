import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { testSpace } from '../../tools/testing/spaces.ts'
import { deliverPassagesJob, sealAuditJob } from './house-jobs.ts'
import { type Job, runJobs, withoutContents } from './run-jobs.ts'

const now = new Date('2026-11-22T10:00:00Z')
let t: TestDatabase
beforeAll(async () => void (t = await testDatabase()))
afterAll(() => t.stop())

const start = (jobs: readonly Job[], log: (line: string) => void = () => {}) =>
  runJobs({ jobs, logins: t.logins, now: () => now, log })
const often = (run: Job['run'], name = 'work'): Job => ({ name, everySeconds: 0.005, run })

async function until(done: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !done(); i++) await sleep(10)
  expect(done()).toBe(true)
}

describe('a job', () => {
  it('comes back after each interval, with the hour it was given', async () => {
    const hours: Date[] = []
    const jobs = start([often(async (context) => void hours.push(context.now))])
    await until(() => hours.length >= 3)
    await jobs.stop()
    expect(new Set(hours)).toEqual(new Set([now]))
  })

  it('never overlaps with itself, even when asked for', async () => {
    const state = { running: 0, most: 0, turns: 0 }
    const slow = often(async () => {
      state.most = Math.max(state.most, ++state.running)
      await sleep(15)
      state.running--
      state.turns++
    })
    const jobs = start([slow])
    await Promise.all([jobs.runOnce('work'), jobs.runOnce('work')])
    await until(() => state.turns >= 4)
    await jobs.stop()
    expect(state).toMatchObject({ most: 1, running: 0 })
  })

  it('that fails is told without contents, tried again, and does not stop the others', async () => {
    const lines: string[] = []
    const turns = { bad: 0, good: 0 }
    const bad = often(async () => {
      turns.bad++
      throw Object.assign(new Error('Amina Diallo, 06 12 34 56 78'), { code: '23505', table: 'person' })
    }, 'bad')
    const jobs = start([bad, often(async () => void turns.good++, 'good')], (line) => lines.push(line))
    await until(() => turns.bad >= 2 && turns.good >= 2)
    await jobs.stop()
    expect(lines[0]).toMatch(/^job bad failed: Error 23505 person at /)
    expect(lines.join()).not.toContain('Amina')
  })

  it('ends its turn before stopping, and begins no other', async () => {
    const turns = { begun: 0, ended: 0 }
    const jobs = start([
      often(async () => {
        turns.begun++
        await sleep(30)
        turns.ended++
      }),
    ])
    await until(() => turns.begun === 1)
    await jobs.stop()
    expect(turns).toEqual({ begun: 1, ended: 1 })
    await sleep(30)
    expect(turns.begun).toBe(1)
  })

  it('has a name of its own, and an unknown name is a mistake', async () => {
    const job = often(async () => {})
    const jobs = start([job])
    await expect(jobs.runOnce('nothing')).rejects.toThrow('no job is called nothing')
    await jobs.stop()
    expect(() => start([job, job])).toThrow('two jobs have one name')
  })
})

it('says of several failures only what they are', () => {
  const error = new AggregateError([new TypeError('Amina'), 'Amina'], 'Amina')
  expect(withoutContents(error)).toMatch(/^TypeError at .*, string$/)
})

describe('the jobs of the house', () => {
  it('seal the audit and anchor it; carry passages; run by name', async () => {
    const anchorFolder = mkdtempSync(join(tmpdir(), 'palier-anchors-'))
    const union = await testSpace(t, 'union', 'Union des Tilleuls', [])
    const jobs = start([sealAuditJob(anchorFolder), deliverPassagesJob([])])
    await jobs.runOnce('seal_audit')
    await jobs.runOnce('deliver_passages')
    await jobs.stop()
    expect(readFileSync(join(anchorFolder, 'anchors.jsonl'), 'utf8')).toContain(union.spaceId)
    rmSync(anchorFolder, { recursive: true })
  })

  it('come often enough: a trace is sealed within ten seconds, a passage carried within two', () => {
    const house = [sealAuditJob(''), deliverPassagesJob([])]
    expect(house.map((j) => [j.name, j.everySeconds])).toEqual([
      ['seal_audit', 10],
      ['deliver_passages', 2],
    ])
  })
})
