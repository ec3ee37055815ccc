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

const EXTRACT = { key: 'essai', landlords: ['toits'], rows: 60, days: 300 } as const

it('an invented extract is the same one at every demonstration of a day', () => {
  expect(extractText(EXTRACT, today)).toBe(extractText(EXTRACT, today))
  expect(extractText(EXTRACT, today)).not.toBe(extractText({ ...EXTRACT, key: 'autre' }, today))
})

it('a union, a desk and a research team each have a source that was read, with rows that were not', async () => {
  const started = performance.now()
  await plantSources(t.logins, today, now)
  expect(performance.now() - started).toBeLessThan(20_000)
  for (const schema of ['union_space', 'desk_space', 'research_space']) {
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
