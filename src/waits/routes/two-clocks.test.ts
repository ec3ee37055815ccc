import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts'
import {
  as,
  type Browser,
  makeMember,
  makeSpace,
  type MadeSpace,
  testApp,
} from '../../../tools/testing/people.ts'
import { plantSource } from '../../../tools/testing/planted-source.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import { dayNumber } from '../../measure/day-number.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const TODAY = dayNumber(calendarDay('2026-11-22'))
const ASOF = dayNumber(calendarDay('2026-11-01'))
const OPEN = 2_147_483_647

let t: TestDatabase
let union: MadeSpace
let browser: Browser
let landlord: string
let estate: string
beforeAll(async () => {
  t = await testDatabase()
  union = await makeSpace(t, 'union', 'Union des Tilleuls')
  landlord = (await makeSpace(t, 'desk', 'Toits')).institutionId
  estate = await makeEstate('Résidence des Tilleuls', landlord)
  const elsewhere = await makeEstate(
    'Résidence du Canal',
    (await makeSpace(t, 'desk', 'Foyer')).institutionId,
  )
  await tell(estate, TODAY - 100, OPEN, 0, 30) // thirty households still wait, a hundred days later
  await tell(estate, TODAY - 100, TODAY - 80, 1, 10)
  await tell(elsewhere, TODAY - 100, TODAY - 99, 1, 200) // another landlord's: quick
  const cases = Array.from({ length: 50 }, (_, at) => ({
    place: 'Tilleuls',
    category: 'Chauffage',
    opened: ASOF - 90,
    closed: at < 40 ? ASOF - 85 : null,
    outcome: at < 40 ? 1 : 0,
  }))
  await plantSource(t.owner, union, {
    name: 'Fichier de Toits',
    asOf: '2026-11-01',
    cases,
    institutionId: landlord,
  })
  browser = await as(
    t,
    testApp(t, {}, () => NOW),
    await makeMember(t, union, 'Inès', 'organiser'),
  )
})
afterAll(() => t?.stop())

async function makeEstate(name: string, landlordId: string): Promise<string> {
  const id = newId(NOW)
  await sql`insert into directory.commune (code, name, postcode) values ('99001', 'Auvelle', '99001') on conflict do nothing`.execute(
    t.owner,
  )
  await sql`insert into directory.estate (id, name, landlord_id, commune_code, search_text) values (${id}, ${name}, ${landlordId}, '99001', ${name})`.execute(
    t.owner,
  )
  return id
}

const tell = (estateId: string, opened: number, closed: number, outcome: number, n: number) =>
  sql`insert into union_space.complaint_cell (space_id, estate_id, family_code, opened_day, closed_day, outcome, known_from, n)
    values (${union.spaceId}, ${estateId}, 'heating', ${opened}, ${closed}, ${outcome}, ${opened}, ${n})`.execute(
    t.owner,
  )

const read = async (path: string): Promise<string> =>
  (await browser.get(path)).text
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,])/g, '$1')

describe('two clocks', () => {
  it('are two figures side by side, each with its own n and its own day, never one', async () => {
    const text = await read('/attentes')
    const [, tenant = '', landlordSide = ''] =
      /Horloge des locataires (De la première.*?)Horloge du bailleur (De l’enregistrement.*?)Ces deux attentes/.exec(
        text,
      ) ?? []
    expect(tenant).toContain('non atteinte')
    expect(tenant).toContain('n = 40, encore ouvertes 30. État au 22 novembre 2026.')
    expect(landlordSide).toContain('5,5 jours pour que la moitié aboutisse')
    expect(landlordSide).toContain('n = 50, encore ouvertes 10. État au 1er novembre 2026.')
    expect(text).not.toContain('n = 90')
  })

  it('stand together when one asks of complaints as well', async () => {
    const text = await read('/attentes?source=reclamations')
    expect(text).toContain('Sur 240 demandes, 210 ont abouti et 30 attendent encore.')
    expect(text).toContain('Réclamations de l’union. État au 22 novembre 2026.')
    expect(text).toContain('5,5 jours pour que la moitié aboutisse')
  })

  it('say exactly what they count: the other one follows the period, not the family', async () => {
    const text = await read('/attentes?famille=Chauffage&de=2026-01')
    expect(text).toContain('Compte : Chauffage, ouvertes depuis 2026-01.')
    expect(text).toMatch(
      /Compte : les réclamations des résidences de \S.*?, tous lieux et toutes familles, ouvertes depuis 2026-01\. Le choix « Chauffage » n’y est pas suivi/,
    )
    expect(await read('/attentes?source=reclamations&famille=heating')).toContain(
      'Compte : tout le fichier, tous lieux',
    )
  })

  it('of an estate, leads to its buildings and their façades', async () => {
    const page = await browser.get(`/attentes?source=reclamations&lieu=${estate}`)
    expect(page.html).toContain(`href="/lieux/residences/${estate}"`)
    expect(await read(`/attentes?source=reclamations&lieu=${estate}`)).toContain(
      'Résidence des Tilleuls. Réclamations',
    )
  })

  it('sets estates side by side by their names, and lets a file of them leave protected', async () => {
    expect(await read('/attentes?source=reclamations&cote=lieu')).toContain('Résidence du Canal 200 0')
    const file = await browser.get(`/attentes.json?source=reclamations&lieu=${estate}`)
    expect(file.html).toContain('"protected": true')
    expect(file.html).toContain('Horloge des locataires')
  })

  it('another union sees none of it; the rows are there', async () => {
    const other = await makeSpace(t, 'union', 'Union du Canal')
    const stranger = await as(
      t,
      testApp(t, {}, () => NOW),
      await makeMember(t, other, 'Bruno', 'organiser'),
    )
    const page = await stranger.get('/attentes?source=reclamations')
    expect(page.text).not.toMatch(/Tilleuls|Fichier de Toits/)
    const { rows } =
      await sql`select 1 from union_space.complaint_cell where space_id = ${union.spaceId}`.execute(t.owner)
    expect(rows).toHaveLength(3)
  })
})
