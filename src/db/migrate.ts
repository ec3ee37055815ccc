import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { type RawBuilder, sql } from 'kysely'
import type { Database } from './connect.ts'
import {
  type Login,
  LOGINS,
  roleName,
  rolePassword,
  schemaOf,
  SPACE_KINDS,
  type SpaceKind,
} from './logins.ts'
import { startRefusal } from './start-refusal.ts'

const FOLDER = new URL('./migrations/', import.meta.url)
const POLICIES = new URL('./policies.sql', import.meta.url)
const LOCK = 20261122

type Place = { secret: string; prefix: string }

/** Brings a database to this version: roles, migrations (forward only), policies. Returns the names of what was applied. */
export async function migrate(owner: Database, place: Place): Promise<readonly string[]> {
  return owner.transaction().execute(async (db) => {
    await sql`select pg_advisory_xact_lock(${LOCK})`.execute(db)
    await requireOwner(db)
    await prepareRoles(db, place)
    const applied = await applyMigrations(db, place.prefix)
    await applyPolicies(db, place.prefix)
    return applied
  })
}

/** Row-level security is forced, so the owner must be able to look past it: superuser, or BYPASSRLS and CREATEROLE. */
async function requireOwner(db: Database): Promise<void> {
  const { rows } = await sql<{ able: boolean; version: number }>`
    select rolsuper or (rolbypassrls and rolcreaterole) as able, current_setting('server_version_num')::int as version
    from pg_roles where rolname = current_user`.execute(db)
  if ((rows[0]?.version ?? 0) < 150000) throw startRefusal('old_server')
  if (!rows[0]?.able) {
    throw startRefusal('weak_owner')
  }
}

async function prepareRoles(db: Database, { secret, prefix }: Place): Promise<void> {
  await sql`create schema if not exists palier`.execute(db)
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const database = sql.id(rows[0]?.name ?? '')
  await sql`revoke all on database ${database} from public`.execute(db)
  await sql`revoke all on schema public from public`.execute(db)
  for (const login of LOGINS) {
    const role = roleName(prefix, login)
    const found = await sql`select 1 from pg_roles where rolname = ${role}`.execute(db)
    if (found.rows.length === 0) await sql`create role ${sql.id(role)}`.execute(db)
    await sql`alter role ${sql.id(role)} with login noinherit nocreatedb nocreaterole noreplication nobypassrls
      password ${sql.lit(rolePassword(secret, role))}`.execute(db)
    await forgetSettings(db, role, database)
    await sql`grant connect on database ${database} to ${sql.id(role)}`.execute(db)
  }
}

/** A login may change its own password and settings: each start puts them back. */
async function forgetSettings(db: Database, role: string, database: RawBuilder<unknown>): Promise<void> {
  await sql`alter role ${sql.id(role)} reset all`.execute(db)
  await sql`alter role ${sql.id(role)} in database ${database} reset all`.execute(db)
}

async function applyMigrations(db: Database, prefix: string): Promise<string[]> {
  await sql`create table if not exists palier.migration (name text primary key, at timestamptz not null default now())`.execute(
    db,
  )
  const todo = await migrationsToApply(db)
  for (const file of todo) {
    for (const text of versionsOf(file, prefix)) await sql.raw(text).execute(db)
    await sql`insert into palier.migration (name) values (${file})`.execute(db)
  }
  return todo
}

/** @throws StartRefusal when the database knows migrations that this version does not. */
export async function migrationsToApply(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from palier.migration`.execute(db)
  const files = readdirSync(FOLDER)
    .filter((f) => f.endsWith('.sql'))
    .sort()
  const ahead = rows.map((r) => r.name).filter((name) => !files.includes(name))
  if (ahead.length > 0) throw startRefusal('database_ahead', ahead.join(', '))
  return files.filter((f) => !rows.some((r) => r.name === f))
}

/** A file named `.each-kind.sql` runs once per kind of space, with {{schema}} and {{role}} filled in. */
function versionsOf(file: string, prefix: string): string[] {
  const text = fillRoles(readFileSync(new URL(file, FOLDER), 'utf8'), prefix)
  if (!file.endsWith('.each-kind.sql')) return [text]
  return SPACE_KINDS.map((kind: SpaceKind) =>
    text.replaceAll('{{schema}}', schemaOf(kind)).replaceAll('{{role}}', roleName(prefix, kind)),
  )
}

/** {{union}}, {{desk}}, {{system}}… stand for login roles in migrations and policies. */
const fillRoles = (text: string, prefix: string): string =>
  text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) =>
    (LOGINS as readonly string[]).includes(name) ? roleName(prefix, name as Login) : whole,
  )

/** The text for these roles, and what tells whether a database has it already. */
export function policiesFor(prefix: string): { text: string; hash: string } {
  const text = fillRoles(readFileSync(POLICIES, 'utf8'), prefix)
  return { text, hash: createHash('sha256').update(text).digest('hex') }
}

/** The generated policies replace all earlier ones whenever the file changes. */
async function applyPolicies(db: Database, prefix: string): Promise<void> {
  const { text, hash } = policiesFor(prefix)
  await sql`create table if not exists palier.policies (hash text primary key, at timestamptz not null default now())`.execute(
    db,
  )
  const same = await sql`select 1 from palier.policies where hash = ${hash}`.execute(db)
  if (same.rows.length > 0) return
  await dropPolicies(db)
  await sql.raw(text).execute(db)
  await sql`delete from palier.policies`.execute(db)
  await sql`insert into palier.policies (hash) values (${hash})`.execute(db)
}

async function dropPolicies(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string; schema: string; table: string }>`
    select policyname as name, schemaname as schema, tablename as "table" from pg_policies`.execute(db)
  for (const p of rows) await sql`drop policy ${sql.id(p.name)} on ${sql.id(p.schema, p.table)}`.execute(db)
}
