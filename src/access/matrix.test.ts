import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schemaOf, SPACE_KINDS, type SpaceKind } from '../db/logins.ts'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { insertParents, insertRow, sampleRow } from '../../tools/testing/sample-rows.ts'
import type { Parents, Row, Whose } from '../../tools/testing/sample-values.ts'
import { testSpace } from '../../tools/testing/spaces.ts'
import { CIRCLES, type Circle } from './circles.ts'
import type { Predicate, Verb } from './grant.ts'
import { GRANTS } from './grants.ts'
import { type Actor, inScope } from './scope.ts'
import { hasSpace, schemasOf, tablesOf } from './tables.ts'

/**
 * Each circle tries each verb on every table of its kind, on everything it can reach (no `where`: the walls alone
 * choose). Beside its own rows stand a colleague's in the same space, and its own account's in another space.
 */
let t: TestDatabase
type Bench = { here: Actor; colleague: string; there: string; parents: Record<'here' | 'there', Parents> }
const benches = new Map<SpaceKind, Bench>()
const before = new Map<string, string>()

beforeAll(async () => {
  t = await testDatabase()
  for (const kind of SPACE_KINDS) benches.set(kind, await prepare(kind))
  for (const kind of SPACE_KINDS)
    for (const table of tablesOf(kind)) before.set(`${kind} ${table}`, await fingerprint(kind, table))
})
afterAll(() => t.stop())

async function prepare(kind: SpaceKind): Promise<Bench> {
  const here = await testSpace(t, kind, `${kind} ici`, [])
  const there = await testSpace(t, kind, `${kind} ailleurs`, [])
  const parents = {
    here: await insertParents(t.owner, kind, here.spaceId),
    there: await insertParents(t.owner, kind, there.spaceId),
  }
  const bench = { here, colleague: there.accountId, there: there.spaceId, parents }
  for (const table of tablesOf(kind).filter((name) => name !== 'space'))
    for (const whose of Object.values(whosesOf(kind, bench)))
      await insertRow(table, kind, sampleRow(table, whose, hasSpace(table))).execute(t.owner)
  return bench
}

/** Rows of me here, of a colleague here, of me elsewhere. */
const whosesOf = (kind: SpaceKind, { here, colleague, there, parents }: Bench): Record<Mine, Whose> => ({
  mine: { kind, spaceId: here.spaceId, accountId: here.accountId, parents: parents.here },
  ours: { kind, spaceId: here.spaceId, accountId: colleague, parents: parents.here },
  theirs: { kind, spaceId: there, accountId: here.accountId, parents: parents.there },
})
type Mine = 'mine' | 'ours' | 'theirs'

const nameOf = (kind: SpaceKind, table: string) =>
  sql.table(`${schemasOf(table).find((s) => s === schemaOf(kind)) ?? schemasOf(table)[0]}.${table}`)

async function fingerprint(kind: SpaceKind, table: string): Promise<string> {
  const { rows } = await sql<{ all: string }>`
    select count(*) || ' ' || md5(coalesce(string_agg(r::text, '|' order by r::text), '')) as "all"
    from ${nameOf(kind, table)} r`.execute(t.owner)
  return rows[0]?.all ?? ''
}

/** What each predicate means, said a second time and by hand: which rows it reaches, and which may be written. */
const REACHES: Record<Predicate, (b: Bench) => RawBuilder<unknown>> = {
  in_space: (b) => sql`space_id = ${b.here.spaceId}`,
  self: (b) => sql`space_id = ${b.here.spaceId} and account_id = ${b.here.accountId}`,
  leaving: (b) => sql`space_id = ${b.here.spaceId} and account_id = ${b.here.accountId} and ended_at is null`,
  decided: () => sql`false`,
  // a household has no circle: household.test.ts tries what its code opens
  own_complaint: () => sql`false`,
  said_by_code: () => sql`false`,
  anywhere: () => sql`true`,
  published: () => sql`withdrawn_at is null`,
}
const WRITES: Record<Predicate, readonly Mine[]> = {
  in_space: ['mine', 'ours'],
  self: ['mine'],
  leaving: [],
  decided: ['mine'],
  own_complaint: [],
  said_by_code: [],
  anywhere: ['mine', 'ours', 'theirs'],
  published: [],
}

type Case = { kind: SpaceKind; circle: Circle; table: string }
const grantsTo = (kind: SpaceKind, table: string, verb: Verb) =>
  GRANTS.filter((g) => g.table === table && g.verbs.includes(verb)).flatMap((g) =>
    typeof g.to !== 'string' && g.to.kind === kind ? [{ when: g.when, circles: g.to.circles }] : [],
  )
const predicatesFor = ({ kind, circle, table }: Case, verb: Verb): Predicate[] =>
  grantsTo(kind, table, verb).flatMap((g) => (g.circles.includes(circle) ? [g.when] : []))

/** How many rows an act should meet, counted by the owner; «denied» when no circle of this kind has the verb. */
async function expectedRows({ kind, circle, table }: Case, verb: Verb): Promise<number | 'denied'> {
  if (grantsTo(kind, table, verb).length === 0) return 'denied'
  const bench = benchOf(kind)
  const reached = predicatesFor({ kind, circle, table }, verb).map((p) => sql`(${REACHES[p](bench)})`)
  if (reached.length === 0) return 0
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${nameOf(kind, table)} where ${sql.join(reached, sql` or `)}`.execute(
    t.owner,
  )
  return rows[0]?.n ?? 0
}

function benchOf(kind: SpaceKind): Bench {
  const bench = benches.get(kind)
  if (!bench) throw new Error(`${kind} was not prepared`)
  return bench
}

class Undone extends Error {}

/** The number of rows the act met. What was refused is committed, so that re-reading proves something; the rest is undone. */
async function attempt(
  { kind, circle }: Case,
  acts: readonly RawBuilder<unknown>[],
): Promise<number | 'denied'> {
  let [met, touched] = [0, 0]
  try {
    await inScope(t.logins, { ...benchOf(kind).here, circles: [circle] }, async (db) => {
      for (const act of acts) {
        const { rows, numAffectedRows } = await act.execute(db.sql)
        met = Number(numAffectedRows ?? rows.length)
        touched += met
      }
      if (touched > 0) throw new Undone()
    })
  } catch (error) {
    if (error instanceof Undone) return met
    if (error instanceof Error && 'code' in error && error.code === '42501') return 'denied'
    throw error
  }
  return met
}

/** What an update sets: a constant, so that nothing but the update's own policies is asked. */
const SETS: Record<string, (b: Bench) => RawBuilder<unknown>> = {
  space: () => sql`name = 'Renommé'`,
  membership: () => sql`ended_at = now()`,
  form_receipt: () => sql`answer_path = '/ailleurs'`,
  follow_up_code: () => sql`revoked_at = now()`,
  complaint: () => sql`version = version + 1`,
  saved_view: () => sql`query = ''`,
  attachment: () => sql`label = ''`,
  letter: () => sql`proof_attachment_id = null`,
  data_agreement: () => sql`ended_at = null`,
  source: () => sql`extraction_rule = ''`,
  source_upload: () => sql`rows_read = 1`,
  source_case: () => sql`hours = null`,
  source_cell: () => sql`n = n + 1`,
  instrument: (b) => sql`published_at = now(), published_by = ${b.here.accountId}`,
  survey_assignment: () => sql`revoked_at = now()`,
  survey_complaint: () => sql`differs = true`,
  survey_device: () => sql`revoked_at = now()`,
  charter_rule: () => sql`valid_until = '2030-01-01'`,
}
const DIRECTORY_COLUMN: Record<string, string> = {
  commune: 'name',
  nomenclature: 'label',
  staircase: 'highest_floor',
}

function updateOf({ kind, table }: Case): RawBuilder<unknown> {
  const own = SETS[table]
  const bench = benchOf(kind)
  const column = sql.id(DIRECTORY_COLUMN[table] ?? 'name')
  const set =
    own?.(bench) ?? (hasSpace(table) ? sql`space_id = ${bench.here.spaceId}` : sql`${column} = ${column}`)
  return sql`update ${nameOf(kind, table)} set ${set}`
}

/** What must go first, so that a foreign key is not what stops a deletion. */
const GOES_FIRST: Record<string, readonly string[]> = { person: ['occupancy', 'consent'] }

function deleteOf(c: Case): RawBuilder<unknown>[] {
  const first = (GOES_FIRST[c.table] ?? []).filter(
    (table) => predicatesFor({ ...c, table }, 'delete').length > 0,
  )
  return [...first, c.table].map((table) => sql`delete from ${nameOf(c.kind, table)}`)
}

const cases: Case[] = SPACE_KINDS.flatMap((kind) =>
  CIRCLES[kind].flatMap((circle) => tablesOf(kind).map((table) => ({ kind, circle, table }))),
)

describe('every circle on every table', () => {
  it.each(cases)('$kind: $circle and $table', async (c) => {
    const { kind, table } = c
    const select = sql`select 1 from ${nameOf(kind, table)}`
    expect(await attempt(c, [select])).toBe(await expectedRows(c, 'select'))
    expect(await attempt(c, [updateOf(c)])).toBe(await expectedRows(c, 'update'))
    expect(await attempt(c, deleteOf(c))).toBe(await expectedRows(c, 'delete'))
    const mayWrite = predicatesFor(c, 'insert').flatMap((p) => WRITES[p])
    for (const [mine, whose] of Object.entries(whosesOf(kind, benchOf(kind)))) {
      const row =
        table === 'space'
          ? {
              space_id: whose.spaceId,
              id: whose.spaceId,
              institution_id: whose.parents.institution,
              name: 'Essai',
            }
          : { ...sampleRow(table, whose, hasSpace(table)), ...(table === 'membership' ? CLOSED : {}) }
      const wanted = mayWrite.includes(mine as Mine) ? 1 : 'denied'
      expect(await attempt(c, [insertRow(table, kind, row)])).toBe(wanted)
    }
    expect(await fingerprint(kind, table)).toBe(before.get(`${kind} ${table}`)) // every row is there, as it was
  })

  it('has rows on both sides of the wall in every table, or it would prove nothing', async () => {
    for (const { kind, table } of cases.filter((c) => hasSpace(c.table))) {
      const { here, there } = benchOf(kind)
      const { rows } = await sql<{ here: boolean; there: boolean }>`
        select bool_or(space_id = ${here.spaceId}) as here, bool_or(space_id = ${there}) as there
        from ${nameOf(kind, table)}`.execute(t.owner)
      expect([table, rows[0]]).toEqual([table, { here: true, there: true }])
    }
  })
})

/** One open membership per person and circle: the one that is written here is a closed one. */
const CLOSED: Row = { ended_at: new Date('2026-11-22') }

describe('rights nobody may give oneself', () => {
  const asContact = (acts: RawBuilder<unknown>[]) =>
    attempt({ kind: 'desk', circle: 'contact', table: '' }, acts)
  const asAdministrator = (acts: RawBuilder<unknown>[]) =>
    attempt({ kind: 'desk', circle: 'administrator', table: '' }, acts)
  const mine = () => sql`account_id = ${benchOf('desk').here.accountId}`

  it('a member does not change circle, though everyone may leave', async () => {
    const promotion = sql`update desk_space.membership set circle = 'administrator' where ${mine()}`
    expect(await asContact([promotion])).toBe('denied')
    expect(await asContact([sql`update desk_space.membership set ended_at = now() where ${mine()}`])).toBe(1)
  })

  it('a member whose membership was ended does not open it again', async () => {
    const ended = sql`update desk_space.membership set ended_at = now() where ${mine()}`
    const again = sql`update desk_space.membership set ended_at = null where ${mine()}`
    expect(await asContact([ended, again])).toBe(0)
    expect(await asContact([again])).toBe('denied')
  })

  it('a desk does not take the name under which another landlord is addressed', async () => {
    const usurp = sql`update desk_space.space set institution_id = ${benchOf('desk').parents.there.institution}`
    expect(await asAdministrator([usurp])).toBe('denied')
  })

  it('a decision is signed by who takes it', async () => {
    const { here, colleague } = benchOf('desk')
    const whose = { kind: 'desk', spaceId: here.spaceId, parents: benchOf('desk').parents.here } as const
    const signed = (accountId: string) =>
      attempt({ kind: 'desk', circle: 'decision_owner', table: '' }, [
        insertRow('passage', 'desk', sampleRow('passage', { ...whose, accountId }, true)),
      ])
    expect(await signed(colleague)).toBe('denied')
    expect(await signed(here.accountId)).toBe(1)
  })
})
