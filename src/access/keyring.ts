import { sql } from 'kysely'
import type { Database, Logins } from '../db/connect.ts'
import type { Secrets } from './secrets.ts'

declare const minted: unique symbol

/**
 * The way to what must be known before a scope exists: the `public` login, which can list nothing and only calls
 * narrow functions, and the secrets that make the keyed hashes those functions ask for.
 */
export type Keyring = { readonly sql: Database; readonly secrets: Secrets; readonly [minted]: true }

export const keyringOf = (logins: Logins, secrets: Secrets): Keyring =>
  ({ sql: logins.public, secrets }) as Keyring

/** Asks the database for nothing but an answer. @throws when it is away. */
export const askForAnAnswer = async (keyring: Keyring): Promise<void> =>
  void (await sql`select 1`.execute(keyring.sql))
