import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/ids.ts'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { insertParents, insertRow, sampleRow } from '../../tools/testing/sample-rows.ts'
import type { Row, Whose } from '../../tools/testing/sample-values.ts'
import { testSpace } from '../../tools/testing/spaces.ts'
import { isCircleOf } from './circles.ts'
import type { Verb } from './grant.ts'
import { GRANTS } from './grants.ts'
import { type Household, inHouseholdScope } from './scope.ts'
import { tablesOf } from './tables.ts'

/**
 * A follow-up code tries each verb on every table of the union, on everything it can reach. Beside its own complaint
 * stand a neighbour's in the same space and another union's, each with a thread, a state, a deadline and a code.
 */
let t: TestDatabase
type Home = { whose: Whose; household: Household }
let mine: Home
let neighbour: Home
let elsewhere: Home
const THREAD = ['complaint_event', 'complaint_state', 'complaint_deadline']

beforeAll(async () => {
  t = await testDatabase()
  const here = await testSpace(t, 'union', 'Union ici', [])
  const there = await testSpace(t, 'union', 'Union ailleurs', [])
  const parents = await insertParents(t.owner, 'union', here.spaceId)
  mine = await live({ ...here, parents })
  const next = { ...parents, complaint: parents.untold.pop() ?? '' }
  neighbour = await live({ ...here, parents: next }, [...THREAD, 'follow_up_code'])
  elsewhere = await live({
    ...there,
    parents: await insertParents(t.owner, 'union', there.spaceId),
  })
})
afterAll(() => t.stop())

const rowOf = ({ whose, household }: Home, table: string): Row => ({
  ...sampleRow(table, whose, true),
  ...(table === 'complaint_state' ? { complaint_id: whose.parents.complaint } : {}),
  ...(table === 'complaint_event' ? { by_code: household.codeId } : {}),
})

const DIRECTORY = ['commune', 'institution', 'estate', 'building', 'staircase', 'nomenclature']
const OF_SPACE = tablesOf('union').filter((table) => table !== 'space' && !DIRECTORY.includes(table))

async function live(whose: Whose, tables = OF_SPACE): Promise<Home> {
  const household = {
    spaceId: whose.spaceId,
    complaintId: whose.parents.complaint,
    codeId: newId(new Date()),
  }
  const home = { whose, household }
  for (const table of tables) await insertRow(table, 'union', rowOf(home, table)).execute(t.owner)
  await sql`update union_space.complaint_event set words = ${`said of ${whose.parents.complaint}`} where complaint_id = ${whose.parents.complaint}`.execute(
    t.owner,
  )
  return home
}

class Undone extends Error {}

/** How many rows an act met, as the holder of a code; everything is undone. */
async function attempt(act: RawBuilder<unknown>, household = mine.household): Promise<number | 'denied'> {
  let met = 0
  try {
    await inHouseholdScope(t.logins, household, async (db) => {
      const { rows, numAffectedRows } = await act.execute(db.sql)
      met = Number(numAffectedRows ?? rows.length)
      throw new Undone()
    })
  } catch (error) {
    if (error instanceof Undone) return met
    if (error instanceof Error && 'code' in error && error.code === '42501') return 'denied'
    throw error
  }
  return met
}

const isGranted = (table: string, verb: Verb): boolean =>
  GRANTS.some((g) => g.to === 'household' && g.table === table && g.verbs.includes(verb))
const name = (table: string) =>
  sql.table(`${DIRECTORY.includes(table) ? 'directory' : 'union_space'}.${table}`)
async function ownRows(table: string): Promise<number> {
  const { spaceId, complaintId } = mine.household
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${name(table)}
    where space_id = ${spaceId} and complaint_id = ${complaintId}`.execute(t.owner)
  return rows[0]?.n ?? 0
}
/** A column that the table has, whatever its key. */
const columnOf = (table: string): string =>
  !DIRECTORY.includes(table) ? 'space_id' : ['commune', 'nomenclature'].includes(table) ? 'code' : 'id'

describe('a household on every table of its union', () => {
  it.each(tablesOf('union'))('%s', async (table) => {
    const column = sql.id(columnOf(table))
    const acts: Record<Exclude<Verb, 'insert'>, RawBuilder<unknown>> = {
      select: sql`select 1 from ${name(table)}`,
      update: THREAD.includes(table)
        ? sql`update ${name(table)} set complaint_id = complaint_id`
        : sql`update ${name(table)} set ${column} = ${column}`,
      delete: sql`delete from ${name(table)}`,
    }
    for (const [verb, act] of Object.entries(acts)) {
      const wanted = isGranted(table, verb as Verb) ? await ownRows(table) : 'denied'
      expect([verb, await attempt(act)]).toEqual([verb, wanted])
    }
  })

  it('has rows to be refused, or it would prove nothing', async () => {
    for (const table of THREAD) {
      const { rows } = await sql<{ n: number }>`
        select count(distinct complaint_id)::int as n from ${name(table)}`.execute(t.owner)
      expect([table, rows[0]?.n, (await ownRows(table)) > 0]).toEqual([table, 3, true])
    }
  })

  it('writes in its own thread, and in no other', async () => {
    for (const [home, wanted] of [
      [mine, 1],
      [neighbour, 'denied'],
      [elsewhere, 'denied'],
    ] as const) {
      const said = { ...rowOf(home, 'complaint_event'), by_code: mine.household.codeId }
      expect(await attempt(insertRow('complaint_event', 'union', said))).toBe(wanted)
      expect(await attempt(insertRow('complaint_deadline', 'union', rowOf(home, 'complaint_deadline')))).toBe(
        wanted,
      )
    }
  })

  it.each([
    ['somebody of the union', () => ({ recorded_by: newId(new Date()), by_code: null })],
    ['another code', () => ({ by_code: neighbour.household.codeId })],
    ['nobody', () => ({ by_code: null })],
    ['the landlord', () => ({ actor: 'landlord' })],
    ['the union', () => ({ actor: 'union' })],
  ])('does not speak as %s', async (_who, change) => {
    const forged = { ...rowOf(mine, 'complaint_event'), ...change() }
    expect(await attempt(insertRow('complaint_event', 'union', forged))).toBe('denied')
  })

  it('does not move its thread elsewhere', async () => {
    for (const table of ['complaint_state', 'complaint_deadline']) {
      const moved = sql`update ${name(table)} set complaint_id = ${neighbour.household.complaintId}`
      expect(await attempt(moved)).toBe('denied')
    }
  })
})

describe('any SQL, as the login of households', () => {
  it.each([
    ['takes a circle', `set local palier.circles = ',officer,organiser,'; select * from complaint_event`],
    ['takes an account', `set local palier.account = '${newId(new Date())}'; select * from complaint_event`],
    ['forgets its complaint', `reset palier.complaint; select * from complaint_event`],
    ['names a space only', `set local palier.complaint = ''; select * from complaint_state`],
    ['joins', `select e.* from complaint_event e join complaint_state s on true`],
    ['counts by', `select complaint_id, count(*) from complaint_event group by 1`],
    ['looks under a false leaf', `select * from complaint_event where words ~ 'said' or true`],
    ['explains', `explain (analyze, verbose) select * from complaint_event`],
    ['reads statistics', `select * from pg_stats where tablename like 'complaint%'`],
    ['learns by conflict', `select count(*) from complaint_deadline d, complaint_event e`],
  ])('%s: nothing of another complaint', async (_name, statements) => {
    const answer = await inHouseholdScope(t.logins, mine.household, async (db) => {
      const said: unknown[] = []
      for (const one of statements.split('; ')) said.push((await sql.raw(one).execute(db.sql)).rows)
      return JSON.stringify(said)
    })
    for (const other of [neighbour, elsewhere]) expect(answer).not.toContain(other.household.complaintId)
  })

  it.each([
    ['the complaint', 'select * from union_space.complaint'],
    ['people', 'select * from union_space.person'],
    ['homes', 'select * from union_space.home'],
    ['codes', 'select * from union_space.follow_up_code'],
    ['members', 'select * from union_space.membership'],
    ['the trace', 'select * from union_space.audit_line'],
    ['another kind', 'select * from desk_space.space'],
    ['the keyring', 'select * from keyring.account'],
    ['the way in', `select * from keyring.open_follow_up('\\x00', '2026-11-23')`],
    [
      'a line of its own in the trace',
      `select union_space.note_line('read', 'person', '${newId(new Date())}')`,
    ],
    ['another role', 'set role palier_test_union'],
  ])('%s: permission denied', async (_name, statement) => {
    expect(await attempt(sql.raw(statement))).toBe('denied')
  })

  it('without a complaint sees nothing, though it may look', async () => {
    for (const table of THREAD) {
      const seen = await sql`select 1 from ${name(table)}`.execute(t.logins.household)
      expect([table, seen.rows.length]).toEqual([table, 0])
    }
  })

  it('leaves its line in the trace, under its own login', async () => {
    const event = rowOf(mine, 'complaint_event')
    await inHouseholdScope(t.logins, mine.household, (db) =>
      insertRow('complaint_event', 'union', event).execute(db.sql),
    )
    const { rows } = await sql<{ login: string; account_id: string | null }>`
      select login, account_id from union_space.audit_line where row_id = ${String(event['id'])}`.execute(
      t.owner,
    )
    expect(rows).toEqual([{ login: 'palier_test_household', account_id: null }])
    await sql`delete from union_space.complaint_event where id = ${String(event['id'])}`.execute(t.owner)
  })
})

it('is no circle: no membership and no invitation gives it', async () => {
  expect(isCircleOf('union', 'household')).toBe(false)
  const member = sql`insert into union_space.membership
    (space_id, id, account_id, account_name, account_email, circle, since) values
    (${mine.whose.spaceId}, ${newId(new Date())}, ${newId(new Date())}, 'X', 'x@example.org', 'household', now())`
  await expect(member.execute(t.owner)).rejects.toThrow('circle_is_of_its_kind')
})

it('is minted from identifiers only', async () => {
  for (const change of [{ spaceId: "'" }, { complaintId: "x'; reset all" }, { codeId: '' }]) {
    const forged = { ...mine.household, ...change }
    await expect((async () => inHouseholdScope(t.logins, forged, async () => undefined))()).rejects.toThrow(
      'identifiers only',
    )
  }
})
