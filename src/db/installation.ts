import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { type Database, openOwner } from './connect.ts'
import { defaultFolder, type Embedded, isServing, startEmbedded } from './embedded.ts'
import { houseFolder } from './embedded-files.ts'
import { requireOwnRoles } from './installation-state.ts'
import { migrate } from './migrate.ts'
import { startRefusal } from './start-refusal.ts'

export type Wanted = {
  readonly demo: boolean
  /** A server given by DATABASE_URL; the embedded PostgreSQL when absent. */
  readonly databaseUrl: string | undefined
  readonly secret: string | undefined
  readonly rolePrefix: string
}

export type Installation = {
  readonly ownerUrl: string
  readonly owner: Database
  readonly secret: string
  /** Where what must stay outside the database is kept: the audit's anchors, a demo's secret. */
  readonly folder: string
  readonly embedded: Embedded | undefined
  /** The migrations this start applied: all of them on a new database. */
  readonly applied: readonly string[]
}

/** Opens the database of this installation, brought to this version, marked as demo or real for ever. */
export async function openInstallation(wanted: Wanted): Promise<Installation> {
  const folder = defaultFolder()
  const wasServing = wanted.databaseUrl !== undefined || (await isServing(folder))
  const embedded = wanted.databaseUrl === undefined ? await startEmbedded({ folder }) : undefined
  try {
    const ownerUrl = wanted.databaseUrl ?? (await ensureDatabase(embedded?.ownerUrl ?? '', wanted.demo))
    const secret = wanted.secret ?? keptSecret(folder)
    return { ownerUrl, secret, folder, embedded, ...(await bringUpToDate(ownerUrl, secret, wanted)) }
  } catch (error) {
    if (!wasServing) await embedded?.stop()
    throw error
  }
}

async function bringUpToDate(
  ownerUrl: string,
  secret: string,
  { demo, rolePrefix }: Wanted,
): Promise<Pick<Installation, 'owner' | 'applied'>> {
  const owner = openOwner(ownerUrl)
  try {
    await requireOwnRoles(owner, rolePrefix)
    const applied = await migrate(owner, { secret, prefix: rolePrefix })
    await markOnce(owner, demo)
    return { owner, applied }
  } catch (error) {
    await owner.destroy()
    throw error
  }
}

/** A demonstration and a real installation never share a database, even on one laptop. */
export const databaseName = (demo: boolean): string => (demo ? 'palier_demo' : 'palier')

/** The same server, another database of it. */
export function urlOfDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

async function ensureDatabase(serverUrl: string, demo: boolean): Promise<string> {
  const name = databaseName(demo)
  const server = openOwner(serverUrl)
  const found = await sql`select 1 from pg_database where datname = ${name}`.execute(server)
  if (found.rows.length === 0) await sql`create database ${sql.id(name)} template template0`.execute(server)
  await server.destroy()
  return urlOfDatabase(serverUrl, name)
}

export const demoSecretFile = (folder: string): string => join(houseFolder(folder), 'demo-secret')

/** A demonstration asks nothing of anybody: its secret is drawn once and kept beside its cluster. */
function keptSecret(folder: string): string {
  const file = demoSecretFile(folder)
  mkdirSync(houseFolder(folder), { recursive: true, mode: 0o700 })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

async function markOnce(owner: Database, demo: boolean): Promise<void> {
  await sql`insert into palier.installation (demo) values (${demo}) on conflict do nothing`.execute(owner)
  const { rows } = await sql<{ demo: boolean }>`select demo from palier.installation`.execute(owner)
  if (rows[0]?.demo !== demo) throw startRefusal(demo ? 'real_database' : 'demo_database')
}

/** True when nobody is there yet: no space of any kind. */
export async function isEmpty(owner: Database): Promise<boolean> {
  const { rows } = await sql`select 1 from keyring.any_space limit 1`.execute(owner)
  return rows.length === 0
}

/** Where the heads of the audit chains are anchored: beside the cluster, never in it. */
export const anchorFolder = (folder: string, demo: boolean): string =>
  join(houseFolder(folder), demo ? 'anchors-demo' : 'anchors')

export async function namesOfSpaces(owner: Database): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{
    space_id: string
    name: string
  }>`select space_id, name from keyring.any_space`.execute(owner)
  return new Map(rows.map((r) => [r.space_id, r.name]))
}
