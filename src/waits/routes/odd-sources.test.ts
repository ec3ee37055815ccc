// Sources that no average file looks like: everything open, one case, all on one day, thousands of families.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts'
import { as, type Browser, makeMember, makeSpace, testApp } from '../../../tools/testing/people.ts'
import { type PlantedCase, plantSource } from '../../../tools/testing/planted-source.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { dayNumber } from '../../measure/day-number.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const ASOF = dayNumber(calendarDay('2026-11-01'))
const cases = (many: number, one: Partial<PlantedCase>): PlantedCase[] =>
  Array.from({ length: many }, () => ({
    place: 'Les Tilleuls',
    category: 'Ascenseur',
    opened: ASOF - 60,
    closed: null,
    outcome: 0,
    ...one,
  }))
const closedAfter = (days: number) => ({ closed: ASOF - 60 + days, outcome: 1 })
const SOURCES = {
  'toutes ouvertes': cases(60, {}),
  'ouvertes le jour même': cases(40, { opened: ASOF }),
  'closes le jour même': cases(50, closedAfter(0)),
  'presque toutes le jour même': [...cases(45, closedAfter(0)), ...cases(5, {})],
  'une demande': cases(1, closedAfter(3)),
  'un nom illisible': cases(30, { category: 'Fuite\u0007 & <dégât>', ...closedAfter(4) }),
  'égales, quelques ouvertes': [...cases(90, closedAfter(3)), ...cases(3, {})],
  'deux mille familles': Array.from({ length: 2000 }, (_, k) =>
    cases(k >= 1998 ? 60 : 1, { category: `Famille ${k}`, ...closedAfter(k % 50) }),
  ).flat(),
} as const
type Name = keyof typeof SOURCES

let t: TestDatabase
let browser: Browser
const ids = new Map<string, string>()
beforeAll(async () => {
  t = await testDatabase()
  const team = await makeSpace(t, 'research', 'Équipe')
  for (const [name, file] of Object.entries(SOURCES))
    ids.set(name, await plantSource(t.owner, team, { name, asOf: '2026-11-01', cases: file }))
  browser = await as(
    t,
    testApp(t, {}, () => NOW),
    await makeMember(t, team, 'Camille', 'data_steward'),
  )
}, 120_000)
afterAll(() => t?.stop())

const address = (name: Name, ending = '', rest = '') => `/attentes${ending}?source=${ids.get(name)}${rest}`
const read = async (name: Name, rest = '') =>
  (await browser.get(address(name, '', rest))).text
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,])/g, '$1')

describe('what leaves is a file, or a sentence that says why not', () => {
  const ENDINGS = ['.svg', '.png', '.pdf', '.csv', '.json']
  it.each(Object.keys(SOURCES) as Name[])('%s', async (name) => {
    const expected = name === 'une demande' ? 422 : 200
    for (const ending of ENDINGS)
      expect([ending, (await browser.get(address(name, ending))).status]).toEqual([ending, expected])
  })

  it('of one case, exact for its steward', async () => {
    for (const ending of ENDINGS)
      expect((await browser.get(address('une demande', ending, '&exact=oui'))).status).toBe(200)
  })
})

describe('what is said is so', () => {
  it.each<[Name, string, string]>([
    ['toutes ouvertes', 'Aucun dossier n’est clos.', 'no curve of closed cases'],
    ['toutes ouvertes', 'au moins 60 jours', 'nobody knows the median'],
    ['ouvertes le jour même', 'toutes attendent encore après le premier jour', 'seen for less than a day'],
    ['closes le jour même', 'aucune n’attend plus après le premier jour', 'fifty are not too few'],
    ['closes le jour même', 'La moitié des demandes a abouti en moins de 1 jour', 'not in 0,5 jour'],
    ['closes le jour même', 'le jour même la moitié des dossiers clos', 'not in «0 jour»'],
    [
      'closes le jour même',
      'Toutes les demandes sont closes : les deux chiffres disent la même chose.',
      'no gap',
    ],
    ['closes le jour même', 'Après un jour 0', 'known, since nobody is left'],
    ['presque toutes le jour même', '10 attendent encore après le premier jour', 'the stair stops there'],
    [
      'une demande',
      'Avec moins de 10 demandes, ni médiane ni courbe. Sur 1 demande, 1 a abouti',
      'one is singular',
    ],
    [
      'égales, quelques ouvertes',
      'Ici les deux chiffres disent la même chose',
      '3 days and 3.5 are equal: the half-day is a rule',
    ],
    ['deux mille familles', 'La moitié des demandes a abouti en', 'many families'],
  ])('%s: «%s» (%s)', async (name, said) => expect(await read(name, '&clos=oui')).toContain(said))

  it('nothing is said too few of fifty, and no curve of closed cases is drawn where none is', async () => {
    expect(await read('closes le jour même')).not.toMatch(/Trop peu de demandes|moins de 10 suivies/)
    expect((await browser.get(address('toutes ouvertes', '', '&clos=oui'))).html).not.toContain(
      'class="lineC"',
    )
  })

  it('of two thousand families, the two that are large are in the table and the others are counted', async () => {
    const text = await read('deux mille familles', '&cote=famille')
    expect(text).toContain('Famille 1999 60 0')
    expect(text).toContain('1 998 lignes de moins de 10 demandes (1 998 en tout)')
  })
})
