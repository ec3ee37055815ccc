import { sql } from 'kysely'
import type { Circle } from '../../access/circles.ts'
import type { Keyring } from '../../access/keyring.ts'
import type { SpaceKind } from '../../db/logins.ts'

/** What a session opens at this moment; `space` is absent for an account that no space has let in. */
export type FoundSession = {
  readonly session_id: string
  readonly account_id: string
  readonly account_name: string
  readonly account_email: string
  readonly has_second_factor: boolean
  readonly second_factor_at: Date | null
  readonly last_seen_at: Date
  readonly space_id: string | null
  readonly kind: SpaceKind | null
  readonly space_name: string | null
  readonly institution_id: string | null
  readonly requires_second_factor: boolean | null
  readonly circles: readonly Circle[] | null
}

/** Who the session belongs to and what it opens now. That it was seen is noted at most every five minutes. */
export async function findSession(
  keyring: Keyring,
  hash: Buffer,
  now: Date,
): Promise<FoundSession | undefined> {
  const { rows } = await sql<FoundSession>`select * from keyring.find_session(${hash}, ${now})`.execute(
    keyring.sql,
  )
  const [found] = rows
  if (found && now.getTime() - found.last_seen_at.getTime() > SEEN_AGAIN)
    await sql`select keyring.note_session_seen(${hash}, ${now})`.execute(keyring.sql)
  return found
}
const SEEN_AGAIN = 5 * 60_000

/** A session about to be opened: the browser keeps its token, the database the token's keyed hash. */
export type FreshSession = {
  readonly hash: Buffer
  readonly id: string
  readonly device: string
  readonly now: Date
  readonly until: Date
}
export type NewSession = FreshSession & {
  readonly accountId: string
  readonly secondFactorAt: Date | null
}

export async function openSession(keyring: Keyring, s: NewSession): Promise<void> {
  await sql`select keyring.open_session(${s.hash}, ${s.id}, ${s.accountId}, ${s.device}, ${s.now}, ${s.until},
    ${s.secondFactorAt})`.execute(keyring.sql)
}

export async function endSession(keyring: Keyring, hash: Buffer, now: Date): Promise<void> {
  await sql`select keyring.end_session(${hash}, ${now})`.execute(keyring.sql)
}

export type SpaceChoice = {
  readonly space_id: string
  readonly kind: SpaceKind
  readonly space_name: string
  readonly circles: readonly Circle[]
  readonly requires_second_factor: boolean
}

export async function spacesOfSession(
  keyring: Keyring,
  hash: Buffer,
  now: Date,
): Promise<readonly SpaceChoice[]> {
  const { rows } = await sql<SpaceChoice>`
    select * from keyring.spaces_of_session(${hash}, ${now})`.execute(keyring.sql)
  return rows
}

export async function chooseSpace(
  keyring: Keyring,
  hash: Buffer,
  now: Date,
  spaceId: string,
): Promise<boolean> {
  const { rows } = await sql<{ moved: boolean }>`
    select keyring.choose_space(${hash}, ${now}, ${spaceId}) as moved`.execute(keyring.sql)
  return rows[0]?.moved ?? false
}

export type OwnSession = {
  readonly id: string
  readonly device: string
  readonly opened_at: Date
  readonly last_seen_at: Date
  readonly is_this: boolean
}

/** The open sessions of this session's own account; none while its second factor is due. */
export async function sessionsOf(keyring: Keyring, hash: Buffer, now: Date): Promise<readonly OwnSession[]> {
  const { rows } = await sql<OwnSession>`select * from keyring.my_sessions(${hash}, ${now})`.execute(
    keyring.sql,
  )
  return rows
}

/** Ends one session of the same account, or all of them, this one too. */
export async function endSessionsOf(
  keyring: Keyring,
  hash: Buffer,
  now: Date,
  chosen: string | null,
): Promise<void> {
  await sql`select keyring.end_my_sessions(${hash}, ${now}, ${chosen})`.execute(keyring.sql)
}

/** Changes the name of the account, and on each of its memberships. */
export async function renameAccount(keyring: Keyring, hash: Buffer, now: Date, name: string): Promise<void> {
  await sql`select keyring.rename_me(${hash}, ${now}, ${name})`.execute(keyring.sql)
}
