import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { roleName, rolePassword, SPACE_KINDS } from '../db/logins.ts'
import { newId } from '../kernel/ids.ts'
import { ANSWERED, asUnion, CANARY, CANARY_HASH, REFUSED } from '../../tools/testing/attacks.ts'
import { type TestDatabase, TEST_SECRET, testDatabase } from '../../tools/testing/database.ts'
import { testSpace } from '../../tools/testing/spaces.ts'
import type { Actor } from './scope.ts'

/**
 * A landlord's agent who found a way to run any SQL as the desk's login. Each attack ends in an error or in rows that
 * hold nothing of another kind: every value of the union's rows carries a canary, and no answer may.
 */
let t: TestDatabase
let union: Actor
let desk: Actor
let hostile: pg.Client
let witness: pg.Client

beforeAll(async () => {
  t = await testDatabase()
  union = await testSpace(t, 'union', `Union ${CANARY}`, ['officer'])
  desk = await testSpace(t, 'desk', 'Bailleur', ['contact'])
  await plant()
  hostile = await connectAs('desk')
  witness = await connectAs('union')
  await witness.query(`select '${CANARY} in a query of the union'`)
  await witness.query(`prepare kept as select '${CANARY}'`)
  await witness.query(`begin; declare walked cursor for select '${CANARY}'`)
})
afterAll(async () => {
  await Promise.all([hostile.end(), witness.end()])
  await t.stop()
})

async function plant(): Promise<void> {
  const [space, person, at] = [union.spaceId, newId(new Date()), new Date()]
  await sql`insert into union_space.person (space_id, id, name, note, search_text, last_contact_on)
    values (${space}, ${person}, ${CANARY}, ${CANARY}, ${CANARY}, '2026-11-01')`.execute(t.owner)
  await sql`insert into union_space.passage (space_id, id, door, to_kind, projection, prepared_by, decided_by, sent_at)
    values (${space}, ${newId(new Date())}, ${CANARY}, 'public', ${JSON.stringify({ title: CANARY })}, ${newId(new Date())}, ${newId(new Date())}, ${at})`.execute(
    t.owner,
  )
  await sql`insert into union_space.membership (space_id, id, account_id, account_name, account_email, circle, since)
    values (${space}, ${newId(new Date())}, ${union.accountId}, ${CANARY}, ${`${CANARY}@example.org`}, 'officer', ${at})`.execute(
    t.owner,
  )
  await sql`update keyring.account set name = ${CANARY}, email = ${`${CANARY}@example.org`} where id = ${union.accountId}`.execute(
    t.owner,
  )
  await sql`insert into keyring.session (hash, id, account_id, device, opened_at, last_seen_at, expires_at)
    values (${CANARY_HASH}, ${newId(new Date())}, ${union.accountId}, ${CANARY}, ${at}, ${at}, ${new Date(at.getTime() + 1e9)})`.execute(
    t.owner,
  )
  await sql`analyze`.execute(t.owner)
}

async function connectAs(login: 'desk' | 'union'): Promise<pg.Client> {
  const role = roleName('palier_test', login)
  const url = new URL(t.ownerUrl)
  url.username = role
  url.password = rolePassword(TEST_SECRET, role)
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  return client
}

/** The server runs these outside any transaction only: inside one they would fail for a reason that proves nothing. */
const ALONE = /^(create database|alter system|create subscription)/
/** A mistake in the attack is not a defence: syntax, unknown table or function, transaction. */
const MISTAKE = /^(42601|42P01|42883|25001|25P02|42703)/

type Answer = { error: string } | { text: string }
/** Runs an attack to its end, then undoes it: roles belong to the whole server. */
async function attack(statements: string): Promise<Answer> {
  const answer = await attackOnce(statements)
  // roles belong to the server: another test file may be preparing the same one at this instant
  if ('error' in answer && answer.error.includes('tuple concurrently updated')) return attackOnce(statements)
  return answer
}

async function attackOnce(statements: string): Promise<Answer> {
  const notices: string[] = []
  const heard = (n: {
    message?: string | undefined
    detail?: string | undefined
    payload?: string | undefined
  }): void => void notices.push(`${n.message} ${n.detail} ${n.payload}`)
  hostile.on('notice', heard).on('notification', heard)
  if (!ALONE.test(statements)) await hostile.query('begin')
  try {
    const result: unknown = await hostile.query(statements)
    const all = (Array.isArray(result) ? result : [result]) as pg.QueryResult[]
    return { text: JSON.stringify(all.map((r) => r.rows)) + notices.join('\n') }
  } catch (error) {
    if (!(error instanceof pg.DatabaseError)) throw error
    return {
      error: `${error.code} ${error.message} ${error.detail ?? ''} ${error.where ?? ''} ${notices.join('\n')}`,
    }
  } finally {
    await hostile.query('rollback')
    await hostile.query('discard all')
    hostile.removeAllListeners('notice').removeAllListeners('notification')
  }
}

describe('attacks that are refused', () => {
  it.each(REFUSED)('%s', async (_name, statements) => {
    const answer = await attack(typeof statements === 'string' ? statements : statements(union))
    expect(answer).toHaveProperty('error', expect.not.stringMatching(MISTAKE))
    expect(JSON.stringify(answer)).not.toContain(CANARY)
  })
})

it('finds nothing under a search path of another kind: names are not rights', async () => {
  const answer = await attack('set search_path = union_space; select * from person')
  expect(answer).toEqual({ error: expect.stringContaining('relation "person" does not exist') as string })
})

describe('attacks that answer, and tell nothing of another kind', () => {
  it.each(ANSWERED)('%s', async (_name, statements) => {
    const answer = await attack(typeof statements === 'string' ? statements : statements(union))
    expect(answer).toHaveProperty('text')
    expect(JSON.stringify(answer)).not.toContain(CANARY)
  })
})

describe('these attacks were worth trying', () => {
  it('what they looked for is there, and a union that has the right finds it', async () => {
    await witness.query('rollback')
    const { rows } = await witness
      .query(`begin; ${asUnion(union)} select name from union_space.person`)
      .then((r) => {
        const all = r as unknown as pg.QueryResult[]
        return all.at(-1) ?? { rows: [] }
      })
    expect(rows).toEqual([{ name: CANARY }])
    await witness.query('rollback')
  })

  it.each([
    'union_space.person',
    'union_space.passage',
    'union_space.membership',
    'keyring.account',
    'keyring.session',
  ])('%s still holds the canary, unchanged', async (table) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from ${sql.table(table)} r where r::text like ${`%${CANARY}%`}`.execute(
      t.owner,
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  it('the canary would be seen if it came: the desk’s own rows are', async () => {
    const scope = `set palier.space = '${desk.spaceId}'; set palier.circles = ',contact,'; `
    expect(await attack(`${scope} select name from desk_space.space`)).toMatchObject({
      text: expect.stringContaining('Bailleur') as string,
    })
  })

  it.each(SPACE_KINDS)(
    'the login of %s is the same size of hole: it too reads its own kind only',
    async (kind) => {
      const others = SPACE_KINDS.filter((k) => k !== kind)
      for (const other of others) {
        const run = sql`select 1 from ${sql.table(`${other}_space.space`)}`.execute(t.logins[kind])
        await expect(run).rejects.toThrow('permission denied')
      }
    },
  )
})
