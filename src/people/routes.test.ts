import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import {
  type App,
  as,
  Browser,
  hiddenFields,
  makeMember,
  makeSpace,
  type MadeSpace,
  testApp,
} from '../../tools/testing/people.ts'

let t: TestDatabase
let app: App
let union: MadeSpace
let desk: MadeSpace
let ines: Browser // officer and organiser
let karim: Browser // steward
let lea: Browser // canvasser
let stranger: Browser // officer of another union
let agent: Browser // decides for a landlord
let karimId: string
let homeId: string

beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t)
  union = await makeSpace(t, 'union', 'Union des Tilleuls')
  const other = await makeSpace(t, 'union', 'Union de la Gare')
  desk = await makeSpace(t, 'desk', 'Bailleur du Canal')
  ines = await as(t, app, await makeMember(t, union, 'Inès', 'officer', 'organiser'))
  const member = await makeMember(t, union, 'Karim', 'steward')
  karimId = member.accountId
  karim = await as(t, app, member)
  lea = await as(t, app, await makeMember(t, union, 'Léa', 'canvasser'))
  stranger = await as(t, app, await makeMember(t, other, 'Étranger', 'officer', 'organiser'))
  agent = await as(t, app, await makeMember(t, desk, 'Gérard', 'decision_owner'))
  homeId = await makeHome()
})
afterAll(() => t.stop())

async function makeHome(landlordId = desk.institutionId): Promise<string> {
  const [estate, building, staircase, home] = [
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
  ]
  await sql`insert into directory.commune values ('00000', 'Valrive', '99000') on conflict do nothing`.execute(
    t.owner,
  )
  await sql`insert into directory.estate values (${estate}, ${landlordId}, '00000', 'Les Tilleuls', 'les tilleuls valrive')`.execute(
    t.owner,
  )
  await sql`insert into directory.building values (${building}, ${estate}, 'Bâtiment C', '3 rue des Lilas', 'batiment c 3 rue des lilas les tilleuls')`.execute(
    t.owner,
  )
  await sql`insert into directory.staircase values (${staircase}, ${building}, '1', 0, 8, '{gauche,droite}')`.execute(
    t.owner,
  )
  await sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
    values (${union.spaceId}, ${home}, ${staircase}, 3, 1, '3e gauche')`.execute(t.owner)
  return home
}

const told = { phone: '', email: '', language: 'fr', reach_by: 'union', note: '', home_words: '', since: '' }
async function keep(name: string, more: Record<string, string> = {}, who = ines): Promise<string> {
  const page = await who.post('/personnes/nouvelle', { ...told, name, another: 'oui', ...more })
  expect([page.status, page.text]).toEqual([303, expect.anything()])
  return page.location?.split('/').at(-1) ?? ''
}
const people = async (name: string) =>
  (await sql<{ id: string }>`select id from union_space.person where name = ${name}`.execute(t.owner)).rows

describe('noting a person at a door', () => {
  it('from the page of a home: who, since when, and what they agree to', async () => {
    const path = `/personnes/nouvelle?logement=${homeId}`
    const done = await lea.post(path, {
      ...told,
      name: 'Amina Belkacem',
      phone: '06 00 00 00 01',
      since: 'hiver 2022',
      kept: 'oui',
    })
    const file = await lea.get(done.location ?? '')
    expect(file.text).toContain('3e gauche, entrée 1, Bâtiment C, Les Tilleuls · depuis\u202f: hiver 2022')
    expect(file.text).toMatch(/Donné le \d+.* \(version 2026-11\)/)
    const home = await karim.get(`/lieux/logements/${homeId}`)
    expect(home.text).toMatch(/Qui habite ici.*Amina Belkacem · depuis\u202f: hiver 2022/)
    await lea.post(`${done.location}/logements`, {
      home_words: 'gauche lilas',
      home_id: homeId,
      until: 'hier',
    })
    expect((await people('Amina Belkacem')).length).toBe(1)
  })

  it('with words for the home: a list to choose from, and what was typed stays', async () => {
    const asked = await lea.post('/personnes/nouvelle', {
      ...told,
      name: 'Rosa Lima',
      home_words: 'gauche lilas',
    })
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('3e gauche, entrée 1, Bâtiment C')
    expect(asked.html).toContain('value="Rosa Lima"')
    const sent = {
      ...told,
      ...hiddenFields(asked.html, ''),
      name: 'Rosa Lima',
      home_words: 'gauche lilas',
      home_id: homeId,
    }
    expect((await lea.send('/personnes/nouvelle', sent)).status).toBe(303)
  })

  it.each<[Record<string, string>, string, string]>([
    [{ name: '   ' }, 'Écrivez le nom', 'no name'],
    [{ name: '\u200b' }, 'Écrivez le nom', 'a name that nobody sees'],
    [{ name: 'x'.repeat(301) }, '300 caractères', 'too long'],
    [{ name: 'A', phone: 'demander à la voisine' }, 'seulement le numéro', 'words for a number'],
    [{ name: 'A', email: 'chez moi' }, 'adresse complète', 'no address'],
    [{ name: 'A', since: 'bientôt' }, 'comme vous vous en souvenez', 'no date'],
    [{ name: 'A', since: '2099' }, 'pas encore passée', 'a date to come'],
    [{ name: 'A', language: 'klingon' }, 'langue dans la liste', 'not in the list'],
    [{ name: 'A', home_words: 'nulle part ailleurs' }, 'pas connu de votre union', 'no such home'],
  ])('%o is refused beside its field: %s (%s)', async (values, sentence) => {
    const page = await lea.post('/personnes/nouvelle', { ...told, ...values })
    expect([page.status, page.text]).toEqual([422, expect.stringContaining(sentence)])
  })

  it('one who may be known already is shown first', async () => {
    await keep('Zoé Martin')
    const again = await lea.post('/personnes/nouvelle', { ...told, name: 'zoe  MARTIN' })
    expect([again.status, again.text]).toEqual([
      422,
      expect.stringContaining('Est-ce l’une de ces personnes'),
    ])
    expect(await people('zoe MARTIN')).toEqual([])
  })

  it('sent twice acts once', async () => {
    const fields = hiddenFields((await lea.get('/personnes/nouvelle')).html, '')
    const both = await Promise.all(
      [1, 2].map(() => lea.send('/personnes/nouvelle', { ...told, ...fields, name: 'Deux Fois' })),
    )
    expect(both.map((page) => page.location)).toEqual([both[0]?.location, both[0]?.location])
    expect(await people('Deux Fois')).toHaveLength(1)
  })

  it('after the session ended, what was typed comes back', async () => {
    const browser = await as(t, app, { accountId: karimId })
    const fields = hiddenFields((await browser.get('/personnes/nouvelle')).html, '')
    await sql`update keyring.session set ended_at = now() where account_id = ${karimId} and id = (select id from keyring.session where account_id = ${karimId} order by id desc limit 1)`.execute(
      t.owner,
    )
    const sent = await browser.send('/personnes/nouvelle', {
      ...told,
      ...fields,
      name: 'Écrit Trop Tard',
      note: 'appelle le soir',
    })
    expect(sent.location).toMatch(/^\/entrer/)
    const cookie = (await as(t, app, { accountId: karimId })).cookies.get('palier') ?? ''
    browser.cookies.set('palier', cookie)
    const back = await browser.get('/personnes/nouvelle')
    expect(back.html).toContain('value="Écrit Trop Tard"')
    expect(back.html).toContain('appelle le soir')
    expect(await people('Écrit Trop Tard')).toEqual([])
  })
})

describe('names as people have them', () => {
  it.each([
    ['Éloïse D’Angélo-Nguyễn', 'eloise', 'accents and apostrophes'],
    ["Jean-Noël O'Brien", 'obrien', 'a straight apostrophe'],
    ['مريم بنت عبد الله', 'مريم', 'from right to left'],
    ['Zoë 🦋🌈', 'zoe', 'emoji beside letters'],
    ['🦋🌈', '🦋', 'emoji alone'],
    ['<b onclick="x">Bob</b> & Cie', 'bob', 'a page is not a name'],
    ['Ana '.repeat(75).trim(), 'ana', 'three hundred characters'],
    ['𝒜'.repeat(300), '𝒜', 'three hundred characters of two units'],
  ])('%j is kept, shown as text, and found by %j: %s', async (name, words) => {
    const id = await keep(name)
    const page = await ines.get(`/personnes/${id}`)
    expect(page.text).toContain(name.normalize('NFC'))
    expect(page.html).not.toContain('<b onclick')
    expect(page.html).toMatch(/<h1>\s*<bdi>/)
    expect((await ines.get(`/recherche?q=${encodeURIComponent(words)}`)).html).toContain(`/personnes/${id}`)
  })
})

it('a name that turns the text around it is kept without its override', async () => {
  const id = await keep('\u202eMarta\u0000 Rovesciata\u202c')
  expect(await people('Marta Rovesciata')).toEqual([{ id }])
})

describe('searching', () => {
  it.each([
    ['Bencharki', 'as written'],
    ['benchraki', 'two letters swapped'],
    ['bencharqi', 'one letter for another'],
    ['bencharki mohamed', 'words in any order'],
    ['benc', 'the beginning'],
    ['0755 44', 'the beginning of a number'],
    ['+33 7 55 44', 'the same from abroad'],
  ])('« %s » finds Mohamed Bencharki: %s', async (words) => {
    const id =
      (await people('Mohamed Bencharki'))[0]?.id ??
      (await keep('Mohamed Bencharki', { phone: '07 55 44 33 22' }))
    expect((await ines.get(`/recherche?q=${encodeURIComponent(words)}`)).html).toContain(`/personnes/${id}`)
  })

  it('finds homes by their door and places by their words, and nothing of another union', async () => {
    const name = 'Introuvable Ailleurs'
    await keep(name)
    expect((await ines.get('/recherche?q=gauche+lilas')).html).toContain(`/lieux/logements/${homeId}`)
    expect((await ines.get('/recherche?q=tileuls')).text).toContain('Résidence')
    const elsewhere = await stranger.get('/recherche?q=introuvable')
    expect([elsewhere.status, elsewhere.text]).toEqual([200, expect.stringContaining('Rien ne ressemble')])
    expect((await stranger.get('/recherche?q=gauche+lilas')).html).not.toContain(homeId)
    expect(await people(name)).toHaveLength(1)
  })
})

it('two people edit one file: the second is told what the first wrote, keeps their words, and decides', async () => {
  const id = await keep('Paul Morin')
  const path = `/personnes/${id}/modifier`
  const hers = hiddenFields((await ines.get(path)).html, '')
  await karim.post(path, { ...told, name: 'Paul Morin', phone: '0600000009' })
  const refused = await ines.send(path, { ...told, ...hers, name: 'Paul Maurin' })
  expect(refused.status).toBe(409)
  expect(refused.text).toContain('Téléphone\u202f: 0600000009')
  expect(refused.html).toContain('value="Paul Maurin"')
  const again = await ines.send(path, { ...told, ...hiddenFields(refused.html, ''), name: 'Paul Maurin' })
  expect(again.status).toBe(303)
  expect(await people('Paul Maurin')).toEqual([{ id }])
})

it('an agreement is given and taken back by the same gesture', async () => {
  const id = await keep('Nadia Ferhat')
  const path = `/personnes/${id}/accords`
  await lea.post(path, { purpose: 'called_back', act: 'give' })
  expect((await lea.get(path)).text).toMatch(/Donné le/)
  await lea.post(path, { purpose: 'called_back', act: 'withdraw' })
  expect((await lea.get(path)).text).toMatch(/Donné le .*, retiré le/)
})

it('an officer joins two files and separates them', async () => {
  const [a, b] = [await keep('Samira Kaci'), await keep('Samira Kassi')]
  const compared = await ines.get(`/personnes/${a}/reunir?avec=${b}`)
  expect(compared.text).toContain('La fiche de Samira Kaci reste, celle de Samira Kassi s’y ajoute')
  expect(compared.text).not.toMatch(/de gauche|de droite/)
  await ines.post(`/personnes/${a}/reunir`, { other: b }, `/personnes/${a}/reunir?avec=${b}`)
  expect((await ines.get(`/personnes/${a}/reunir`)).html).toContain(
    '<title>Fiches réunies de Samira Kaci · Palier',
  )
  const joined = await ines.get(`/personnes/${b}`)
  expect(joined.text).toContain('Réunie avec Samira Kassi')
  await ines.post(`/personnes/${a}/separer`)
  expect((await ines.get(`/personnes/${b}`)).text).not.toContain('Réunie avec')
})

it('a spokesperson: exactly what leaves is shown, and what arrived can be taken back', async () => {
  const id = await keep('Yann Le Goff', {
    phone: '0611111111',
    reach_by: 'phone',
    presented_to_landlord: 'oui',
    home_id: homeId,
  })
  const path = `/personnes/${id}/presenter`
  const preview = await ines.get(path)
  expect(preview.text).toContain(
    'Nom Yann Le Goff Résidence Les Tilleuls À joindre par téléphone\u202f: 0611111111',
  )
  expect((await ines.post(path)).status).toBe(303)
  const standing = await ines.get(path)
  expect(standing.text).toMatch(/Présenté·e à Bailleur du Canal le /)
  expect(standing.text).not.toContain('pas encore de guichet')
  await ines.post(`/personnes/${id}/reprendre`)
  expect((await ines.get(path)).html).toContain('Présenter au bailleur</button>')
})

it('a landlord without a desk has received nothing: the page says that the presentation waits', async () => {
  const landlord = newId(new Date())
  await sql`insert into directory.institution (id, kind, name) values (${landlord}, 'landlord', 'Logis sans guichet')`.execute(
    t.owner,
  )
  const id = await keep('Anne Attente', { presented_to_landlord: 'oui', home_id: await makeHome(landlord) })
  const path = `/personnes/${id}/presenter`
  expect((await ines.get(path)).text).toContain('Logis sans guichet n’a pas encore de guichet dans Palier')
  expect((await ines.post(path)).status).toBe(303)
  const waiting = await ines.get(path)
  expect(waiting.text).toMatch(/Décidé pour Logis sans guichet le /)
  expect(waiting.text).not.toContain('Présenté·e à')
  expect(await passagesTo(landlord)).toBe(1) // decided, and really waiting
})
const passagesTo = async (institution: string): Promise<number> =>
  (await sql`select 1 from union_space.passage where to_institution_id = ${institution}`.execute(t.owner))
    .rows.length

it('everything held can be read, downloaded under a name that tells nothing, and erased', async () => {
  const id = await keep('Odile Partie', { email: 'odile@exemple.test', kept: 'oui' })
  await karim.get(`/personnes/${id}`)
  const page = await ines.get(`/personnes/${id}/export`)
  expect(page.text).toMatch(/fiche lue référent·e/)
  expect(page.text).not.toMatch(/Karim/)
  const file = await ines.get(`/personnes/${id}/export.json`)
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="palier-personne.json"')
  expect(JSON.parse(file.html)).toMatchObject({
    files: [{ name: 'Odile Partie' }],
    consents: [{ wording: expect.stringContaining('J’accepte') }],
  })
  const asked = await ines.get(`/personnes/${id}/effacer`)
  expect(asked.text).toMatch(/Resteront.*qui a lu, écrit ou effacé, quand, et les identifiants de la fiche/)
  const wrong = await ines.post(`/personnes/${id}/effacer`, { name: 'Odile' })
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('Rien n’a été effacé')])
  expect((await ines.post(`/personnes/${id}/effacer`, { name: 'odile partie' })).location).toBe(
    '/personnes?efface=1',
  )
  expect((await ines.get(`/personnes/${id}`)).status).toBe(404)
})

describe('whoever may not', () => {
  const PAGES = [
    '',
    '/modifier',
    '/logements',
    '/accords',
    '/reunir',
    '/presenter',
    '/effacer',
    '/export',
    '/export.json',
  ]
  const closed: [string, () => Browser, readonly string[]][] = [
    ['an officer of another union', () => stranger, PAGES],
    ['a landlord', () => agent, PAGES],
    [
      'a steward',
      () => karim,
      ['/reunir', '/separer', '/presenter', '/reprendre', '/effacer', '/export', '/export.json'],
    ],
    ['a visitor of no space', () => new Browser(app), []],
  ]
  it.each(closed)('%s gets nothing', async (_who, browser, pages) => {
    const id = (await people('Bien Là'))[0]?.id ?? (await keep('Bien Là'))
    for (const page of pages)
      expect([page, (await browser().get(`/personnes/${id}${page}`)).status]).toEqual([page, 404])
    expect(await people('Bien Là')).toEqual([{ id }]) // really there
  })

  it('and lists, search and homes are closed to those who meet nobody', async () => {
    const treasurer = await as(t, app, await makeMember(t, union, 'Tom', 'treasurer', 'administrator'))
    for (const browser of [agent, treasurer]) {
      for (const path of [
        '/personnes',
        '/personnes/nouvelle',
        '/recherche?q=a',
        `/lieux/logements/${homeId}`,
      ]) {
        expect([path, (await browser.get(path)).status]).toEqual([path, 404])
      }
    }
    expect((await new Browser(app).get('/personnes')).location).toMatch(/^\/entrer/)
    expect((await stranger.get(`/lieux/logements/${homeId}`)).status).toBe(404)
  })

  it.each(['x', newId(new Date()), '../espace', '%00'])(
    'an address that names nobody (%s) is not found',
    async (id) => {
      expect((await ines.get(`/personnes/${id}/modifier`)).status).toBe(404)
    },
  )
})

it('lists people fifty a page, in the order of a French dictionary', async () => {
  const alone = await makeSpace(t, 'union', 'Union Pleine')
  const olga = await as(t, app, await makeMember(t, alone, 'Olga', 'organiser'))
  const names = [
    'Zoé',
    'Élodie',
    'eve',
    'Émile',
    'Étienne',
    'Aïcha',
    ...Array.from({ length: 60 }, (_, i) => `M${i + 1}`),
  ]
  for (const name of names) await keep(name, {}, olga)
  const [first, second] = [await olga.get('/personnes'), await olga.get('/personnes?page=2')]
  expect(first.text).toMatch(/Aïcha.*Élodie.*Émile.*Étienne.*eve.*M1 /)
  expect(first.text).toContain('Page 1')
  expect(second.text).toContain('Zoé')
})
