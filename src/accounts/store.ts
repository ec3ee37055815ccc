import { sql } from 'kysely'
import type { Circle } from '../access/circles.ts'
import type { Keyring } from '../access/keyring.ts'
import type { SpaceKind } from '../db/logins.ts'

/** What a session opens at this moment; `space` is absent for an account that no space has let in. */
export type FoundSession = {
  readonly session_id: string
  readonly account_id: string
  readonly account_name: string
  readonly account_email: string
  readonly has_second_factor: boolean
  readonly second_factor_at: Date | null
  readonly space_id: string | null
  readonly kind: SpaceKind | null
  readonly space_name: string | null
  readonly institution_id: string | null
  readonly requires_second_factor: boolean | null
  readonly circles: readonly Circle[] | null
}

export async function findSession(
  keyring: Keyring,
  hash: Buffer,
  now: Date,
): Promise<FoundSession | undefined> {
  const { rows } = await sql<FoundSession>`select * from keyring.find_session(${hash}, ${now})`.execute(
    keyring.sql,
  )
  return rows[0]
}

export type NewSession = {
  readonly hash: Buffer
  readonly id: string
  readonly accountId: string
  readonly device: string
  readonly now: Date
  readonly until: Date
  readonly secondFactorAt: Date | null
}

export async function openSession(keyring: Keyring, s: NewSession): Promise<void> {
  await sql`select keyring.open_session(${s.hash}, ${s.id}, ${s.accountId}, ${s.device}, ${s.now}, ${s.until},
    ${s.secondFactorAt})`.execute(keyring.sql)
}

export async function touchSession(keyring: Keyring, hash: Buffer, now: Date): Promise<void> {
  await sql`select keyring.touch_session(${hash}, ${now})`.execute(keyring.sql)
}

export async function endSession(keyring: Keyring, hash: Buffer, now: Date): Promise<void> {
  await sql`select keyring.end_session(${hash}, ${now})`.execute(keyring.sql)
}

export type SpaceChoice = {
  readonly space_id: string
  readonly kind: SpaceKind
  readonly space_name: string
  readonly circles: readonly Circle[]
}

export async function spacesOfSession(
  keyring: Keyring,
  hash: Buffer,
  now: Date,
): Promise<readonly SpaceChoice[]> {
  const { rows } = await sql<SpaceChoice>`select * from keyring.spaces_of_session(${hash}, ${now})`.execute(
    keyring.sql,
  )
  return rows
}

export async function chooseSpace(
  keyring: Keyring,
  hash: Buffer,
  now: Date,
  spaceId: string,
): Promise<boolean> {
  const { rows } = await sql<{
    moved: boolean
  }>`select keyring.choose_space(${hash}, ${now}, ${spaceId}) as moved`.execute(keyring.sql)
  return rows[0]?.moved ?? false
}

/** Counts an attempt; false when `most` were already made in the last `minutes`. */
export async function tryAttempt(
  keyring: Keyring,
  action: string,
  subject: string,
  now: Date,
  most: number,
  minutes: number,
): Promise<boolean> {
  const since = new Date(now.getTime() - minutes * 60_000)
  const hash = keyring.secrets.hash('attempt', subject)
  const { rows } = await sql<{ allowed: boolean }>`
    select keyring.try_attempt(${action}, ${hash}, ${now}, ${since}, ${most}) as allowed`.execute(keyring.sql)
  return rows[0]?.allowed ?? false
}

type Draft = {
  readonly token: string
  readonly session: Buffer
  readonly path: string
  readonly body: string
  readonly expiresAt: Date
}

/** Keeps what was typed under a session that had ended; does nothing for a session that never was. */
export async function keepDraft({ sql: db, secrets }: Keyring, d: Draft): Promise<void> {
  const hash = secrets.hash('draft', d.token)
  await sql`select keyring.keep_draft(${hash}, ${d.session}, ${d.path}, ${secrets.seal(d.body)}, ${d.expiresAt})`.execute(
    db,
  )
}

type DraftWanted = {
  readonly token: string
  readonly accountId: string
  readonly path: string
  readonly now: Date
}

export async function takeDraft({ sql: db, secrets }: Keyring, w: DraftWanted): Promise<string | undefined> {
  const hash = secrets.hash('draft', w.token)
  const { rows } = await sql<{ body: Buffer | null }>`
    select keyring.take_draft(${hash}, ${w.accountId}, ${w.path}, ${w.now}) as body`.execute(db)
  return rows[0]?.body ? secrets.open(rows[0].body) : undefined
}
