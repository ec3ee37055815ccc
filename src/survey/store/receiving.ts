import { sql } from 'kysely'
import type { Keyring } from '../../access/keyring.ts'
import type { Actor } from '../../access/scope.ts'
import type { Envelope } from '../domain/envelope.ts'

/** What a token is kept as: whoever reads the table cannot send in its name. */
export const hashOfToken = (keyring: Keyring, token: string): Buffer =>
  keyring.secrets.hash('survey-device', token)

/** Whether this token was given to a device, be it revoked since. */
export async function knowsDevice(keyring: Keyring, token: string): Promise<boolean> {
  const { rows } = await sql<{ known: boolean }>`
    select keyring.knows_survey_device(${hashOfToken(keyring, token)}) as known`.execute(keyring.sql)
  return rows[0]?.known === true
}

/** Who holds a live device, seen as a canvasser whatever else they are; nothing once it or their membership ended. */
export async function holderOfDevice(keyring: Keyring, token: string): Promise<Actor | undefined> {
  const { rows } = await sql<{
    space_id: string
    space_name: string
    institution_id: string
    account_id: string
    account_name: string
  }>`select * from keyring.open_survey_device(${hashOfToken(keyring, token)})`.execute(keyring.sql)
  const [row] = rows
  return (
    row && {
      accountId: row.account_id,
      accountName: row.account_name,
      spaceId: row.space_id,
      spaceName: row.space_name,
      kind: 'union',
      institutionId: row.institution_id,
      circles: ['canvasser'],
    }
  )
}

export type Arrived = {
  readonly envelope: Envelope
  readonly bytes: Uint8Array
  readonly sha256: string
  readonly now: Date
}
export type Kept = { readonly status: 200 | 201 | 409; readonly receivedAt: Date }

/** Keeps an envelope, whatever its head says; nothing when nobody knows the token. */
export async function keepEnvelope(
  keyring: Keyring,
  token: string,
  { envelope: { id, device, seq, prev, campaign, key }, bytes, sha256, now }: Arrived,
): Promise<Kept | undefined> {
  const { rows } = await sql<{ verdict: number; kept_at: Date }>`
    select * from keyring.keep_envelope(${hashOfToken(keyring, token)}, ${id}, ${sha256}, ${device}, ${seq}, ${prev},
      ${campaign}, ${key}, ${Buffer.from(bytes)}, ${now})`.execute(keyring.sql)
  const [row] = rows
  const status = ([200, 201, 409] as const).find((each) => each === row?.verdict)
  return row && status && { status, receivedAt: row.kept_at }
}

export type SentOfDay = { readonly id: string; readonly sha256: string }

/** Which of these envelopes are not here. */
export async function missingEnvelopes(
  keyring: Keyring,
  token: string,
  sent: readonly SentOfDay[],
): Promise<readonly string[]> {
  const [ids, prints] = [sent.map(({ id }) => id), sent.map(({ sha256 }) => sha256)]
  const { rows } = await sql<{ id: string }>`
    select id from keyring.missing_envelopes(${hashOfToken(keyring, token)}, ${ids}::uuid[], ${prints}::text[]) as id`.execute(
    keyring.sql,
  )
  return rows.map(({ id }) => id)
}
