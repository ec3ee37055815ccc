import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Login, LOGINS, roleName, rolePassword, searchPathOf } from './logins.ts'
import { PreparedClient } from './prepared-client.ts'
import type { Tables } from './tables.ts'

pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text) // a day is not an instant
const DAYS = 1182 // date[], which pg's list of names does not have
const types: { setTypeParser(type: number, read: (text: string) => unknown): void } = pg.types
types.setTypeParser(DAYS, (text) => (text === '{}' ? [] : text.slice(1, -1).split(',')))

export type Database = Kysely<Tables>
/** One pool per login role; `close` ends them all. */
export type Logins = Readonly<Record<Login, Database>> & { close(): Promise<void> }

const MOST_CONNECTIONS: Record<Login, number> = {
  union: 8,
  desk: 4,
  programme: 4,
  research: 4,
  household: 4,
  public: 6,
  system: 3,
  doorkeeper: 2,
}

/** A pool for one URL. An idle client that dies must not end the process (STACK.md pitfall 14). */
export function openPool(url: string, max: number, options = ''): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    options,
    Client: PreparedClient,
    idleTimeoutMillis: 10_000,
    connectionTimeoutMillis: 10_000,
  })
  pool.on('error', (error) => {
    if (!pool.ending) console.error('database connection lost:', error.message)
  })
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** The owner's pool: migrations, seed, command line. Never used to answer a request. */
export const openOwner = (ownerUrl: string): Database => openPool(ownerUrl, 2, '-c search_path=directory')

const LIMITS = '-c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000'

/** Opens one pool per login role on the owner's server. @param secret the installation's secret, from which passwords derive. */
export function openLogins(ownerUrl: string, secret: string, prefix: string): Logins {
  const pools = Object.fromEntries(
    LOGINS.map((login) => {
      const role = roleName(prefix, login)
      const url = new URL(ownerUrl)
      url.username = role
      url.password = rolePassword(secret, role)
      const path = searchPathOf(login).replaceAll(' ', '')
      return [login, openPool(url.href, MOST_CONNECTIONS[login], `-c search_path=${path} ${LIMITS}`)]
    }),
  ) as Record<Login, Database>
  return { ...pools, close: async () => void (await Promise.all(LOGINS.map((l) => pools[l].destroy()))) }
}
