import { sql } from 'kysely'
import type { Keyring } from '../../access/keyring.ts'

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

/** Takes back one attempt made at this instant: it was no guess. A subject that made none loses nothing. */
export async function giveBackAttempt(
  keyring: Keyring,
  action: string,
  subject: string,
  madeAt: Date,
): Promise<void> {
  const hash = keyring.secrets.hash('attempt', subject)
  await sql`select keyring.give_back_attempt(${action}, ${hash}, ${madeAt})`.execute(keyring.sql)
}
