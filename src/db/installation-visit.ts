import { existsSync, readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { openOwner } from './connect.ts'
import { dataFolder } from './embedded-files.ts'
import { defaultFolder, isServing, startEmbedded } from './embedded.ts'
import { stopIfAlone } from './embedded-sharing.ts'
import { requireUpToDate } from './installation-state.ts'
import {
  databaseName,
  demoSecretFile,
  type Installation,
  urlOfDatabase,
  type Wanted,
} from './installation.ts'
import { errorCode, startRefusal } from './start-refusal.ts'

export type Visited = Pick<Installation, 'ownerUrl' | 'owner' | 'secret' | 'folder'>

/**
 * Opens an installation for a command, and leaves it as it was: no migration, policy or password is changed, because an
 * older server may be serving it, and a PostgreSQL that was not running is stopped again.
 */
export async function visitInstallation<T>(wanted: Wanted, work: (i: Visited) => Promise<T>): Promise<T> {
  const folder = defaultFolder()
  if (wanted.databaseUrl !== undefined) return visit(wanted.databaseUrl, folder, wanted, work)
  if (!existsSync(dataFolder(folder))) throw startRefusal('never_started', folder)
  const wasServing = await isServing(folder)
  const embedded = await startEmbedded({ folder })
  try {
    return await visit(await findDatabase(embedded.ownerUrl, wanted.demo), folder, wanted, work)
  } finally {
    if (!wasServing) await stopIfAlone(embedded)
  }
}

async function visit<T>(
  ownerUrl: string,
  folder: string,
  wanted: Wanted,
  work: (i: Visited) => Promise<T>,
): Promise<T> {
  const owner = openOwner(ownerUrl)
  try {
    await requireUpToDate(owner, wanted)
    return await work({ ownerUrl, owner, secret: wanted.secret ?? demoSecret(folder), folder })
  } catch (error) {
    // PostgreSQL's invalid_password: a start with this secret would have changed the passwords instead.
    if (errorCode(error) === '28P01') throw startRefusal('other_secret')
    throw error
  } finally {
    await owner.destroy()
  }
}

async function findDatabase(serverUrl: string, demo: boolean): Promise<string> {
  const name = databaseName(demo)
  const server = openOwner(serverUrl)
  const { rows } = await sql`select 1 from pg_database where datname = ${name}`.execute(server)
  await server.destroy()
  if (rows.length === 0) throw startRefusal('never_started', name)
  return urlOfDatabase(serverUrl, name)
}

function demoSecret(folder: string): string {
  const file = demoSecretFile(folder)
  if (!existsSync(file)) throw startRefusal('never_started', file)
  return readFileSync(file, 'utf8').trim()
}
