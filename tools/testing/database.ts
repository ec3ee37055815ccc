import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { inject } from 'vitest'
import { type Database, type Logins, openLogins, openOwner } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'

export const TEST_SECRET = 'a secret of the test suite, never of an installation'
const PREFIX = 'palier_test'

export type TestDatabase = {
  /** Sees past every wall: to prepare rows, and to prove that a refused row is really there. */
  readonly owner: Database
  readonly logins: Logins
  readonly ownerUrl: string
  stop(): Promise<void>
}

/** A database of its own, `palier_test_*`, on the suite's server; no other database of that server is touched. */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `palier_test_${randomBytes(6).toString('hex')}`
  const server = openOwner(inject('ownerUrl'))
  await sql`create database ${sql.id(name)} template template0`.execute(server)
  const url = new URL(inject('ownerUrl'))
  url.pathname = `/${name}`
  const owner = openOwner(url.href)
  await migrateOneAtATime(server, owner)
  const logins = openLogins(url.href, TEST_SECRET, PREFIX)
  const stop = async (): Promise<void> => {
    await Promise.all([logins.close(), owner.destroy()])
    await sql`drop database ${sql.id(name)} with (force)`.execute(server)
    await server.destroy()
  }
  return { owner, logins, ownerUrl: url.href, stop }
}

/** Roles belong to the whole server: two test files preparing them at once would collide. */
async function migrateOneAtATime(server: Database, owner: Database): Promise<void> {
  await server.connection().execute(async (db) => {
    await sql`select pg_advisory_lock(20261122)`.execute(db)
    await migrate(owner, { secret: TEST_SECRET, prefix: PREFIX })
    await sql`select pg_advisory_unlock(20261122)`.execute(db)
  })
}
