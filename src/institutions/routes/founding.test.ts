import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Actor, inScope } from '../../access/scope.ts'
import { schemaOf, type SpaceKind } from '../../db/logins.ts'
import { newId } from '../../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../../../tools/testing/database.ts'
import {
  type App,
  as,
  makeMember,
  makeSpace,
  type MadeSpace,
  testApp,
} from '../../../tools/testing/people.ts'
import { FOUNDED_BY, INSTITUTION_KINDS, type InstitutionKind, SPACE_OF } from '../domain/founding.ts'
import { foundOrganisation } from '../store/space.ts'

let t: TestDatabase
let app: App
beforeAll(async () => {
  t = await testDatabase()
  app = testApp(t)
})
afterAll(() => t.stop())

const PATH = '/espace/organisations/nouvelle'
const now = new Date('2026-11-22T10:00:00Z')

async function organisation(kind: InstitutionKind, name: string): Promise<MadeSpace> {
  const space = await makeSpace(t, SPACE_OF[kind], name)
  await t.owner.updateTable('institution').set({ kind }).where('id', '=', space.institutionId).execute()
  return space
}
const founding = (kind: string, organisation: string) => ({
  kind,
  organisation,
  name: 'Mina Torval',
  email: 'mina@exemple.test',
  days: '10',
})
const spacesNamed = async (kind: SpaceKind, name: string) =>
  (
    await sql<{ id: string; parent: string | null; letters: number }>`
    select s.id, i.parent_id as parent,
      (select count(*)::int from ${sql.id(schemaOf(kind), 'invitation')} v where v.space_id = s.id and v.circle = 'administrator') as letters
    from ${sql.id(schemaOf(kind), 'space')} s join directory.institution i on i.id = s.institution_id
    where s.name = ${name}`.execute(t.owner)
  ).rows

it('lets a federation open a local union that it cannot enter', async () => {
  const federation = await organisation('federation', 'Fédération du Val')
  const claire = await makeMember(t, federation, 'Claire', 'administrator')
  const browser = await as(t, app, claire)
  expect((await browser.get(PATH)).text).toContain('Union de locataires')
  const done = await browser.post(PATH, founding('union', 'Union des Saules'))
  expect([done.status, done.location]).toEqual([303, '/espace'])
  const [union] = await spacesNamed('union', 'Union des Saules')
  expect(union).toMatchObject({ parent: federation.institutionId, letters: 1 })
  const members = await sql`select 1 from union_space.membership where space_id = ${union?.id}`.execute(
    t.owner,
  )
  expect(members.rows).toHaveLength(0) // nobody is in yet, the founder neither
  const { rows } = await sql<{ recipient: string; subject: string }>`
    select recipient, subject from keyring.mail where space_id = ${federation.spaceId}`.execute(t.owner)
  expect(rows).toEqual([
    { recipient: 'mina@exemple.test', subject: 'Invitation à rejoindre Union des Saules' },
  ])
  expect((await browser.get('/espace/journal')).text).toContain('Fondation')
})

it('opens the desk of a landlord on the row that unions have described, and only once', async () => {
  const institute = await organisation('institute', 'Institut des paliers')
  const lea = await makeMember(t, institute, 'Léa', 'administrator')
  const landlordId = newId(new Date())
  await t.owner
    .insertInto('institution')
    .values({ id: landlordId, kind: 'landlord', name: 'Toits d’Auvelle' })
    .execute()
  const browser = await as(t, app, lea)
  expect((await browser.get(PATH)).text).toContain('Toits d’Auvelle')
  expect((await browser.post(PATH, founding('landlord', 'toits d’auvelle'))).status).toBe(303)
  const { rows } = await sql<{ institution: string }>`
    select institution_id as institution from desk_space.space where name = 'toits d’auvelle'`.execute(
    t.owner,
  )
  expect(rows).toEqual([{ institution: landlordId }])
  const twice = await browser.post(PATH, founding('landlord', 'Toits d’Auvelle'))
  expect([twice.status, twice.text]).toEqual([422, expect.stringContaining('a déjà son espace')])
  expect(twice.html).toContain('mina@exemple.test') // what was typed is still there
})

it('opens one desk when the same organisation is founded twice at the same instant', async () => {
  const institute = await organisation('institute', 'Institut pressé')
  const both = await Promise.all(['Léa', 'Sacha'].map((n) => makeMember(t, institute, n, 'administrator')))
  const answers = await Promise.all(
    both.map(({ actor }) => found(actor, 'authority', 'Ville de Courtepaille')),
  )
  expect(answers.toSorted()).toEqual(['already_open', 'opened'])
  expect(await spacesNamed('desk', 'Ville de Courtepaille')).toHaveLength(1)
})

/** The function itself, past the pages: what hostile SQL of that login could ask. */
const found = (actor: Actor, kind: InstitutionKind, name: string, space_kind: string = SPACE_OF[kind]) =>
  inScope(t.logins, actor, (db) =>
    foundOrganisation(
      db,
      {
        institution_id: newId(new Date()),
        kind,
        name,
        space_id: newId(new Date()),
        space_kind,
        invitation_id: newId(new Date()),
        hash: 'aa',
        email: 'x@exemple.test',
        person: 'X',
        expires_at: now.toISOString(),
      },
      now,
    ),
  )

/** False when this login has no such function; anything else that throws is a bug. */
function functionMissing(error: Error): false {
  if (/found_organisation.* does not exist/.test(error.message)) return false
  throw error
}

it('holds one rule in SQL and in the code, for every pair of organisations and every kind of space', async () => {
  for (const founder of INSTITUTION_KINDS) {
    const space = await organisation(founder, `Fondatrice ${founder}`)
    const { actor } = await makeMember(t, space, 'Ana', 'administrator')
    const mayAsk = space.kind === 'union' || space.kind === 'programme'
    for (const founded of INSTITUTION_KINDS)
      for (const kind of ['union', 'desk', 'programme', 'research']) {
        const name = `${founder} fonde ${founded} ${kind}`
        const isAllowed = FOUNDED_BY[founder].includes(founded) && SPACE_OF[founded] === kind
        const asked = mayAsk && (isAllowed ? 'opened' : 'not_entitled')
        const answer = await found(actor, founded, name, kind).catch(functionMissing)
        expect([name, answer]).toEqual([name, asked])
      }
  }
})

it('is refused to other circles, to an administrator put out a moment ago, and in the name of another space', async () => {
  const [federation, other] = [
    await organisation('federation', 'Fédération A'),
    await organisation('federation', 'Fédération B'),
  ]
  const officer = await makeMember(t, federation, 'Olga', 'officer')
  const forged = { ...officer.actor, circles: ['administrator'] as const } // a setting is not a membership
  expect(await found(forged, 'union', 'Union forgée')).toBe('not_entitled')
  const gone = await makeMember(t, federation, 'Gus', 'administrator')
  await sql`update union_space.membership set ended_at = now() where account_id = ${gone.accountId}`.execute(
    t.owner,
  )
  expect(await found(gone.actor, 'union', 'Union tardive')).toBe('not_entitled')
  const ana = await makeMember(t, other, 'Ana', 'administrator')
  expect(await found({ ...ana.actor, spaceId: federation.spaceId }, 'union', 'Union d’autrui')).toBe(
    'not_entitled',
  )
  expect((await (await as(t, app, officer)).get(PATH)).status).toBe(404)
  const union = await organisation('union', 'Union sans fondation')
  const una = await makeMember(t, union, 'Una', 'administrator')
  expect((await (await as(t, app, una)).get(PATH)).status).toBe(404)
})

it('is closed to every login but those two, whatever the SQL', async () => {
  for (const login of ['desk', 'research', 'public', 'system', 'doorkeeper'] as const)
    for (const schema of ['union_space', 'programme_space'])
      await expect(
        sql`select ${sql.id(schema, 'found_organisation')}('{}'::jsonb, now())`.execute(t.logins[login]),
      ).rejects.toThrow('permission denied')
  for (const login of ['union', 'programme', 'public'] as const)
    await expect(
      sql`select keyring.open_organisation('{}'::jsonb, null, null, now())`.execute(t.logins[login]),
    ).rejects.toThrow('permission denied')
  await expect(
    sql`select programme_space.found_organisation('{}'::jsonb, now())`.execute(t.logins.union),
  ).rejects.toThrow('permission denied')
})
