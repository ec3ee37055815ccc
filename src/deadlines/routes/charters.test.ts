import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../tools/testing/database.ts'
import {
  type App,
  as,
  type Browser,
  makeMember,
  makeSpace,
  type MadeSpace,
  testApp,
} from '../../../tools/testing/people.ts'
import { deliverPassages } from '../../access/doorkeeper.ts'
import { inScope } from '../../access/scope.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { changeCharterRule } from '../actions/charter.ts'
import { rulesStartedBy } from '../domain/register.ts'
import { deadlinesDoors } from '../doors.ts'
import { charterRulesFor } from '../public.ts'

const now = new Date('2026-11-23T10:00:00Z')
let t: TestDatabase
let app: App
let union: MadeSpace
let otherUnion: MadeSpace
let desk: MadeSpace
type Member = Awaited<ReturnType<typeof makeMember>>
let ines: Member
let lea: Member

beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t, {}, () => now)
  union = await makeSpace(t, 'union', 'Union des Tilleuls')
  otherUnion = await makeSpace(t, 'union', 'Union d’à côté')
  desk = await makeSpace(t, 'desk', 'Habitat des Tilleuls')
  ines = await makeMember(t, union, 'Inès', 'organiser')
  lea = await makeMember(t, desk, 'Léa', 'data_officer')
})
afterAll(() => t.stop())

const PROMISE = {
  intitule: 'Fuite d’eau\u202f: intervention',
  depart: 'told',
  arret: 'visited',
  longueur: '24',
  unite: 'hours',
  famille: 'water',
  source_titre: 'Charte de services',
  source_page: 'p. 4',
  source_date: '2025-03-02',
  source_lien: 'https://exemple.test/charte.pdf',
  note: '',
  valable_du: '2025-03-02',
  valable_au: '',
}
const browser = (who: { accountId: string }): Promise<Browser> => as(t, app, who, { now })
const stored = async (schema: string, spaceId: string) =>
  (
    await sql<{
      id: string
      title: string
      length: number
      valid_until: string | null
      replaces: string | null
    }>`
      select id, title, length, valid_until::text, replaces from ${sql.id(schema, 'charter_rule')}
      where space_id = ${spaceId} order by valid_from, id`.execute(t.owner)
  ).rows
const write = async (who: Member, values: Record<string, string>) => {
  const page = await (await browser(who)).post('/chartes/nouvelle', { ...PROMISE, ...values })
  return { page, id: page.location?.split('/').at(-1) ?? '' }
}

describe('a union writes down what a landlord promised', () => {
  test('with its document, and reads it as an engagement, never as law', async () => {
    const { page, id } = await write(ines, { bailleur: desk.institutionId })
    expect(page.status).toBe(303)
    const rule = await (await browser(ines)).get(`/chartes/${id}`)
    expect(rule.text).toContain('Charte de services, p. 4, 2 mars 2025')
    expect(rule.text).toContain('24\u00a0heures')
    expect(rule.html).toContain('class="type C"')
    expect(rule.html).not.toContain('class="type L"')
    expect((await (await browser(ines)).get('/chartes')).text).toContain('saisi par votre union')
  })

  test('and changes it by a new version: the former ends the day before and stays as it was', async () => {
    const { id } = await write(ines, { bailleur: desk.institutionId, intitule: 'Serrure', longueur: '5' })
    const path = `/chartes/${id}/modifier`
    const changed = await (
      await browser(ines)
    ).post(path, {
      ...PROMISE,
      intitule: 'Serrure',
      longueur: '3',
      valable_du: '2026-06-01',
    })
    expect(changed.status).toBe(303)
    const rows = (await stored('union_space', union.spaceId)).filter((r) => r.title === 'Serrure')
    expect(rows).toMatchObject([
      { id, length: 5, valid_until: '2026-05-31', replaces: null },
      { length: 3, valid_until: null, replaces: id },
    ])
    const again = await (await browser(ines)).post(path, { ...PROMISE, valable_du: '2026-07-01' })
    expect(again.status).toBe(422)
    expect(again.text).toContain('déjà été remplacée')
    expect((await (await browser(ines)).get(`/chartes/${id}`)).text).toContain(
      'Cette règle ne vaut plus depuis le 1er juin 2026',
    )
    const started = await inScope(t.logins, ines.actor, async (db) => {
      const charter = await charterRulesFor(db, desk.institutionId)
      return (['2026-05-31', '2026-06-01'] as const).map((on) =>
        rulesStartedBy({ trigger: 'told', family: 'water', on: calendarDay(on), charter })
          .filter((rule) => rule.kind === 'C' && rule.title === 'Serrure')
          .map((rule) => rule.length),
      )
    })
    expect(started).toEqual([[5], [3]])
  })

  test('and when two people change one rule at the same instant, the second is told', async () => {
    const { id } = await write(ines, { bailleur: desk.institutionId, intitule: 'Boîtes aux lettres' })
    const entry = {
      title: 'Boîtes aux lettres',
      startsOn: 'told',
      stopsOn: ['repaired', 'gone', 'left'],
      length: 8,
      unit: 'working_days',
      families: [],
      source: { title: 'Charte', page: '', on: calendarDay('2025-03-02'), href: '' },
      note: '',
      validFrom: calendarDay('2026-06-01'),
      validUntil: null,
    } as const
    const change = () => inScope(t.logins, ines.actor, (db) => changeCharterRule(db, id, entry, new Date()))
    const done = await Promise.all([change(), change()])
    expect(done.map((d) => (d.ok ? 'changed' : d.refusal.because)).toSorted()).toEqual([
      'already_replaced',
      'changed',
    ])
    const rows = (await stored('union_space', union.spaceId)).filter((r) => r.replaces === id)
    expect(rows).toHaveLength(1)
  })

  test('and closes it on a day; not before it began', async () => {
    const { id } = await write(ines, { bailleur: desk.institutionId, intitule: 'Accueil' })
    const early = await (await browser(ines)).post(`/chartes/${id}/fermer`, { dernier_jour: '2024-01-01' })
    expect(early.status).toBe(422)
    expect(early.text).toContain('précède le premier jour')
    const done = await (await browser(ines)).post(`/chartes/${id}/fermer`, { dernier_jour: '29/02/2028' })
    expect(done.status).toBe(303)
    const row = (await stored('union_space', union.spaceId)).find((r) => r.id === id)
    expect(row?.valid_until).toBe('2028-02-29')
  })

  test.each([
    ['longueur', '-3', 'Donnez un nombre entier'],
    ['longueur', '0', 'Donnez un nombre entier'],
    ['longueur', '2,5', 'Donnez un nombre entier'],
    ['longueur', '99999', 'Donnez un nombre entier'],
    ['longueur', '36526', 'Donnez un nombre entier'],
    ['source_date', '2026-11-24', 'daté d’un jour à venir'],
    ['valable_du', '2025-03-01', 'C’est avant la date du document'],
    ['source_date', '2025-02-29', 'Écrivez une date entière'],
    ['valable_du', '1899-12-31', 'Écrivez une date entière'],
    ['valable_au', '2020-01-01', 'ne peut pas précéder'],
    ['arret', 'gone', ''],
    ['depart', 'lune', 'Choisissez ce qui fait partir'],
    ['famille', 'lune', 'Choisissez une famille'],
    ['bailleur', '', 'Choisissez un bailleur'],
    ['bailleur', '00000000-0000-7000-8000-000000000000', 'Choisissez un bailleur'],
    ['source_lien', 'javascript:alert(1)', 'commence par https'],
    ['source_titre', '', 'Nommez le document'],
    ['intitule', '\u200b', 'Dites ce qui est promis'],
  ])('%s = «%s» comes back with what was typed: %s', async (field, value, sentence) => {
    const before = (await stored('union_space', union.spaceId)).length
    const { page } = await write(ines, { bailleur: desk.institutionId, [field]: value })
    expect(page.status).toBe(sentence === '' ? 303 : 422)
    expect(page.text).toContain(sentence)
    const after = (await stored('union_space', union.spaceId)).length
    expect(after - before).toBe(sentence === '' ? 1 : 0)
  })
})

test.each([
  ['hours', '36525', ''],
  ['calendar_days', '36525', ''],
  ['working_days', '26089', ''],
  ['working_days', '26090', 'cent ans, soit 26\u202f089\u00a0jours ouvrés au plus'],
  ['business_days', '31308', 'cent ans, soit 31\u202f307\u00a0jours ouvrables au plus'],
  ['months', '1200', ''],
  ['months', '1201', 'cent ans, soit 1\u202f200\u00a0mois au plus'],
])('a length in %s of %s: %s', async (unite, longueur, sentence) => {
  const { page } = await write(ines, { bailleur: desk.institutionId, unite, longueur })
  expect([page.status, page.text]).toEqual([sentence === '' ? 303 : 422, expect.stringContaining(sentence)])
})

test('what is older than its document says why; a number alone is a page; a year is said once', async () => {
  const { id } = await write(ines, {
    bailleur: desk.institutionId,
    source_titre: 'Charte 2025',
    source_page: '2',
    valable_du: '2024-01-01',
    note: 'Le document reprend la charte de 2024.',
  })
  const rule = await (await browser(ines)).get(`/chartes/${id}`)
  expect(rule.text).toContain('Charte 2025, p. 2')
  expect(rule.text).not.toContain('2 mars 2025')
  expect(rule.text).toContain('Lu dans le document du bailleur')
  expect(rule.text).not.toContain('Lu dans une page fiable')
})

test.each([
  ['/chartes/nouvelle', 'Choisissez ce qui fait partir'],
  ['/chartes/nouvelle', 'Choisissez l’unité du document'],
])('%s with no field at all is answered in French: %s', async (path, sentence) => {
  const page = await (await browser(ines)).post(path, {})
  expect([page.status, page.text]).toEqual([422, expect.stringContaining(sentence)])
  expect(page.text).not.toMatch(/Invalid|Expected/)
})

describe('who meets a charter', () => {
  test('a steward reads and does not write; a canvasser, an administrator and another union find nothing', async () => {
    const { id } = await write(ines, { bailleur: desk.institutionId, intitule: 'Ascenseur' })
    const steward = await browser(await makeMember(t, union, 'Sam', 'steward'))
    expect((await steward.get(`/chartes/${id}`)).status).toBe(200)
    expect((await steward.get(`/chartes/${id}`)).text).not.toContain('Changer cette règle')
    for (const path of ['/chartes/nouvelle', `/chartes/${id}/modifier`, `/chartes/${id}/fermer`])
      expect([path, (await steward.get(path)).status]).toEqual([path, 404])
    const nobody = [
      await makeMember(t, union, 'Cam', 'canvasser'),
      await makeMember(t, union, 'Ada', 'administrator'),
      await makeMember(t, otherUnion, 'Odile', 'organiser'),
      await makeMember(t, await makeSpace(t, 'research', 'Équipe'), 'Rose', 'researcher'),
    ]
    for (const who of nobody) expect((await (await browser(who)).get(`/chartes/${id}`)).status).toBe(404)
    expect((await stored('union_space', union.spaceId)).map((r) => r.id)).toContain(id)
  })

  test('an address that names nothing is a 404', async () => {
    const organiser = await browser(ines)
    for (const path of ['/chartes/x', '/chartes/x/modifier', '/chartes/publication'])
      expect([path, (await organiser.get(path)).status]).toEqual([path, 404])
  })
})

describe('a desk publishes its charter', () => {
  test('written by its data officer for its own institution, whatever is asked', async () => {
    const stranger = await makeSpace(t, 'desk', 'Autre bailleur')
    const { page } = await write(lea, { bailleur: stranger.institutionId, intitule: 'Panne de chauffage' })
    expect(page.status).toBe(303)
    const { rows } = await sql<{ institution_id: string }>`
      select institution_id from desk_space.charter_rule where space_id = ${desk.spaceId}`.execute(t.owner)
    expect(rows).toEqual([{ institution_id: desk.institutionId }])
    expect((await (await browser(ines)).get('/chartes')).text).not.toContain('Panne de chauffage')
  })

  test('only by the circle that decides, exactly as it was seen; unions and everybody then read it', async () => {
    const dan = await makeMember(t, desk, 'Dan', 'decision_owner')
    const officer = await browser(lea)
    expect((await officer.get('/chartes/publication')).text).toContain('Panne de chauffage')
    expect((await officer.post('/chartes/publication', { act: 'publish' })).status).toBe(404)

    const decider = await browser(dan)
    const stale = await decider.post('/chartes/publication', { act: 'publish', vu: 'autre chose' })
    expect(stale.status).toBe(422)
    expect(stale.text).toContain('La charte a changé')
    expect((await decider.post('/chartes/publication', { act: 'publish' })).status).toBe(303)
    await deliverPassages(t.logins, deadlinesDoors, now)

    const organiser = await browser(ines)
    const charters = await organiser.get('/chartes')
    expect(charters.text).toContain('Habitat des Tilleuls , publié par le bailleur')
    expect(charters.text).toContain('Panne de chauffage')
    expect((await organiser.get('/delais?type=C')).text).toContain('Panne de chauffage')
    const rules = await inScope(t.logins, ines.actor, (db) => charterRulesFor(db, desk.institutionId))
    expect(rules.filter((r) => r.origin === 'landlord').map((r) => r.title)).toEqual(['Panne de chauffage'])
    expect(rules.some((r) => r.origin === 'union')).toBe(true)
    expect(rules.every((r) => r.kind === 'C' && r.source.checkedBy === null)).toBe(true)
  })

  test('and another landlord’s name on a publication does not make it theirs', async () => {
    const elsewhere = await makeSpace(t, 'desk', 'Bailleur voisin')
    const rules = await inScope(t.logins, ines.actor, (db) => charterRulesFor(db, elsewhere.institutionId))
    expect(rules).toEqual([])
  })

  test('and takes it back', async () => {
    const dan = await makeMember(t, desk, 'Daphné', 'decision_owner')
    expect((await (await browser(dan)).post('/chartes/publication', { act: 'withdraw' })).status).toBe(303)
    await deliverPassages(t.logins, deadlinesDoors, now)
    expect((await (await browser(ines)).get('/chartes')).text).not.toContain('Panne de chauffage')
    expect((await (await browser(ines)).get('/delais?type=C')).text).not.toContain('Panne de chauffage')
    expect(await stored('desk_space', desk.spaceId)).toHaveLength(1)
  })
})
