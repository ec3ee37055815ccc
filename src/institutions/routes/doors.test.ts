import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverPassages } from '../../access/doorkeeper.ts'
import { fieldsOf } from '../../access/door.ts'
import { sendPassage } from '../../access/passages.ts'
import { inScope } from '../../access/scope.ts'
import { newId } from '../../kernel/ids.ts'
import { DOORS } from '../../web/doors.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import {
  type App,
  as,
  makeMember,
  makeSpace,
  type MadeSpace,
  testApp,
} from '../../../tools/testing/people.ts'
import { publishPresentation } from '../doors.ts'
import { fieldWords } from '../words.fr.ts'

let t: TestDatabase
let app: App
beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t)
})
afterAll(() => t.stop())

const PATH = '/espace/presentation'
const now = new Date('2026-11-22T10:00:00Z')
const deliver = () => deliverPassages(t.logins, DOORS, new Date())
const said = {
  what: 'Nous aidons les voisin·es. Nous nous réunissons le jeudi.',
  contact: 'Union@Exemple.test',
}

/** An estate where this union knows one door. */
async function estateOf(union: MadeSpace, name: string): Promise<string> {
  const [landlord, estate, building, staircase] = [
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
    newId(new Date()),
  ]
  const code = '63113'
  await t.owner
    .insertInto('institution')
    .values({ id: landlord, kind: 'landlord', name: `Bailleur de ${name}` })
    .execute()
  await sql`insert into directory.commune values (${code}, 'Auvelle', '63000') on conflict do nothing`.execute(
    t.owner,
  )
  await sql`insert into directory.estate (id, landlord_id, commune_code, name, search_text)
    values (${estate}, ${landlord}, ${code}, ${name}, '')`.execute(t.owner)
  await sql`insert into directory.building (id, estate_id, name, search_text) values (${building}, ${estate}, 'A', '')`.execute(
    t.owner,
  )
  await sql`insert into directory.staircase (id, building_id, name, highest_floor, positions)
    values (${staircase}, ${building}, '1', 3, '{gauche}')`.execute(t.owner)
  await sql`insert into union_space.home (space_id, id, staircase_id, floor, position, label)
    values (${union.spaceId}, ${newId(new Date())}, ${staircase}, 1, 1, '1er gauche')`.execute(t.owner)
  return estate
}

describe('a union presents itself', () => {
  it('sees exactly what leaves, publishes it, corrects it, and takes it back', async () => {
    const union = await makeSpace(t, 'union', 'Union des Tilleuls')
    const maryse = await makeMember(t, union, 'Maryse Louvain', 'officer')
    const ticked = await estateOf(union, 'Les Tilleuls')
    await estateOf(union, 'Le Quai')
    const browser = await as(t, app, maryse)
    const form = { ...said, [`estate_${ticked}`]: 'oui' }

    const preview = await browser.post(PATH, { ...form, act: 'preview' })
    expect(preview.text).toContain('union@exemple.test')
    expect(preview.text).toContain('Les Tilleuls')
    expect(preview.text).not.toContain('Le Quai')
    expect(await passagesOf(union)).toEqual([]) // nothing has left yet

    expect((await browser.post(PATH, { ...form, act: 'publish' })).status).toBe(303)
    await deliver()
    const visitor = await as(
      t,
      app,
      await makeMember(t, await makeSpace(t, 'union', 'Ailleurs'), 'V', 'steward'),
    )
    const list = await visitor.get('/unions')
    const [, path = ''] = /href="(\/unions\/union-des-tilleuls-[0-9a-f]{8})"/.exec(list.html) ?? []
    const page = await visitor.get(path)
    expect(page.text).toContain('Nous nous réunissons le jeudi.')
    expect(page.text).toContain('Les Tilleuls')
    expect(page.text).not.toContain('Maryse')

    await browser.post(PATH, { ...form, what: 'Nous avons changé.', act: 'publish' })
    await deliver()
    expect((await visitor.get(path)).status).toBe(404) // the earlier one was taken back in the same act
    expect((await visitor.get('/unions')).text).toContain('Nous avons changé.')

    expect((await browser.post(PATH, { act: 'withdraw' })).status).toBe(303)
    await deliver()
    expect((await visitor.get('/unions')).text).not.toContain('Nous avons changé.')
    const { rows } = await sql<{
      projection: unknown
    }>`select projection from public_space.publication`.execute(t.owner)
    expect(rows.map((r) => r.projection)).toEqual([{}, {}]) // the rows are there, emptied
  })

  it('gives back what was typed when it is corrected or refused', async () => {
    const union = await makeSpace(t, 'union', 'Union du brouillon')
    const browser = await as(t, app, await makeMember(t, union, 'Olga', 'officer'))
    const corrected = await browser.post(PATH, { ...said, act: 'edit' })
    expect([corrected.status, corrected.html]).toEqual([200, expect.stringContaining('le jeudi.</textarea>')])
    const refused = await browser.post(PATH, { ...said, contact: 'pas une adresse', act: 'publish' })
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('le jeudi.</textarea>')])
    expect(await passagesOf(union)).toEqual([])
  })

  it('shows HTML as text on the public page', async () => {
    const union = await makeSpace(t, 'union', '<b>Union</b>')
    const browser = await as(t, app, await makeMember(t, union, 'Olga', 'officer'))
    await browser.post(PATH, {
      what: '<script>alert(1)</script>',
      contact: 'a?bcc=x@exemple.test',
      act: 'publish',
    })
    await deliver()
    const list = await browser.get('/unions')
    const [, path = ''] = /href="(\/unions\/b-union-b-[0-9a-f]{8})"/.exec(list.html) ?? []
    const page = await browser.get(path)
    expect(page.html).not.toContain('<script>alert')
    expect(page.html).toContain('href="mailto:a%3Fbcc%3Dx@exemple.test"')
  })

  it('is decided by an officer of a union, and by nobody else', async () => {
    const union = await makeSpace(t, 'union', 'Union sans bureau')
    const desk = await makeSpace(t, 'desk', 'Bailleur sans union')
    const others = [
      await makeMember(t, union, 'Ana', 'administrator', 'organiser'),
      await makeMember(t, desk, 'Patrick', 'decision_owner'),
    ]
    for (const who of others) {
      const browser = await as(t, app, who)
      expect((await browser.get(PATH)).status).toBe(404)
      expect((await browser.post(PATH, { ...said, act: 'publish' }, '/espace/quitter')).status).toBe(404)
    }
    expect([...(await passagesOf(union)), ...(await passagesOf(desk))]).toEqual([])
  })
})

async function passagesOf({ kind, spaceId }: MadeSpace): Promise<unknown[]> {
  const { rows } =
    await sql`select id from ${sql.id(`${kind}_space`, 'passage')} where space_id = ${spaceId}`.execute(
      t.owner,
    )
  return rows
}

describe('the page of all doors', () => {
  it('names every door, its two sides, who decides and each field that crosses', async () => {
    const desk = await makeSpace(t, 'desk', 'Bailleur curieux')
    const page = await (
      await as(t, app, await makeMember(t, desk, 'Gil', 'administrator'))
    ).get('/espace/portes')
    for (const door of DOORS) expect(page.text).toContain(door.title)
    expect(page.text).toMatch(/De Union Vers Public Décide Bureau Ce qui passe titre, ce que fait l’union/)
    expect(page.text).toContain(
      'date du décompte, résidences (nom, commune, nombre de logements, nombre de personnes), nombre de résidences tues',
    )
    expect(page.text).not.toContain('Ce qui est sorti')
  })

  it.each(DOORS.map((door) => [door.name, door] as const))(
    'has a French word for each field of %s',
    (_name, door) => {
      const words = fieldsOf(door).flatMap((field) => field.replaceAll('[]', '').split('.'))
      expect(words.filter((word) => fieldWords[word] === undefined)).toEqual([])
    },
  )

  it('lets the one who decides take back what left, once; others see it without a button', async () => {
    const union = await makeSpace(t, 'union', 'Union qui reprend')
    const olga = await makeMember(t, union, 'Olga', 'officer')
    const ines = await makeMember(t, union, 'Inès', 'organiser')
    const projection = {
      title: 'Union qui reprend',
      what: 'Bonjour.',
      contact: 'a@exemple.test',
      estates: [],
    }
    const passage = await inScope(t.logins, olga.actor, (db) =>
      sendPassage(db, publishPresentation, {
        projection,
        consentIds: [],
        versions: {},
        preparedBy: olga.accountId,
        now,
      }),
    )
    if (!passage.ok) throw new Error(passage.refusal.because)
    const seen = await (await as(t, app, ines)).get('/espace/portes')
    expect(seen.text).toContain('Bonjour.')
    expect(seen.html).not.toContain('name="passage"')
    const denied = await (
      await as(t, app, ines)
    ).post('/espace/portes', { passage: passage.value }, '/espace/quitter')
    expect(denied.status).toBe(404)

    const browser = await as(t, app, olga)
    expect((await browser.post('/espace/portes', { passage: passage.value })).status).toBe(303)
    expect((await browser.get('/espace/portes')).text).toContain('Repris le')
    const twice = await browser.post('/espace/portes', { passage: passage.value }, '/espace/quitter')
    expect([twice.status, twice.text]).toEqual([422, expect.stringContaining('déjà repris')])
  })

  it('takes back nothing of another union', async () => {
    const [ours, theirs] = [await makeSpace(t, 'union', 'Union P1'), await makeSpace(t, 'union', 'Union P2')]
    const [olga, eve] = [
      await makeMember(t, ours, 'Olga', 'officer'),
      await makeMember(t, theirs, 'Ève', 'officer'),
    ]
    const projection = { title: 'Union P2', what: 'Secret.', contact: 'a@exemple.test', estates: [] }
    const passage = await inScope(t.logins, eve.actor, (db) =>
      sendPassage(db, publishPresentation, {
        projection,
        consentIds: [],
        versions: {},
        preparedBy: eve.accountId,
        now,
      }),
    )
    if (!passage.ok) throw new Error(passage.refusal.because)
    const browser = await as(t, app, olga)
    expect((await browser.get('/espace/portes')).text).not.toContain('Secret.')
    const undone = await browser.post('/espace/portes', { passage: passage.value }, '/espace/quitter')
    expect([undone.status, undone.text]).toEqual([
      422,
      expect.stringContaining('n’est pas sorti de votre espace'),
    ])
    expect(await passagesOf(theirs)).toHaveLength(1)
  })

  it('crosses four fields, and refuses a fifth', async () => {
    expect(fieldsOf(publishPresentation)).toEqual(['title', 'what', 'contact', 'estates[]'])
    const union = await makeSpace(t, 'union', 'Union du cinquième')
    const { actor, accountId } = await makeMember(t, union, 'Olga', 'officer')
    const projection = { title: 'U', what: 'B', contact: 'a@b.c', estates: [], members: ['Amina'] }
    const sent = await inScope(t.logins, actor, (db) =>
      sendPassage(db, publishPresentation, {
        projection,
        consentIds: [],
        versions: {},
        preparedBy: accountId,
        now,
      }),
    )
    expect(sent).toMatchObject({ ok: false, refusal: { because: 'wrong_projection', fields: ['members'] } })
    expect(await passagesOf(union)).toEqual([])
  })
})

describe('what was received', () => {
  const arrive = (space: MadeSpace, projection: unknown, undone: Date | null) =>
    sql`insert into desk_space.inbox (space_id, id, door, from_name, projection, received_at, undone_at)
      values (${space.spaceId}, ${newId(new Date())}, 'present_spokesperson', 'Union des Tilleuls', ${JSON.stringify(projection)}, ${now}, ${undone})`.execute(
      t.owner,
    )

  it('is shown as it crossed, and what was taken back says only that', async () => {
    const desk = await makeSpace(t, 'desk', 'Toits d’Auvelle')
    await arrive(
      desk,
      {
        name: '<i>Amina</i>',
        reachBy: 'phone',
        place: { estate: 'Les Tilleuls' },
        words: ['a', 'b'],
        agreed: true,
      },
      null,
    )
    await arrive(desk, { name: 'Contenu oublié' }, now)
    const page = await (await as(t, app, await makeMember(t, desk, 'Gérard', 'contact'))).get('/recu')
    expect(page.text).toMatch(/Envoyé par Union des Tilleuls ?, le 22 novembre 2026/)
    for (const shown of [
      '<i>Amina</i>',
      'Les Tilleuls',
      'a, b',
      'par téléphone',
      'Repris le 22 novembre 2026',
    ])
      expect(page.text).toContain(shown)
    expect(page.html).not.toContain('<i>Amina')
    expect(page.text).not.toContain('Contenu oublié')
  })

  it('is absent for an administrator and unknown to another landlord', async () => {
    const [desk, other] = [
      await makeSpace(t, 'desk', 'Bailleur R1'),
      await makeSpace(t, 'desk', 'Bailleur R2'),
    ]
    await arrive(desk, { name: 'Amina' }, null)
    expect(
      (await (await as(t, app, await makeMember(t, desk, 'Ana', 'administrator'))).get('/recu')).status,
    ).toBe(404)
    const theirs = await (await as(t, app, await makeMember(t, other, 'Gil', 'contact'))).get('/recu')
    expect([theirs.status, theirs.text]).toEqual([200, expect.stringContaining('Rien n’est encore arrivé')])
    const { rows } = await sql`select 1 from desk_space.inbox where space_id = ${desk.spaceId}`.execute(
      t.owner,
    )
    expect(rows).toHaveLength(1) // the row is really there
  })
})
