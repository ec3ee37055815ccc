import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts'
import { as, type Browser, makeMember, makeSpace, testApp } from '../../../tools/testing/people.ts'
import { type PlantedCase, plantSource } from '../../../tools/testing/planted-source.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { dayNumber } from '../../measure/day-number.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const ASOF = dayNumber(calendarDay('2026-11-01'))

let t: TestDatabase
let space: Awaited<ReturnType<typeof makeSpace>>
let researcher: Browser
beforeAll(async () => {
  t = await testDatabase()
  space = await makeSpace(t, 'research', 'Équipe')
  researcher = await as(
    t,
    testApp(t, {}, () => NOW),
    await makeMember(t, space, 'Léa', 'researcher'),
  )
})
afterAll(() => t?.stop())

const cases = (many: number, over: Partial<PlantedCase>): PlantedCase[] =>
  Array.from({ length: many }, () => ({
    place: 'Les Tilleuls',
    category: 'Ascenseur',
    opened: ASOF - 30,
    closed: null,
    outcome: 0,
    ...over,
  }))
const ended = (many: number, hours: number | undefined, days: number, over: Partial<PlantedCase> = {}) =>
  cases(many, { closed: ASOF - 30 + days, outcome: 1, ...(hours === undefined ? {} : { hours }), ...over })

const readHours = async (name: string, file: readonly PlantedCase[], query = '') => {
  const id = await plantSource(t.owner, space, { name, asOf: '2026-11-01', cases: file })
  const page = await researcher.get(`/attentes/heures?source=${id}${query}`)
  return page.text.replaceAll(/\s+/g, ' ')
}

it('says how many of a hundred still wait, hour by hour, of those that were followed three days', async () => {
  const text = await readHours('À l’heure', [
    ...ended(10, 0, 0),
    ...ended(20, 3, 0),
    ...ended(10, 30, 1),
    ...ended(10, 200, 9),
    ...cases(50, {}),
    // Opened the day before the file ends: nobody knows yet what becomes of them.
    ...cases(40, { opened: ASOF - 1 }),
  ])
  const said = [
    /Après 1 heure (\d+)/,
    /Après 4 heures (\d+)/,
    /Après 24 heures (\d+)/,
    /Après 72 heures (\d+)/,
  ]
  expect(said.map((one) => one.exec(text)?.[1])).toEqual(['90', '70', '70', '60'])
  expect(text).toContain('Demandes comptées 100, dont terminées 40, encore ouvertes 60')
  expect(text).toContain('heures entières')
  expect(text).not.toContain('jour\u00a0+')
})

it.each([
  ['most ends have no hour', [...ended(30, undefined, 1), ...cases(60, {})], 'ne dit pas à quelle heure'],
  ['fewer than ten were followed', ended(9, 2, 0), 'Moins de dix demandes'],
])('makes no figure when %s', async (name, file, sentence) => {
  expect(await readHours(name, file)).toContain(sentence)
})

it('leaves out a few ends without an hour, and says so', async () => {
  const text = await readHours('Presque', [...ended(1, undefined, 2), ...ended(40, 5, 0), ...cases(59, {})])
  expect(text).toContain('1 demande close sans heure n’est pas comptée')
})

it('follows the selection, and is not there for another space nor for our own complaints', async () => {
  const file = [...ended(20, 2, 0), ...cases(20, { category: 'Humidité' })]
  expect(await readHours('Choisie', file, '&famille=Humidit%C3%A9')).toContain('Après 72 heures 100')
  const other = await makeSpace(t, 'union', 'Une union')
  const organiser = await as(
    t,
    testApp(t, {}, () => NOW),
    await makeMember(t, other, 'Ali', 'organiser'),
  )
  const id = await plantSource(t.owner, space, { name: 'Ailleurs', asOf: '2026-11-01', cases: file })
  for (const source of [id, 'reclamations'])
    expect((await organiser.get(`/attentes/heures?source=${source}`)).status).toBe(404)
})
