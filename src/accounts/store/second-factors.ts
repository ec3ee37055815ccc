import { sql } from 'kysely'
import type { Keyring } from '../../access/keyring.ts'
import type { ScopedDb } from '../../access/scope.ts'

/** The secret kept for this session's account, or undefined when it has none. */
export async function secretOf(
  { sql: db, secrets }: Keyring,
  session: Buffer,
  now: Date,
): Promise<string | undefined> {
  const { rows } = await sql<{ sealed: Buffer | null }>`
    select keyring.second_factor_of(${session}, ${now}) as sealed`.execute(db)
  return rows[0]?.sealed ? secrets.open(rows[0].sealed) : undefined
}

/** Keeps the secret and the step of the code that confirmed it. False when the account already had one. */
export async function enrolSecret(
  { sql: db, secrets }: Keyring,
  session: Buffer,
  now: Date,
  secret: string,
  step: number,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select keyring.enrol_second_factor(${session}, ${now}, ${secrets.seal(secret)}, ${step}) as done`.execute(
    db,
  )
  return rows[0]?.done ?? false
}

/** True when this step comes after the last one used: the same code never serves twice. */
export async function useStep(keyring: Keyring, session: Buffer, now: Date, step: number): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select keyring.pass_second_factor(${session}, ${now}, ${step}) as done`.execute(keyring.sql)
  return rows[0]?.done ?? false
}

export async function dropSecret(
  keyring: Keyring,
  session: Buffer,
  now: Date,
  step: number,
): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select keyring.drop_second_factor(${session}, ${now}, ${step}) as done`.execute(keyring.sql)
  return rows[0]?.done ?? false
}

export type Helped = { readonly email: string; readonly name: string }

/** The person of this account in the administrator's space. */
export async function memberNamed(db: ScopedDb, accountId: string): Promise<Helped | undefined> {
  return db.sql
    .selectFrom('membership')
    .select(['account_email as email', 'account_name as name'])
    .where('space_id', '=', db.actor.spaceId)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
}

/** Takes away second factor, passkeys and sessions; undefined when the caller may not. */
export async function resetAccess(
  db: ScopedDb,
  session: Buffer,
  now: Date,
  accountId: string,
): Promise<Helped | undefined> {
  const { rows } = await sql<Helped>`
    select * from keyring.reset_access(${session}, ${now}, ${db.actor.spaceId}, ${accountId})`.execute(db.sql)
  return rows[0]
}
