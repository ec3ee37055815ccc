import { sql } from 'kysely'
import type { Keyring } from '../../access/keyring.ts'
import type { FreshSession } from './sessions.ts'

type Challenge = { readonly challenge: string; readonly session: Buffer | null; readonly now: Date }

/** Keeps a challenge: for this session's account, or for signing in when there is no session. */
export async function putChallenge({ sql: db, secrets }: Keyring, c: Challenge, until: Date): Promise<void> {
  await sql`select keyring.put_challenge(${secrets.hash('challenge', c.challenge)}, ${c.session}::bytea, ${c.now}, ${until})`.execute(
    db,
  )
}

/** True once, in time, and for the account it was drawn for. */
export async function takeChallenge({ sql: db, secrets }: Keyring, c: Challenge): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select keyring.take_challenge(${secrets.hash('challenge', c.challenge)}, ${c.session}::bytea, ${c.now}) as taken`.execute(
    db,
  )
  return rows[0]?.taken ?? false
}

export type OwnPasskey = {
  readonly id: string
  readonly label: string
  readonly added_at: Date
  readonly last_used_at: Date | null
}

export async function passkeysOf(
  keyring: Keyring,
  session: Buffer,
  now: Date,
): Promise<readonly OwnPasskey[]> {
  const { rows } = await sql<OwnPasskey>`select * from keyring.my_passkeys(${session}, ${now})`.execute(
    keyring.sql,
  )
  return rows
}

type NewPasskey = {
  readonly id: string
  readonly publicKey: Uint8Array
  readonly counter: number
  readonly label: string
}

export async function addPasskey(
  keyring: Keyring,
  session: Buffer,
  now: Date,
  k: NewPasskey,
): Promise<boolean> {
  const { rows } = await sql<{ added: boolean }>`
    select keyring.add_passkey(${session}, ${now}, ${k.id}, ${Buffer.from(k.publicKey)}, ${k.counter}, ${k.label}) as added`.execute(
    keyring.sql,
  )
  return rows[0]?.added ?? false
}

export async function removePasskey(keyring: Keyring, session: Buffer, now: Date, id: string): Promise<void> {
  await sql`select keyring.remove_passkey(${session}, ${now}, ${id})`.execute(keyring.sql)
}

type KeptPasskey = { readonly public_key: Buffer; readonly counter: number }

export async function findPasskey(keyring: Keyring, id: string): Promise<KeptPasskey | undefined> {
  const { rows } = await sql<KeptPasskey>`select * from keyring.find_passkey(${id})`.execute(keyring.sql)
  return rows[0]
}

type Use = {
  readonly id: string
  readonly before: number
  readonly after: number
  readonly secondFactorAt: Date | null
}

export async function enterByPasskey(keyring: Keyring, u: Use, s: FreshSession): Promise<boolean> {
  const { rows } = await sql<{ entered: boolean }>`
    select keyring.enter_by_passkey(${u.id}, ${u.before}, ${u.after}, ${s.now}, ${s.hash}, ${s.id}, ${s.device}, ${s.until},
      ${u.secondFactorAt}) as entered`.execute(keyring.sql)
  return rows[0]?.entered ?? false
}
