import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverPassages } from '../../access/doorkeeper.ts'
import { inScope, type Actor } from '../../access/scope.ts'
import { newId } from '../../kernel/ids.ts'
import {
  addMember,
  type App,
  as,
  type Browser,
  makeMember,
  makeSpace,
  type MadeSpace,
  testApp,
} from '../../../tools/testing/people.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import { openEstate, writePlan } from '../actions/add-places.ts'
import { placesDoors } from '../doors.ts'
import { readQuickEntry } from '../domain/quick-entry.fr.ts'
import { homesOfStaircases } from '../store/homes.ts'
import { countEstates } from '../store/tally.ts'
import { listBuildings, listStaircases } from '../store/directory.ts'

let t: TestDatabase
let app: App
let union: MadeSpace
let officer: Browser
let actor: Actor
let homes: readonly string[] = []

/** An estate with one building described by a sentence; gives back its homes. */
async function makeHomes(name: string, sentence: string): Promise<string[]> {
  return inScope(t.logins, actor, async (db) => {
    const commune = { code: '99001', name: 'Valmont', postcode: '99100' }
    const estate = await openEstate(db, { name, landlord: { name: 'Logis du Val' }, commune }, new Date())
    const plan = readQuickEntry(sentence)
    if (!estate.ok || !plan.ok) throw new Error('the sentence of the test is wrong')
    await writePlan(db, estate.value.id, plan.value, new Date())
    const buildings = await listBuildings(db, [estate.value.id])
    const staircases = await listStaircases(
      db,
      buildings.map(({ id }) => id),
    )
    return (
      await homesOfStaircases(
        db,
        staircases.map(({ id }) => id),
      )
    ).map(({ id }) => id)
  })
}

async function settle(homeId: string, name: string): Promise<string> {
  const [person, id] = [newId(new Date()), newId(new Date())]
  await sql`insert into union_space.person (space_id, id, name, search_text, last_contact_on) values (${union.spaceId}, ${person}, ${name}, ${name}, '2026-11-01')`.execute(
    t.owner,
  )
  await sql`insert into union_space.occupancy (space_id, id, home_id, person_id) values (${union.spaceId}, ${id}, ${homeId}, ${person})`.execute(
    t.owner,
  )
  return id
}
const homeOf = async (occupancy: string): Promise<string | undefined> =>
  (
    await sql<{ home_id: string }>`select home_id from union_space.occupancy where id = ${occupancy}`.execute(
      t.owner,
    )
  ).rows[0]?.home_id
const undoIdIn = (html: string): string => /name="defaire" value="([^"]*)"/.exec(html)?.[1] ?? ''

beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t)
  union = await makeSpace(t, 'union', 'Union de la Gare')
  const ines = await makeMember(t, union, 'Inès', 'organiser', 'officer')
  actor = ines.actor
  officer = await as(t, app, ines)
  homes = await makeHomes('La Gare', 'bâtiment A, R+4, 6 portes')
})
afterAll(() => t.stop())

describe('two homes that are one', () => {
  it('are merged: who lived there follows, the other hides; and undone', async () => {
    const [kept = '', merged = ''] = homes
    const [amina, there] = [await settle(merged, 'Amina'), await settle(kept, 'Boris')]
    const done = await officer.post(`/lieux/logements/${kept}/reunir`, { autre: merged })
    expect(done.status).toBe(303)
    expect([await homeOf(amina), await homeOf(there)]).toEqual([kept, kept])
    const gone = await officer.get(`/lieux/logements/${merged}/reunir`)
    expect(gone).toMatchObject({ status: 303, location: `/lieux/logements/${kept}` })

    const page = await officer.get(`/lieux/logements/${kept}/reunir`)
    expect(page.html).not.toContain(`<option value="${merged}"`)
    const undone = await officer.post(`/lieux/logements/${kept}/reunir`, {
      autre: '',
      defaire: undoIdIn(page.html),
    })
    expect(undone.status).toBe(303)
    expect([await homeOf(amina), await homeOf(there)]).toEqual([merged, kept])
    expect((await officer.get(`/lieux/logements/${kept}/reunir`)).html).toContain(`<option value="${merged}"`)
  })

  it('undo leaves alone somebody who moved elsewhere meanwhile', async () => {
    const [, , kept = '', merged = '', elsewhere = ''] = homes
    const amina = await settle(merged, 'Amina')
    await officer.post(`/lieux/logements/${kept}/reunir`, { autre: merged })
    await sql`update union_space.occupancy set home_id = ${elsewhere} where id = ${amina}`.execute(t.owner)
    const page = await officer.get(`/lieux/logements/${kept}/reunir`)
    await officer.post(`/lieux/logements/${kept}/reunir`, { autre: '', defaire: undoIdIn(page.html) })
    expect(await homeOf(amina)).toBe(elsewhere)
  })

  it('in a chain, each id still answers with the last one kept, and the last merge is undone first', async () => {
    const [a = '', b = '', c = ''] = homes.slice(6)
    await officer.post(`/lieux/logements/${b}/reunir`, { autre: a })
    const first = undoIdIn((await officer.get(`/lieux/logements/${b}/reunir`)).html)
    await officer.post(`/lieux/logements/${c}/reunir`, { autre: b })
    expect((await officer.get(`/lieux/logements/${a}/reunir`)).location).toBe(`/lieux/logements/${c}`)
    const tooEarly = await officer.post(
      `/lieux/logements/${b}/reunir`,
      { autre: '', defaire: first },
      `/lieux/logements/${c}/reunir`,
    )
    expect(tooEarly.location).toBe(`/lieux/logements/${c}`)
    expect((await officer.get(`/lieux/logements/${a}/reunir`)).location).toBe(`/lieux/logements/${c}`)
    const second = undoIdIn((await officer.get(`/lieux/logements/${c}/reunir`)).html)
    await officer.post(`/lieux/logements/${c}/reunir`, { autre: '', defaire: second })
    expect((await officer.get(`/lieux/logements/${a}/reunir`)).location).toBe(`/lieux/logements/${b}`)
    await officer.post(`/lieux/logements/${b}/reunir`, { autre: '', defaire: first })
    expect((await officer.get(`/lieux/logements/${a}/reunir`)).status).toBe(200)
  })

  it.each([
    ['the same home', (kept: string) => kept, 'C’est le même logement'],
    ['a home of nobody', () => newId(new Date()), 'Choisissez un logement'],
    ['nothing', () => '', 'Choisissez l’autre logement'],
  ])('%s is refused', async (_what, other, sentence) => {
    const kept = homes[10] ?? ''
    const page = await officer.post(`/lieux/logements/${kept}/reunir`, { autre: other(kept) })
    expect(page.status).toBe(422)
    expect(page.text).toContain(sentence)
  })

  it('a home of another union is nobody’s here', async () => {
    const other = await makeSpace(t, 'union', 'Union voisine')
    const paul = await as(t, app, await makeMember(t, other, 'Paul', 'officer'))
    const [kept = '', merged = ''] = homes.slice(12)
    expect((await paul.get(`/lieux/logements/${kept}/reunir`)).status).toBe(404)
    const token = /name="form_token" value="([^"]*)"/.exec((await paul.get('/lieux')).html)?.[1] ?? ''
    const sent = await paul.send(`/lieux/logements/${kept}/reunir`, { form_token: token, autre: merged })
    expect(sent.status).toBe(404)
    const { rows } =
      await sql`select 1 from union_space.home where id = ${merged} and merged_into is null`.execute(t.owner)
    expect(rows).toHaveLength(1)
  })
})

describe('a tally for the federation', () => {
  const receivedBy = async (space: MadeSpace) =>
    (
      await sql<{
        projection: unknown
        undone_at: Date | null
      }>`select projection, undone_at from union_space.inbox where space_id = ${space.spaceId}`.execute(
        t.owner,
      )
    ).rows

  it('leaves exactly as it was shown, small estates withheld, and can be taken back', async () => {
    const federation = await makeSpace(t, 'union', 'Fédération du Val')
    await addMember(t, federation, { ...actor, name: 'Inès', email: 'ines@exemple.test' }, 'officer')
    await sql`update directory.institution set kind = 'federation' where id = ${federation.institutionId}`.execute(
      t.owner,
    )
    await sql`delete from union_space.membership where space_id = ${federation.spaceId}`.execute(t.owner)
    expect((await officer.get('/lieux/decompte')).text).toContain('rattachée à aucune fédération')
    await sql`update directory.institution set parent_id = ${federation.institutionId} where id = ${union.institutionId}`.execute(
      t.owner,
    )
    const small = await makeHomes('Petit Clos', 'bâtiment A, R+0, 2 portes')
    await settle(small[0] ?? '', 'Zoé')
    for (const home of homes.slice(0, 12)) await settle(home, 'Habitant·e')

    const page = await officer.get('/lieux/decompte')
    expect(page.text).toContain('La Gare Valmont 30')
    expect(page.text).toContain('1\u00a0résidence retenue')
    expect(page.text).not.toContain('Petit Clos')

    const done = await officer.post('/lieux/decompte')
    expect(done.status).toBe(303)
    await deliverPassages(t.logins, placesDoors, new Date())
    const [row] = await receivedBy(federation)
    expect(row?.projection).toMatchObject({
      estates: [{ name: 'La Gare', commune: 'Valmont', homes: 30 }],
      withheld: 1,
    })

    const sent = await officer.get('/lieux/decompte')
    const reprendre = /name="reprendre" value="([^"]*)"/.exec(sent.html)?.[1] ?? ''
    expect((await officer.post('/lieux/decompte', { vu: '', reprendre })).status).toBe(303)
    await deliverPassages(t.logins, placesDoors, new Date())
    const [emptied] = await receivedBy(federation)
    expect(emptied?.projection).toEqual({})
    expect(emptied?.undone_at).not.toBeNull()
    expect((await officer.get('/lieux/decompte')).text).toContain('repris')
  })

  it('is shown again when a number changed since', async () => {
    const page = await officer.get('/lieux/decompte')
    await settle(homes[20] ?? '', 'Nouvelle personne')
    const form_token = /name="form_token" value="([^"]*)"/.exec(page.html)?.[1] ?? ''
    const vu = /name="vu" value="([^"]*)"/.exec(page.html)?.[1]?.replaceAll('&quot;', '"') ?? ''
    const refused = await officer.send('/lieux/decompte', { form_token, vu })
    expect(refused.status).toBe(422)
    expect(refused.text).toContain('Les nombres ont changé')
  })

  it('is nobody’s to share but the officer’s', async () => {
    const lea = await as(t, app, await makeMember(t, union, 'Léa', 'organiser'))
    expect((await lea.get('/lieux/decompte')).status).toBe(404)
  })
})

it('says each home once, floor included, in the order of the building', async () => {
  const [kept = ''] = await makeHomes('Le Dépôt', 'bâtiment Z, entrées 12, 2, 1, R+1, 2 portes')
  const page = await officer.get(`/lieux/logements/${kept}/reunir`)
  const options = [...page.html.matchAll(/<option value="[^"]+"[^>]*>([^<]*)</g)].map(([, said]) => said)
  const door = (staircase: number, floor: string, n: number) => `entrée ${staircase}, ${floor}, porte ${n}`
  const all = [1, 2, 12].flatMap((staircase) =>
    ['RdC', '1er étage'].flatMap((floor) => [1, 2].map((n) => door(staircase, floor, n))),
  )
  expect(options).toHaveLength(11)
  expect(options).toEqual(all.filter((said) => options.includes(said)))
  expect(page.text).not.toMatch(/(1er étage|RdC), (1er étage|RdC)/)
})

it('the picture of a staircase counts who was met and is still there, and names nobody', async () => {
  const [there = '', gone = ''] = await makeHomes('Le Quai', 'bâtiment Q, R+2, 2 portes')
  await settle(there, 'Zohra Invisible')
  await settle(there, 'Boris Invisible')
  const left = await settle(gone, 'Partie Invisible')
  const { rows } = await sql<{
    id: string
  }>`update union_space.occupancy set until_said = 'hier', until_latest = '2026-11-01', until_earliest = '2026-11-01', until_precision = 'day'
    where id = ${left} returning id`.execute(t.owner)
  expect(rows).toHaveLength(1) // the stay is really there, ended
  const crumb = /href="(\/lieux\/entrees\/[^"]+)"/.exec((await officer.get(`/lieux/logements/${there}`)).html)
  const page = await officer.get(crumb?.[1] ?? '')
  expect(page.text).toContain('6\u00a0portes sur 6 connues, des personnes rencontrées derrière une seule.')
  expect(page.html).toContain('2\u00a0personnes rencontrées"')
  expect(page.text).not.toContain('Invisible')

  await sql`update union_space.person set merged_into = (select id from union_space.person where name = 'Zohra Invisible')
    where name = 'Boris Invisible'`.execute(t.owner)
  const joined = await officer.get(crumb?.[1] ?? '')
  expect(joined.html).toContain('1\u00a0personne rencontrée"')
  const counts = await inScope(t.logins, actor, (db) => countEstates(db))
  expect(counts.find(({ name }) => name === 'Le Quai')).toMatchObject({ homes: 6, households: 1, people: 1 })
})
