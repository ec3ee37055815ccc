// What a database says of itself, read without changing anything.
import { sql } from 'kysely'
import type { Database } from './connect.ts'
import { migrationsToApply, policiesFor } from './migrate.ts'
import { startRefusal } from './start-refusal.ts'

/** Grants are written for roles by name: under another prefix, a database that exists would open and show nothing. */
export async function requireOwnRoles(owner: Database, prefix: string): Promise<void> {
  const { rows } = await sql<{ prefix: string }>`
    select left(r.rolname, -length('_union')) as prefix
    from pg_namespace n cross join aclexplode(n.nspacl) a join pg_roles r on r.oid = a.grantee
    where n.nspname = 'keyring' and r.rolname like '%\\_union'`.execute(owner)
  const [first] = rows
  if (first && rows.every((row) => row.prefix !== prefix)) throw startRefusal('other_roles', first.prefix)
}

/** @throws StartRefusal unless a start of this very version left the database as it is. */
export async function requireUpToDate(
  owner: Database,
  { demo, rolePrefix }: { readonly demo: boolean; readonly rolePrefix: string },
): Promise<void> {
  if (!(await isFounded(owner))) throw startRefusal('never_started', 'palier.installation')
  const { rows } = await sql<{ demo: boolean }>`select demo from palier.installation`.execute(owner)
  if (rows[0] && rows[0].demo !== demo) throw startRefusal(demo ? 'real_database' : 'demo_database')
  await requireOwnRoles(owner, rolePrefix)
  const pending = await migrationsToApply(owner)
  const { hash } = policiesFor(rolePrefix)
  const same = await sql`select 1 from palier.policies where hash = ${hash}`.execute(owner)
  if (same.rows.length === 0) pending.push('policies.sql')
  if (pending.length > 0) throw startRefusal('database_behind', pending.join(', '))
}

async function isFounded(owner: Database): Promise<boolean> {
  const { rows } = await sql<{ founded: boolean }>`
    select to_regclass('palier.migration') is not null and to_regclass('palier.installation') is not null
       and to_regclass('palier.policies') is not null as founded`.execute(owner)
  return rows[0]?.founded === true
}
