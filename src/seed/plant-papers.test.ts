import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../tools/testing/database.ts'
import { secretsOfTests } from '../../tools/testing/people.ts'
import { calendarDay } from '../kernel/calendar-day.ts'
import { MONTHS, sayDay } from '../kernel/french-calendar.fr.ts'
import type { Letter } from '../letters/domain/letter.ts'
import { plantNeighbourhood } from './plant.ts'

const now = new Date('2026-11-23T10:00:00Z')
const today = calendarDay('2026-11-23')

type Row = { kind: string; sent_on: string | null; prepared_on: string; letter: Letter }
let t: TestDatabase
let letters: readonly Row[]

beforeAll(async () => {
  t = await testDatabase()
  await plantNeighbourhood(t.owner, today, now, secretsOfTests)
  const { rows } = await sql<Row>`select kind, sent_on::text, prepared_at::date::text as prepared_on, letter
    from union_space.letter order by kind desc`.execute(t.owner)
  letters = rows
})
afterAll(() => t.stop())

/** Every day that a letter says, as it sorts. */
function daysSaid(letter: Letter): readonly string[] {
  const said = new RegExp(`(\\d{1,2})(?:er)?[ \\u00a0](${MONTHS.join('|')}) (\\d{4})`, 'gu')
  return [...JSON.stringify(letter).matchAll(said)].map(([, day = '', month = '', year = '']) =>
    [year, String(MONTHS.findIndex((one) => one === month) + 1).padStart(2, '0'), day.padStart(2, '0')].join(
      '-',
    ),
  )
}

describe('the letters of the home that is shown', () => {
  test('one left, one waits; each is dated of the day it was prepared', () => {
    expect(letters.map(({ kind, sent_on }) => [kind, sent_on === null])).toEqual([
      ['formal_notice', false],
      ['conciliation', true],
    ])
    for (const { letter, prepared_on } of letters)
      expect(letter.placeAndDay).toBe(`Auvelle, le ${sayDay(calendarDay(prepared_on))}`)
  })

  test('the one that left was written before it left, and tells nothing of what came after', () => {
    const [notice] = letters
    if (!notice?.sent_on) throw new Error('the notice is not there, or did not leave')
    const { letter, prepared_on, sent_on } = notice
    expect(prepared_on).toBe(sent_on)
    const days = daysSaid({ ...letter, body: letter.body.filter(({ kind }) => kind === 'dates') })
    expect(days.length).toBeGreaterThan(1)
    expect(days.filter((day) => day > sent_on)).toEqual([])
  })

  test('both say the family of the trouble', () => {
    for (const { letter } of letters)
      expect(letter.object).toContain('Humidité et moisissures (dans la cuisine)')
  })
})

test('no promise of a charter began before its document', async () => {
  const { rows } = await sql<{ n: number; early: number }>`
    select count(*)::int as n, count(*) filter (where valid_from < source_on)::int as early
    from (select * from desk_space.charter_rule union all select * from union_space.charter_rule) r`.execute(
    t.owner,
  )
  expect(rows).toEqual([{ n: 3, early: 0 }])
})
