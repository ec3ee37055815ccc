import { createReadStream, existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import Papa from 'papaparse'
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts'
import {
  addMember,
  as,
  type Browser,
  makeAccount,
  makeMember,
  makeSpace,
  type MadeSpace,
  testApp,
} from '../../../tools/testing/people.ts'
import { type PlantedCase, plantSource } from '../../../tools/testing/planted-source.ts'
import { calendarDay, dayIn } from '../../kernel/calendar-day.ts'
import { dayNumber } from '../../measure/day-number.ts'

const NOW = new Date('2026-11-22T10:00:00Z')
const ASOF = dayNumber(calendarDay('2026-11-01'))

/** A hundred and twenty lifts: 48 ended on the tenth day, 72 wait for 60 days; and nine cases of damp. */
const cases = (many: number, one: Partial<PlantedCase>): PlantedCase[] =>
  Array.from({ length: many }, () => ({
    place: 'Les Tilleuls',
    category: 'Ascenseur',
    opened: ASOF - 60,
    closed: ASOF - 50,
    outcome: 1,
    ...one,
  }))
const FILE = [
  ...cases(48, {}),
  ...cases(72, { closed: null, outcome: 0 }),
  ...cases(9, { category: 'Humidité' }),
  ...cases(40, { place: 'Le Canal', closed: ASOF - 55, outcome: 3 }),
]

let t: TestDatabase
let team: MadeSpace
let browser: Browser
let source: string
beforeAll(async () => {
  t = await testDatabase()
  team = await makeSpace(t, 'research', 'Équipe')
  const member = await makeMember(t, team, 'Camille', 'researcher')
  source = await plantSource(t.owner, team, {
    name: 'Bailleur Ouest',
    asOf: '2026-11-01',
    cases: FILE,
    rejected: 31,
  })
  browser = await as(
    t,
    testApp(t, {}, () => NOW),
    member,
  )
})
afterAll(() => t?.stop())

const plain = (text: string) =>
  text
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,])/g, '$1')
const read = async (path: string) => {
  const page = await browser.get(path)
  return { ...page, text: plain(page.text) }
}

describe('the explorer of a space', () => {
  it('says first who still waits, then how long, on how many, as of when', async () => {
    const page = await read('/attentes?lieu=Les+Tilleuls&famille=Ascenseur')
    expect(page.status).toBe(200)
    expect(page.text).toContain('Sur 100 demandes, 60 attendent encore après un mois')
    expect(page.text).toContain('La moitié n’a pas encore abouti : au moins 60 jours')
    expect(page.text).toContain(
      'Sur 120 demandes, 48 ont abouti et 72 attendent encore. État au 1er novembre 2026.',
    )
  })

  it('tells what closed cases alone would say, beside', async () => {
    const page = await read('/attentes?lieu=Les+Tilleuls&famille=Ascenseur')
    expect(page.text).toContain('10 jours la moitié des dossiers clos')
    expect(page.text).toContain('oublie celles et ceux qui attendent encore : 72 demandes sur 120')
  })

  it('carries its definition, its coverage, its method, its rules and the fingerprint of its file', async () => {
    const { text } = await read('/attentes')
    expect(text).toContain('Couverture 84,5 % (169 sur 200)')
    expect(text).toContain('Kaplan-Meier, intervalles log-log à 95 %, jours civils')
    expect(text).toContain('version 2026-11')
    expect(text).toMatch(/Bailleur Ouest\.csv, 200 lignes, empreinte [0-9a-f]{64}/)
  })

  it('always shows both clocks, and says which one is not kept here', async () => {
    const { text } = await read('/attentes')
    expect(text).toContain('Horloge des locataires')
    expect(text).toContain('Cet espace ne suit pas de réclamations')
    expect(text).toContain('Horloge du bailleur')
  })

  it('opens at the address of a source, and at no other source’s', async () => {
    expect((await read(`/attentes/${source}`)).text).toContain('Toutes les demandes. Bailleur Ouest.')
    for (const path of ['/attentes/ailleurs', '/attentes/0191c4b8-5a10-7c3e-9d53-5f4f6a0a1b2c'])
      expect((await browser.get(path)).status).toBe(404)
  })

  it('draws nothing for nine cases, and says so', async () => {
    const page = await read('/attentes?famille=Humidit%C3%A9')
    expect(page.text).toContain('Moins de 10 demandes : il n’y a pas de courbe')
    expect(page.html).not.toContain('class="lineA" d="M64')
  })

  it('compares two, with the difference in days before the test', async () => {
    const { text } = await read('/attentes?lieu=Les+Tilleuls&famille=Ascenseur&avec=lieu:Le+Canal&horizon=30')
    expect(text).toContain('L’une des deux n’est pas suivie jusqu’à 30 jours')
    expect(text).toContain('p < 0,001')
  })

  it('sets every place side by side: those too few are counted and not shown', async () => {
    const { text } = await read('/attentes?cote=famille')
    expect(text).toContain('Une seule ligne a dix demandes ou plus : il n’y a rien à mettre à côté.')
    const places = await read('/attentes?cote=lieu')
    expect(places.text).toContain('Côte à côte')
    expect(places.text).toContain('Le Canal 40 0')
  })

  it('compares two places as if they had the same mix of families', async () => {
    const { text } = await read('/attentes?lieu=Les+Tilleuls&avec=lieu:Le+Canal')
    expect(text).toContain('À mélange de familles égal')
    expect(text).toMatch(/Le Canal couvre 0|Les Tilleuls couvre 100 % du mélange, Le Canal \d+ %/)
  })

  it('says what became of a hundred, and the bounds when many were withdrawn', async () => {
    const { text } = await read('/attentes')
    expect(text).toContain('Ce que deviennent 100 demandes')
    expect(text).toContain('retiré par le foyer')
    expect(text).toContain('Bornes de la part qui attend encore')
  })

  it('counts in jours ouvrés from the cells', async () => {
    const { text } = await read('/attentes?lieu=Les+Tilleuls&famille=Ascenseur&jours=ouvres')
    expect(text).toContain('Jours ouvrés (du lundi au vendredi, sans les fériés nationaux)')
    expect(text).toMatch(/[67] jours la moitié des dossiers clos/)
  })

  it('says what an address asks and nobody understands; an empty choice is an answer', async () => {
    const { text } = await read('/attentes?intervalle=bayes&famille=Rien')
    expect(text).toContain('« intervalle = bayes »')
    expect(text).toContain('Aucune demande ne répond à ces choix.')
  })
})

describe('nobody else', () => {
  it('another team sees no source and no wait; the rows are really there', async () => {
    const other = await makeSpace(t, 'research', 'Autre équipe')
    const account = await makeMember(t, other, 'Alix', 'researcher')
    const elsewhere = await as(
      t,
      testApp(t, {}, () => NOW),
      account,
    )
    for (const path of [`/attentes/${source}`, `/attentes?source=${source}`])
      expect([path, (await elsewhere.get(path)).status]).toEqual([path, 404])
    expect((await elsewhere.get(`/attentes.json?source=${source}`)).status).toBe(422)
    const page = await elsewhere.get('/attentes')
    expect(page.status).toBe(200)
    expect(plain(page.text)).toContain('Il n’y a pas encore d’attente à lire ici')
    expect(page.text).not.toContain('Bailleur Ouest')
    const { rows } = await sql`select 1 from research_space.source_wait where source_id = ${source}`.execute(
      t.owner,
    )
    expect(rows.length).toBeGreaterThan(0)
  })

  it.each([
    ['research', 'administrator'],
    ['programme', 'lead'],
  ] as const)('%s: %s meets no such page', async (kind, circle) => {
    const space = kind === 'research' ? team : await makeSpace(t, kind, 'Institut')
    const account = await makeAccount(t, 'Sacha')
    await addMember(t, space, account, circle)
    const page = await (
      await as(
        t,
        testApp(t, {}, () => NOW),
        account,
      )
    ).get('/attentes')
    expect(page.status).toBe(404)
  })
})

const BOSTON = new URL(
  '../../../../shared/data/boston_311_newcrm/boston_311_requests_2026-02-17.csv',
  import.meta.url,
)

describe.skipIf(!existsSync(BOSTON))('Boston, as of 16 February 2026', () => {
  it('shows the worked example of the contract: 1,500 cases, 646 ended, 103.5 civil days and not 5', async () => {
    const rows: PlantedCase[] = []
    const day = (text: string) =>
      dayNumber(dayIn(new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')), 'America/New_York'))
    const instant = Date.parse('2026-02-17T02:21:40Z')
    await new Promise((resolve, reject) => {
      Papa.parse<Record<string, string>>(createReadStream(BOSTON), {
        header: true,
        step: ({ data }) => {
          if (data['case_topic'] !== 'Street Light Outage') return
          const closed = data['close_date'] ? data['close_date'] : null
          const isClosed =
            closed !== null && Date.parse(closed.replace(' ', 'T').replace(/\+00$/, 'Z')) <= instant
          rows.push({
            place: '',
            category: data['case_topic'] ?? '',
            opened: day(data['open_date'] ?? ''),
            closed: isClosed ? day(closed) : null,
            outcome: isClosed ? 5 : 0,
          })
        },
        complete: resolve,
        error: reject,
      })
    })
    const id = await plantSource(t.owner, team, { name: 'Boston', asOf: '2026-02-16', cases: rows })
    const { text } = await read(`/attentes?source=${id}&famille=Street+Light+Outage&clos=oui`)
    expect(text).toContain('La moitié des demandes a abouti en 103,5 jours')
    expect(text).toContain('Sur 1 500 demandes, 646 ont abouti et 854 attendent encore.')
    expect(text).toContain('5 jours la moitié des dossiers clos')
  })
})
