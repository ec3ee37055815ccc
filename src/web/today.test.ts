import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope } from '../access/scope.ts'
import { schemaOf, type SpaceKind } from '../db/logins.ts'
import { addDays, dayIn } from '../kernel/calendar-day.ts'
import { newId } from '../kernel/ids.ts'
import { keepPerson, withdrawConsent } from '../people/public.ts'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { type App, as, makeMember, type MadeSpace, makeSpace, testApp } from '../../tools/testing/people.ts'

const now = new Date('2026-11-22T10:00:00Z')
const today = dayIn(now)

let t: TestDatabase
let app: App
let union: MadeSpace
let other: MadeSpace
beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t, {}, () => now)
  union = await makeSpace(t, 'union', 'Union des Tilleuls')
  other = await makeSpace(t, 'union', 'Union du Canal')
})
afterAll(() => t.stop())

async function estateWithHomes(name: string, space: MadeSpace, homes: number): Promise<string[]> {
  const [landlord, estate, building, staircase] = [
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
  ]
  await sql`insert into directory.institution (id, kind, name) values (${landlord}, 'landlord', ${`Bailleur de ${name}`})`.execute(
    t.owner,
  )
  await sql`insert into directory.commune values ('63113', 'Auvelle', '63000') on conflict do nothing`.execute(
    t.owner,
  )
  await sql`insert into directory.estate (id, landlord_id, commune_code, name, search_text)
    values (${estate}, ${landlord}, '63113', ${name}, '')`.execute(t.owner)
  await sql`insert into directory.building (id, estate_id, name, search_text) values (${building}, ${estate}, 'A', '')`.execute(
    t.owner,
  )
  await sql`insert into directory.staircase (id, building_id, name, highest_floor, positions)
    values (${staircase}, ${building}, '1', 9, '{gauche}')`.execute(t.owner)
  const ids = Array.from({ length: homes }, () => newId(new Date()))
  for (const [floor, id] of ids.entries()) {
    await sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
      values (${space.spaceId}, ${id}, ${staircase}, ${floor}, 1, ${`${floor}e gauche`})`.execute(t.owner)
  }
  return ids
}

type Met = { home?: string | undefined; daysAgo: number; calledBack?: boolean }

async function meet(
  space: MadeSpace,
  name: string,
  { home, daysAgo, calledBack = true }: Met,
): Promise<string> {
  const { actor } = await makeMember(t, space, 'Qui note', 'organiser')
  const fields = { name, phone: '', email: '', language: 'fr', reachBy: 'union', note: '' } as const
  const agreed = calledBack ? (['kept', 'called_back'] as const) : (['kept'] as const)
  const person = {
    fields,
    home: home === undefined ? undefined : { id: home, since: undefined },
    agreed,
    isAnother: true,
  }
  const kept = await inScope(t.logins, actor, (db) => keepPerson(db, person, { now, today }))
  if (!kept.ok) throw new Error(kept.refusal.because)
  await sql`update union_space.person set last_contact_on = ${addDays(today, -daysAgo)} where id = ${kept.value}`.execute(
    t.owner,
  )
  return kept.value
}

async function receive(space: MadeSpace, door: string, from: string): Promise<void> {
  await sql`insert into ${sql.id(schemaOf(space.kind), 'inbox')} (space_id, id, door, from_name, projection, received_at)
    values (${space.spaceId}, ${newId(new Date())}, ${door}, ${from}, '{"name":"Contenu à lire ailleurs"}', ${now})`.execute(
    t.owner,
  )
}

const homeOf = async (
  space: MadeSpace,
  ...circles: Parameters<typeof makeMember>[3][]
): Promise<{ text: string; html: string }> => {
  const member = await makeMember(t, space, 'Quelqu’un', ...circles)
  return (await as(t, app, member, { now })).get('/aujourdhui')
}

describe('a union’s field', () => {
  it('is told what to do first when nothing is known', async () => {
    const page = await homeOf(other, 'organiser')
    expect(page.text).toContain('Vous ne connaissez encore aucun logement.')
    expect(page.text).toContain('Personne n’a encore accepté d’être rappelé·e.')
    expect(page.html).toContain('href="/lieux/importer"')
    expect(page.html).not.toContain('/saisie-rapide')
  })

  it('reads whom to call back, longest ago first, five at most, never another union’s', async () => {
    const [first, second] = await estateWithHomes('Les Érables', union, 3)
    const oldest = await meet(union, 'Aïcha Ancienne', { home: first, daysAgo: 300 })
    for (const n of [1, 2, 3, 4, 5]) await meet(union, `Récente ${n}`, { daysAgo: n })
    await meet(union, 'Sans Rappel', { home: second, daysAgo: 400, calledBack: false })
    await meet(other, 'Voisine Du Canal', { daysAgo: 500 })
    const { text, html } = await homeOf(union, 'organiser')
    expect(html).toContain(`href="/personnes/${oldest}"`)
    expect(text).toContain('0e gauche, entrée 1, A, Les Érables')
    const told = [...text.matchAll(/Aïcha Ancienne|Récente \d/g)].map(([name]) => name)
    expect(told).toEqual(['Aïcha Ancienne', 'Récente 5', 'Récente 4', 'Récente 3', 'Récente 2'])
    expect(text).not.toMatch(/Sans Rappel|Voisine Du Canal/)
    expect(await namesKept()).toEqual(expect.arrayContaining(['Sans Rappel', 'Voisine Du Canal']))
  })

  it('reads how far it is, in a sentence and per estate, and starts quick entry where it knows most', async () => {
    const { text, html } = await homeOf(union, 'steward')
    expect(text).toContain(
      'L’union connaît 3\u00a0logements, dans 1\u00a0résidence. Quelqu’un a été rencontré dans 2 d’entre eux.',
    )
    expect(text).toMatch(/Les Érables 3 2 2/)
    expect(html).toMatch(/\/lieux\/residences\/[0-9a-f-]{36}\/saisie-rapide/)
  })

  it('no longer names somebody who took their agreement back', async () => {
    const id = await meet(union, 'Change D’Avis', { daysAgo: 900 })
    expect((await homeOf(union, 'canvasser')).text).toContain('Change D’Avis')
    const { actor } = await makeMember(t, union, 'Inès', 'organiser')
    await inScope(t.logins, actor, (db) => withdrawConsent(db, id, 'called_back', { now, today }))
    expect((await homeOf(union, 'canvasser')).text).not.toContain('Change D’Avis')
  })

  it('who goes door to door neither describes buildings nor reads what came in', async () => {
    await receive(union, 'share_tally', 'Union voisine')
    const { text, html } = await homeOf(union, 'canvasser')
    expect(html).not.toContain('/saisie-rapide')
    expect(text).not.toContain('Union voisine')
    expect((await homeOf(union, 'organiser')).text).toContain('Union voisine')
  })
})

const namesKept = async (): Promise<string[]> =>
  (await sql<{ name: string }>`select name from union_space.person`.execute(t.owner)).rows.map((r) => r.name)

describe('an administrator', () => {
  it('reads who has not come yet and that nobody could let them back in, and no content', async () => {
    const canal = await makeSpace(t, 'union', 'Union de la Brume')
    await meet(canal, 'Nom Qui Reste', { daysAgo: 10 })
    await invite(canal, 'Bruno Attendu', addDays(today, 3))
    await invite(canal, 'Farid Oublié', addDays(today, -3))
    const { text, html } = await homeOf(canal, 'administrator')
    expect(text).toContain('Vous êtes seul·e à l’administration.')
    expect(text).toContain('Bruno Attendu 20 novembre 2026 25 novembre 2026')
    expect(text).toContain('Farid Oublié 20 novembre 2026 expirée')
    expect(text).toContain('Le second facteur est au choix de chacun·e.')
    expect(html).toContain('href="/espace/membres"')
    expect(text).not.toMatch(/Nom Qui Reste|À rappeler|Reçu en dernier/)
    expect(await namesKept()).toContain('Nom Qui Reste')
    await sql`update union_space.space set requires_second_factor = true where space_id = ${canal.spaceId}`.execute(
      t.owner,
    )
    const member = await makeMember(t, canal, 'Jo', 'administrator')
    const jo = await as(t, app, member, { secondFactor: true, now })
    const after = (await jo.get('/aujourdhui')).text
    expect(after).toContain('Le second facteur est exigé de chacun·e.')
    expect(after).not.toContain('seul·e')
  })
})

async function invite(space: MadeSpace, name: string, until: string): Promise<void> {
  await sql`insert into union_space.invitation
    (space_id, id, hash, email, name, circle, invited_by, invited_at, expires_at) values
    (${space.spaceId}, ${newId(new Date())}, ${Buffer.from(name)}, ${`${newId(new Date())}@exemple.test`}, ${name}, 'organiser', ${newId(new Date())},
     '2026-11-20T10:00:00Z', ${`${until}T10:00:00Z`})`.execute(t.owner)
}

describe.each([
  { kind: 'desk', reader: 'contact', name: 'Guichet du bailleur' },
  { kind: 'programme', reader: 'lead', name: 'Programme d’interpellation' },
  { kind: 'research', reader: 'researcher', name: 'Recherche sur les attentes' },
] as const satisfies readonly { kind: SpaceKind; reader: string; name: string }[])(
  'a space of kind $kind',
  ({ kind, reader, name }) => {
    it('reads what came in, who sent it, and no list of people or homes', async () => {
      const space = await makeSpace(t, kind, name)
      const empty = await homeOf(space, reader)
      expect(empty.text).toContain('Rien n’est arrivé dans cet espace.')
      expect(empty.html).toContain('href="/espace/portes"')
      await receive(space, 'present_spokesperson', 'Union des Tilleuls')
      const { text, html } = await homeOf(space, reader)
      expect(text).toContain('Présenter un·e porte-parole Union des Tilleuls 22 novembre 2026')
      expect(html).toContain('href="/recu"')
      expect(text).not.toMatch(/Contenu à lire ailleurs|À rappeler|Où vous en êtes|Administration/)
    })
  },
)

it.each([
  { kind: 'union', circle: 'treasurer', why: 'keeps the money, reads no file' },
  { kind: 'programme', circle: 'participant', why: 'comes to workshops' },
] as const)('a $circle ($why) is told that nothing waits, and where to ask', async ({ kind, circle }) => {
  const space = await makeSpace(t, kind, `Espace de ${circle}`)
  await receive(space, 'share_tally', 'Union voisine')
  const { text, html } = await homeOf(space, circle)
  expect(text).toContain('votre cercle ne lit pas ce que l’espace reçoit')
  expect(text).not.toContain('Union voisine')
  expect(html).toContain('href="/espace"')
})
