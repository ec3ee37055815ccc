import { sql } from 'kysely'
import type { Keyring } from '../access/keyring.ts'
import type { Database } from '../db/connect.ts'

type NewMail = {
  readonly id: string
  readonly spaceId: string | null
  readonly recipient: string
  readonly subject: string
  readonly sealed: Buffer
  readonly now: Date
  readonly until: Date | null
}

export async function putMail(db: Database, m: NewMail): Promise<void> {
  await sql`select keyring.post_mail(${m.id}, ${m.spaceId}::uuid, ${m.recipient}, ${m.subject}, ${m.sealed}, ${m.now}, ${m.until})`.execute(
    db,
  )
}

export type WaitingMail = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly body_sealed: Buffer | null
  readonly attempts: number
  readonly expires_at: Date | null
}

/** The next letter to send, locked for this transaction; another process takes the one after. */
export async function lockNextMail(tx: Database, now: Date): Promise<WaitingMail | undefined> {
  const { rows } = await sql<WaitingMail>`
    select id, recipient, subject, body_sealed, attempts, expires_at from keyring.mail
    where state = 'waiting' and next_try_at <= ${now} order by next_try_at, id limit 1 for update skip locked`.execute(
    tx,
  )
  return rows[0]
}

/** Sent: the body is erased, recipient and subject stay as the trace. */
export async function markSent(tx: Database, id: string, now: Date): Promise<void> {
  await sql`update keyring.mail set state = 'sent', sent_at = ${now}, body_sealed = null, attempts = attempts + 1,
    last_error = null where id = ${id}`.execute(tx)
}

export async function markForLater(tx: Database, id: string, nextTry: Date, error: string): Promise<void> {
  await sql`update keyring.mail set attempts = attempts + 1, next_try_at = ${nextTry}, last_error = ${error}
    where id = ${id}`.execute(tx)
}

export async function markFailed(tx: Database, id: string, error: string): Promise<void> {
  await sql`update keyring.mail set state = 'failed', attempts = attempts + 1, body_sealed = null, last_error = ${error}
    where id = ${id}`.execute(tx)
}

export type SentMail = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly attempts: number
  readonly created_at: Date
  readonly sent_at: Date | null
}

/** The letters of one space, for its administrators; never a body. */
export async function lettersOf(
  keyring: Keyring,
  session: Buffer,
  now: Date,
  spaceId: string,
): Promise<readonly SentMail[]> {
  const { rows } = await sql<SentMail>`select * from keyring.outbox(${session}, ${now}, ${spaceId})`.execute(
    keyring.sql,
  )
  return rows
}

export type DemoMail = {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly body_sealed: Buffer
  readonly created_at: Date
}

/** In demonstration nothing leaves, and everybody reads everything. */
export async function lastMails(system: Database): Promise<readonly DemoMail[]> {
  const { rows } =
    await sql<DemoMail>`select id, recipient, subject, body_sealed, created_at from keyring.mail
    where body_sealed is not null order by created_at desc, id desc limit 50`.execute(system)
  return rows
}
