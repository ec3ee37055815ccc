import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { secretsOfTests } from '../../tools/testing/people.ts'
import { calendarDay } from '../kernel/calendar-day.ts'
import { extractText } from './invented-extracts.fr.ts'
import { plantNeighbourhood } from './plant.ts'
import { plantSources } from './plant-sources.ts'

const today = calendarDay('2026-11-22')
const now = new Date('2026-11-22T10:00:00Z')
let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
  await plantNeighbourhood(t.owner, today, now, secretsOfTests)
})
afterAll(() => t.stop())

const SCHEMAS = ['union_space', 'desk_space', 'research_space'] as const
const EXTRACT = { key: 'essai', landlords: ['toits'], rows: 60, days: 300 } as const

it('an invented extract is the same one at every demonstration of a day', () => {
  expect(extractText(EXTRACT, today)).toBe(extractText(EXTRACT, today))
  expect(extractText(EXTRACT, today)).not.toBe(extractText({ ...EXTRACT, key: 'autre' }, today))
})

const sourcesOf = (schema: string) =>
  t.owner.withSchema(schema).selectFrom('source').select(['current_vintage', 'removed_at']).execute()

it('a demonstration stopped before its first file was read keeps no half of one', async () => {
  await expect(plantSources(t.logins, today, now, AbortSignal.timeout(50))).rejects.toThrow(
    /aborted|import_stopped/,
  )
  const sources = (await Promise.all(SCHEMAS.map(sourcesOf))).flat()
  expect(sources.filter((source) => source.current_vintage !== null)).toEqual([])
})

it('the next start reads them: a union, a desk and a research team each have one source, with rows that were not', async () => {
  const started = performance.now()
  await plantSources(t.logins, today, now)
  expect(performance.now() - started).toBeLessThan(60_000) // a machine that does much else
  for (const schema of SCHEMAS) {
    const rows = await t.owner
      .withSchema(schema)
      .selectFrom('source_vintage')
      .select(['kept', 'rejected'])
      .execute()
    expect(rows).toHaveLength(1)
    expect(rows[0]?.kept).toBeGreaterThan(600)
    expect(rows[0]?.rejected).toMatchObject({ repeated_id: 1, repeated_header: 1, closed_before_opened: 1 })
  }
})

it('a later start reads none again, and brings back none that was taken away', async () => {
  await t.owner
    .withSchema('desk_space')
    .updateTable('source')
    .set({ removed_at: now, current_vintage: null })
    .execute()
  await plantSources(t.logins, today, now)
  const [union, desk, research] = await Promise.all(SCHEMAS.map(sourcesOf))
  expect([union, desk, research].map((sources) => sources?.map((source) => source.current_vintage))).toEqual([
    [1],
    [null],
    [1],
  ])
})
