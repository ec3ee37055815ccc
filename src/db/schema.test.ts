import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { accessPage } from '../access/access-page.fr.ts'
import { CIRCLES } from '../access/circles.ts'
import { GRANTS } from '../access/grants.ts'
import { policySql } from '../access/policy-sql.ts'
import { schemasOf } from '../access/tables.ts'
import { readColumns, tablesSource } from '../../tools/generate-tables.ts'
import { type TestDatabase, TEST_SECRET, testDatabase } from '../../tools/testing/database.ts'
import { openOwner } from './connect.ts'
import { type Login, LOGINS, roleName, schemaOf, SPACE_KINDS } from './logins.ts'
import { migrate } from './migrate.ts'

let t: TestDatabase
beforeAll(async () => void (t = await testDatabase()))
afterAll(() => t.stop())

const SPACES = SPACE_KINDS.map(schemaOf)
const HOUSE = [...SPACES, 'directory', 'keyring', 'public_space', 'doorway', 'palier']
const REFERENCES = ['directory', 'keyring']
const ROLES = LOGINS.map((login: Login) => roleName('palier_test', login))
/** What the query finds, one word each: nothing, when the rule holds. */
const found = async (query: ReturnType<typeof sql<{ it: string }>>): Promise<string[]> =>
  (await query.execute(t.owner)).rows.map((r) => r.it)

describe('a table of a space', () => {
  it('has space_id first in its primary key, and in everything unique: it can be spread over several machines', async () => {
    const { rows } = await sql<{ name: string; columns: string[]; primary: boolean }>`
      select i.indexrelid::regclass::text as name, i.indisprimary as primary,
             array(select a.attname::text from unnest(i.indkey::int[]) with ordinality k(n, o)
                   join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n order by k.o) as columns
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      where i.indisunique and n.nspname = any (${SPACES})`.execute(t.owner)
    expect(rows.filter((r) => r.columns[0] !== 'space_id').map((r) => r.name)).toEqual([])
    expect(rows.filter((r) => r.primary)).not.toEqual([])
  })

  it('has a primary key', async () => {
    const without = sql<{ it: string }>`
      select c.oid::regclass::text as it from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any (${SPACES})
        and not exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary)`
    expect(await found(without)).toEqual([])
  })

  it('points only inside its space, or to the directory and to accounts', async () => {
    const strays = sql<{ it: string }>`
      select k.conrelid::regclass || ' ' || k.conname as it
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_class d on d.oid = k.confrelid join pg_namespace m on m.oid = d.relnamespace
      where k.contype = 'f' and n.nspname = any (${SPACES})
        and not (m.nspname = any (${REFERENCES}))
        and not (m.nspname = n.nspname and exists (
          select from pg_attribute a where a.attrelid = c.oid and a.attnum = k.conkey[1] and a.attname = 'space_id'))`
    expect(await found(strays)).toEqual([])
  })

  it('leaves a line when it is written, unless it is a trace itself, or a state that its events say already', async () => {
    const silent = sql<{ it: string }>`
      select c.oid::regclass::text as it from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any (${SPACES})
        and c.relname not in ('audit_line', 'audit_seal', 'form_receipt', 'complaint_state', 'complaint_cell')
        and not exists (select from pg_trigger g where g.tgrelid = c.oid and g.tgname = 'audit' and g.tgenabled = 'O')`
    expect(await found(silent)).toEqual([])
  })
})

describe('any table', () => {
  it('has an index under every foreign key', async () => {
    const bare = sql<{ it: string }>`
      select k.conrelid::regclass || ' ' || k.conname as it
      from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
      where k.contype = 'f' and n.nspname = any (${HOUSE}) and not exists (
        select from pg_index i where i.indrelid = k.conrelid and i.indpred is null
          and (i.indkey::int[])[0:cardinality(k.conkey) - 1] @> k.conkey::int[]
          and k.conkey::int[] @> (i.indkey::int[])[0:cardinality(k.conkey) - 1])`
    expect(await found(bare)).toEqual([])
  })

  it('named by a grant has row-level security, forced on its owner too', async () => {
    const { rows } = await sql<{ name: string; forced: boolean }>`
      select n.nspname || '.' || c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname = any (${HOUSE})`.execute(t.owner)
    const forced = new Set(rows.filter((r) => r.forced).map((r) => r.name))
    const granted = GRANTS.flatMap((g) => schemasOf(g.table).map((schema) => `${schema}.${g.table}`))
    expect(granted.filter((name) => !forced.has(name))).toEqual([])
    const known = new Set(rows.map((r) => r.name))
    expect(granted.filter((name) => !known.has(name))).toEqual([])
  })

  it('of a space or of the directory is known to access/tables.ts, and met by the matrix test', async () => {
    const { rows } = await sql<{ schema: string; name: string }>`
      select schemaname as schema, tablename as name from pg_tables
      where schemaname = any (${[...SPACES, 'directory', 'public_space', 'doorway']})`.execute(t.owner)
    for (const { schema, name } of rows)
      expect([name, schemasOf(name)]).toEqual([name, expect.arrayContaining([schema])])
  })
})

it('no policy asks another table: it compares columns of its own row with the scope', async () => {
  const { rows } = await sql<{ name: string; text: string }>`
    select tablename || ' ' || policyname as name, coalesce(qual, '') || ' ' || coalesce(with_check, '') as text
    from pg_policies`.execute(t.owner)
  expect(rows.length).toBeGreaterThan(100)
  const functions = /\b(?!(?:current_setting|nullif|strpos|and|or|is|not)\b)[a-z_.]+\s*\(/i
  expect(rows.filter((r) => /\bselect\b/i.test(r.text) || functions.test(r.text))).toEqual([])
})

describe('a login', () => {
  it('is nobody: no superuser, no way around policies, no right to make databases or roles', async () => {
    const able = sql<{ it: string }>`
      select rolname as it from pg_roles where rolname = any (${ROLES})
        and (rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication or rolinherit or not rolcanlogin)`
    expect(await found(able)).toEqual([])
    expect(await found(sql`select rolname as it from pg_roles where rolname = any (${ROLES})`)).toHaveLength(
      LOGINS.length,
    )
  })

  it('is a member of nothing, and no other login is a member of it', async () => {
    const members = sql<{ it: string }>`
      select member::regrole || ' in ' || roleid::regrole as it from pg_auth_members
      where member::regrole::text = any (${ROLES})
         or roleid::regrole::text = any (${ROLES}) and not (select rolsuper or rolcreaterole from pg_roles where oid = member)`
    expect(await found(members)).toEqual([])
  })

  it('owns nothing in this database', async () => {
    const owned = sql<{ it: string }>`
      select refobjid::regrole || ' owns ' || classid::regclass || ' ' || objid as it from pg_shdepend
      where deptype = 'o' and refobjid::regrole::text = any (${ROLES})
        and dbid in (0, (select oid from pg_database where datname = current_database()))`
    expect(await found(owned)).toEqual([])
  })

  it('creates nothing, not even for a moment', async () => {
    const places = sql<{ it: string }>`
      select r || ' in ' || n.nspname as it from unnest(${ROLES}::text[]) r, pg_namespace n
      where has_schema_privilege(r, n.oid, 'create')
      union all select r || ' temporary' from unnest(${ROLES}::text[]) r
      where has_database_privilege(r, current_database(), 'temp') or has_database_privilege(r, current_database(), 'create')`
    expect(await found(places)).toEqual([])
  })

  it('that changed its own settings finds them as they were after the next start', async () => {
    const name = roleName('palier_test', 'research')
    const kept = sql`select 1 from pg_db_role_setting where setrole = ${name}::regrole`
    const server = openOwner(inject('ownerUrl'))
    await server.connection().execute(async (alone) => {
      await sql`select pg_advisory_lock(20261122)`.execute(alone) // roles belong to the server: as database.ts does
      await sql`alter role ${sql.id(name)} set work_mem = '1MB'`.execute(t.logins.research)
      expect((await kept.execute(t.owner)).rows).toHaveLength(1)
      await migrate(t.owner, { secret: TEST_SECRET, prefix: 'palier_test' })
      expect((await kept.execute(t.owner)).rows).toEqual([])
      await sql`select pg_advisory_unlock(20261122)`.execute(alone)
    })
    await server.destroy()
  })
})

describe('a function of the house', () => {
  const ours = sql`pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = any (${HOUSE}) and not exists (
      select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`

  it('that runs with the owner’s rights fixes the meaning of names', async () => {
    const loose = sql<{ it: string }>`
      select p.oid::regprocedure::text as it from ${ours} and p.prosecdef
        and not coalesce(p.proconfig @> array['search_path=pg_catalog, pg_temp'], false)`
    expect(await found(loose)).toEqual([])
  })

  it('is executable by nobody who was not named', async () => {
    const open = sql<{ it: string }>`
      select p.oid::regprocedure::text as it from ${ours}
        and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)`
    expect(await found(open)).toEqual([])
  })
})

describe('what is generated', () => {
  const kept = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  it.each([
    ['src/db/policies.sql', async () => policySql(GRANTS)],
    ['docs/access.md', async () => accessPage(GRANTS)],
    ['src/db/tables.ts', async () => tablesSource(await readColumns(t.owner))],
  ])('%s says what its source says', async (path, make) => {
    expect(kept(path) === (await make()), `${path} is out of date: run npm run docs`).toBe(true)
  })
})

it.each(SPACE_KINDS)('the circles of %s are the same in the program and in the database', async (kind) => {
  const { rows } = await sql<{ text: string }>`
    select pg_get_constraintdef(oid) as text from pg_constraint
    where conname like '%circle_is_of_its_kind' and conrelid::regclass::text like ${`${schemaOf(kind)}.%`}`.execute(
    t.owner,
  )
  expect(rows).toHaveLength(2)
  for (const { text } of rows) {
    const named = [...text.matchAll(/'([a-z_]+)'/g)].map((m) => m[1])
    expect(named).toEqual([...CIRCLES[kind]])
  }
})
