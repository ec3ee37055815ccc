import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts'
import { inventedWaits } from '../../../tools/testing/invented-waits.ts'
import { as, type Browser, makeMember, makeSpace, testApp } from '../../../tools/testing/people.ts'
import { countPlanted, plantSource } from '../../../tools/testing/planted-source.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { dayNumber } from '../../measure/day-number.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const ASOF = dayNumber(calendarDay('2026-11-01'))

let t: TestDatabase
let id: string
let space: Awaited<ReturnType<typeof makeSpace>>
let researcher: Browser
beforeAll(async () => {
  t = await testDatabase()
  space = await makeSpace(t, 'research', 'Équipe')
  id = await plantSource(t.owner, space, {
    name: 'Toits',
    asOf: '2026-11-01',
    cases: inventedWaits(600, ASOF),
  })
  researcher = await as(
    t,
    testApp(t, {}, () => NOW),
    await makeMember(t, space, 'Léa', 'researcher'),
  )
})
afterAll(() => t?.stop())

type Taken = { asOf: string; notices: string[]; strata: { key: { selection: string }; n: number }[] }
const take = async (query = ''): Promise<Taken> =>
  JSON.parse((await researcher.get(`/attentes.json?${query}`)).html)

/** The same file, some cases later: what an import leaves, written anew. */
async function nextExtract(more: number, asOf: string, category = 'Ascenseur'): Promise<void> {
  await sql`insert into research_space.source_case
      (space_id, source_id, case_key, stratum_id, opened_day, closed_day, outcome, hours, first_vintage, last_vintage)
    select c.space_id, c.source_id, gen_random_uuid(), c.stratum_id, ${ASOF} - 20, null, 0, null, 2, 2
    from generate_series(1, ${more}), (select space_id, source_id, stratum_id from research_space.source_stratum
      where source_id = ${id} and category = ${category} limit 1) c`.execute(t.owner)
  for (const table of ['source_cell', 'source_wait', 'source_day'])
    await sql`delete from research_space.${sql.id(table)} where source_id = ${id}`.execute(t.owner)
  await sql`update research_space.source_vintage set as_of = ${asOf} where source_id = ${id}`.execute(t.owner)
  await countPlanted(t.owner, space, id)
}

const releases = async (): Promise<number> =>
  (await sql`select 1 from research_space.waits_release`.execute(t.owner)).rows.length

it('two extracts taken one after the other are not subtracted: the former leaves again until five have changed', async () => {
  const first = await take('famille=Ascenseur')
  expect(first.strata[0]?.key).toEqual({ selection: 'Ascenseur' })
  await take()
  expect(await releases()).toBe(2)
  await take('famille=Ascenseur')
  expect(await releases()).toBe(2)

  await nextExtract(2, '2026-11-05')
  const second = await take('famille=Ascenseur')
  const whole = await take()
  expect([second, whole].map(({ strata }) => strata[0]?.n)).toEqual([first.strata[0]?.n, 600])
  expect([second.asOf, second.notices.join(' ').includes('sort de nouveau')]).toEqual(['2026-11-01', true])
  expect(await releases()).toBe(2)

  await nextExtract(20, '2026-11-20')
  const third = await take('famille=Ascenseur')
  expect([third.asOf, third.strata[0]?.n]).toEqual(['2026-11-20', (first.strata[0]?.n ?? 0) + 22])
})

it('a stranger’s space compares with its own releases only', async () => {
  const other = await makeSpace(t, 'research', 'Autre')
  await plantSource(t.owner, other, { name: 'Toits', asOf: '2026-11-01', cases: inventedWaits(602, ASOF) })
  const member = await as(
    t,
    testApp(t, {}, () => NOW),
    await makeMember(t, other, 'Ali', 'researcher'),
  )
  const taken: Taken = JSON.parse((await member.get('/attentes.json')).html)
  expect(taken.strata[0]?.n).toBe(602)
})
