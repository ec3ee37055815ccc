import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Login, LOGINS, schemaOf, SPACE_KINDS, type SpaceKind } from '../db/logins.ts'
import { type TestDatabase, testDatabase } from '../../tools/testing/database.ts'
import { insertParents, insertRow, sampleRow } from '../../tools/testing/sample-rows.ts'
import { testSpace } from '../../tools/testing/spaces.ts'
import { type Verb, VERBS } from './grant.ts'
import { GRANTS } from './grants.ts'
import { hasSpace, schemasOf, tablesOf } from './tables.ts'

/** Every login before every table of the database: what the grants do not say is refused before any row is looked at. */
let t: TestDatabase
type Table = { schema: string; name: string; column: string; verbs: readonly Verb[] }
let tables: Table[]
const SCHEMAS = [...SPACE_KINDS.map(schemaOf), 'directory', 'public_space', 'doorway', 'keyring', 'palier']

beforeAll(async () => {
  t = await testDatabase()
  for (const kind of SPACE_KINDS) await fill(kind)
  const found = await sql<Table & { view: boolean }>`
    select n.nspname as schema, c.relname as name, c.relkind in ('v', 'm') as view,
           (select attname from pg_attribute a where a.attrelid = c.oid and attnum = 1) as "column"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm') and n.nspname = any (${SCHEMAS}) order by 1, 2`.execute(t.owner)
  // a view made of several tables cannot be written: it says so before it looks at privileges
  tables = found.rows.map((r) => ({ ...r, verbs: r.view ? ['select'] : VERBS }))
})
afterAll(() => t.stop())

async function fill(kind: SpaceKind): Promise<void> {
  for (const place of ['ici', 'ailleurs']) {
    const { spaceId, accountId } = await testSpace(t, kind, `${kind} ${place}`, [])
    const whose = { kind, spaceId, accountId, parents: await insertParents(t.owner, kind, spaceId) }
    for (const table of tablesOf(kind).filter((name) => name !== 'space'))
      await insertRow(table, kind, sampleRow(table, whose, hasSpace(table))).execute(t.owner)
  }
}

const kindOf = (login: Login): SpaceKind | undefined => SPACE_KINDS.find((k) => k === login)

function isGranted(login: Login, schema: string, table: string, verb: Verb): boolean {
  return GRANTS.filter((g) => g.table === table && g.verbs.includes(verb)).some((g) => {
    if (typeof g.to === 'string') return g.to === login && schemasOf(table).includes(schema)
    const reached = schemasOf(table).includes(schemaOf(g.to.kind)) ? [schemaOf(g.to.kind)] : schemasOf(table)
    return g.to.kind === login && reached.includes(schema)
  })
}

/** Statements that meet no row, so that only the privilege answers. */
const harmless = (verb: Verb, schema: string, table: string, column: string) => {
  const name = sql.table(`${schema}.${table}`)
  if (verb === 'select') return sql`select 1 from ${name} where false`
  if (verb === 'insert')
    return sql`insert into ${name} (${sql.id(column)}) select ${sql.id(column)} from ${name} where false`
  if (verb === 'delete') return sql`delete from ${name} where false`
  return sql`update ${name} set ${sql.id(column)} = null where false`
}

const isRefused = async (run: Promise<unknown>): Promise<boolean> =>
  run.then(
    () => false,
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === '42501') return true
      throw error
    },
  )

describe.each(LOGINS)('the login %s', (login) => {
  it.each(SCHEMAS)('is refused in %s whatever the grants do not say', async (schema) => {
    const met = tables.filter((table) => table.schema === schema)
    expect(met.length).toBeGreaterThan(0)
    for (const { name, column, verbs } of met) {
      const refused = verbs.filter((verb) => !isGranted(login, schema, name, verb))
      for (const verb of refused) {
        const run = harmless(verb, schema, name, column).execute(t.logins[login])
        expect([schema, name, verb, await isRefused(run)]).toEqual([schema, name, verb, true])
      }
    }
  })

  it('holds exactly the privileges that the grants name, and none to truncate, reference or watch', async () => {
    const { rows } = await sql<{ held: string }>`
      select n.nspname || '.' || c.relname || ' ' || p as held
      from pg_class c join pg_namespace n on n.oid = c.relnamespace,
           unnest(array['select', 'insert', 'update', 'delete', 'truncate', 'references', 'trigger']) p
      where c.relkind in ('r', 'v') and n.nspname = any (${SCHEMAS})
        and case when p in ('select', 'insert', 'update', 'references') then has_any_column_privilege(${`palier_test_${login}`}, c.oid, p)
                 else has_table_privilege(${`palier_test_${login}`}, c.oid, p) end`.execute(t.owner)
    const wanted = tables.flatMap(({ schema, name }) =>
      VERBS.filter((verb) => isGranted(login, schema, name, verb)).map((verb) => `${schema}.${name} ${verb}`),
    )
    expect(new Set(rows.map((r) => r.held))).toEqual(new Set(wanted))
  })
})

describe('functions that run with the owner’s rights', () => {
  /** What takes no keyed hash, and why it may. */
  const UNPROVEN: Record<string, string> = {
    'keyring.post_mail': 'writes a body sealed under the secret, reads nothing',
    'keyring.space_of': 'the doorkeeper knows institutions only',
    'keyring.name_of': 'the doorkeeper names who sends',
    'keyring.find_passkey': 'gives a public key, to whoever holds its identifier',
    'keyring.house_is_empty': 'one bit, about a house without anybody',
    'union_space.undo_passages_relying_on': 'undoes what no running consent allows, and tells a number',
  }
  it.each(LOGINS)('%s calls only those of its kind, and those that ask for a keyed hash', async (login) => {
    const { rows } = await sql<{ schema: string; name: string; takes: string }>`
      select n.nspname as schema, n.nspname || '.' || p.proname as name, pg_get_function_identity_arguments(p.oid) as takes
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname = any (${SCHEMAS})
        and has_function_privilege(${`palier_test_${login}`}, p.oid, 'execute')
        and has_schema_privilege(${`palier_test_${login}`}, n.oid, 'usage')`.execute(t.owner)
    const kind = kindOf(login)
    const strays = rows.filter(
      (f) => f.schema !== (kind && schemaOf(kind)) && !/bytea/.test(f.takes) && !(f.name in UNPROVEN),
    )
    expect(strays.map((f) => `${f.name}(${f.takes})`)).toEqual([])
  })
})

describe('outside any scope', () => {
  it.each(LOGINS.filter((l) => kindOf(l)))('%s sees no row of its own kind', async (login) => {
    const kind = kindOf(login) ?? 'union'
    const schema = schemaOf(kind)
    const readable = (name: string) => hasSpace(name) && isGranted(login, schema, name, 'select') // the rest is refused above
    for (const table of tablesOf(kind).filter(readable)) {
      const there = await sql`select 1 from ${sql.table(`${schema}.${table}`)}`.execute(t.owner)
      const seen = await sql`select 1 from ${sql.table(`${schema}.${table}`)}`.execute(t.logins[login])
      expect([table, there.rows.length > 0, seen.rows.length]).toEqual([table, true, 0])
    }
  })

  it.each(['system', 'doorkeeper'] as const)('%s reaches in every space what it serves', async (login) => {
    for (const grant of GRANTS.filter(
      (g) => g.to === login && hasSpace(g.table) && g.verbs.includes('select'),
    )) {
      for (const schema of schemasOf(grant.table)) {
        const name = sql.table(`${schema}.${grant.table}`)
        const there = await sql`select 1 from ${name}`.execute(t.owner)
        const seen = await sql`select 1 from ${name}`.execute(t.logins[login])
        expect([grant.table, seen.rows.length]).toEqual([grant.table, there.rows.length])
        expect(there.rows.length).toBeGreaterThan(0)
      }
    }
  })

  it('the public sees what is published and not what was withdrawn', async () => {
    await sql`insert into public_space.publication (id, slug, door, from_name, projection, published_at, withdrawn_at)
      values (gen_random_uuid(), 'la', 'essai', 'Essai', '{}', now(), null),
             (gen_random_uuid(), 'retiree', 'essai', 'Essai', '{}', now(), now())`.execute(t.owner)
    const seen = await t.logins.public.selectFrom('public_space.publication').select('slug').execute()
    expect(seen.map((p) => p.slug)).toEqual(['la'])
    const there = await t.owner.selectFrom('public_space.publication').select('slug').execute()
    expect(there).toHaveLength(2)
  })
})
