import { afterAll, expect, it } from 'vitest'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { purgeWhatIsKeptNoLonger } from '../../people/actions/purge.ts'
import { testDatabase } from '../../../tools/testing/database.ts'
import { csvOf, fileFolder, importAs, newSource, rowsOf } from '../../../tools/testing/imports.ts'
import { makeMember, makeSpace } from '../../../tools/testing/people.ts'

const t = await testDatabase()
const files = fileFolder()
afterAll(async () => {
  files.remove()
  await t.stop()
})

it('ninety days after its agreement a source goes whole, and one whose agreement runs stays', async () => {
  const { actor } = await makeMember(
    t,
    await makeSpace(t, 'desk', 'Toits d’Auvelle'),
    'Karim',
    'data_officer',
  )
  const path = files.write('demandes.csv', csvOf([['D1', '2026-10-01', '2026-10-04', 'Nord', 'Fuite']]))
  const over = await newSource(t, actor, { until: '2026-11-30' })
  const running = await newSource(t, actor, { until: '2027-11-30' })
  for (const sourceId of [over, running])
    expect(await importAs(t, actor, { sourceId, path })).toMatchObject({ ok: true })
  const tables = ['vintage', 'stratum', 'case', 'cell', 'wait', 'day'].map((name) => `source_${name}`)
  const left = async (sourceId: string) =>
    (await Promise.all(tables.map((table) => rowsOf(t, actor, table, sourceId, 'source_id')))).map(
      (rows) => rows.length,
    )
  const whole = await left(running)
  const purge = (day: string) =>
    purgeWhatIsKeptNoLonger(t.logins, new Date(`${day}T03:00:00Z`), calendarDay(day))

  await purge('2027-02-28')
  expect(await left(over)).toEqual(whole) // the ninetieth day is kept
  expect((await purge('2027-03-01'))['source']).toBe(1)
  expect(await left(over)).toEqual(tables.map(() => 0))
  expect(await left(running)).toEqual(whole)
})
