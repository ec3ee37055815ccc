import { sql } from 'kysely'
import type { Keyring } from '../../access/keyring.ts'
import type { Household, ScopedDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'

/** What a code opens, found by its keyed hash: nothing for one that is unknown or revoked. Notes the day it was used. */
export async function findFollowUp(
  keyring: Keyring,
  hash: Buffer,
  today: CalendarDay,
): Promise<Household | undefined> {
  const { rows } = await sql<{ space_id: string; complaint_id: string; code_id: string }>`
    select * from keyring.open_follow_up(${hash}, ${today})`.execute(keyring.sql)
  const [row] = rows
  return row && { spaceId: row.space_id, complaintId: row.complaint_id, codeId: row.code_id }
}

export type IssuedCode = {
  readonly id: string
  readonly issuedAt: Date
  readonly issuedBy: string
  readonly revokedAt: Date | undefined
  readonly lastUsedOn: string | undefined
}

/** The codes of one complaint, the latest first; what they were is known to nobody. */
export async function listCodes(db: ScopedDb, complaintId: string): Promise<readonly IssuedCode[]> {
  const rows = await db.sql
    .selectFrom('follow_up_code as c')
    .select(['c.id', 'c.issued_at', 'c.revoked_at', 'c.last_used_on'])
    .select((query) =>
      query
        .selectFrom('membership as m')
        .select('m.account_name')
        .whereRef('m.account_id', '=', 'c.issued_by')
        .where('m.space_id', '=', db.actor.spaceId)
        .limit(1)
        .as('issuer'),
    )
    .where('c.space_id', '=', db.actor.spaceId)
    .where('c.complaint_id', '=', complaintId)
    .orderBy('c.issued_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    issuedAt: row.issued_at,
    issuedBy: row.issuer ?? '',
    revokedAt: row.revoked_at ?? undefined,
    lastUsedOn: row.last_used_on ?? undefined,
  }))
}

type NewCode = {
  readonly id: string
  readonly complaintId: string
  readonly hash: Buffer
  readonly now: Date
}

/** False when this very code is known already. */
export async function insertCode(db: ScopedDb, { id, complaintId, hash, now }: NewCode): Promise<boolean> {
  const done = await db.sql
    .insertInto('follow_up_code')
    .values({
      space_id: db.actor.spaceId,
      id,
      complaint_id: complaintId,
      hash,
      issued_by: db.actor.accountId,
      issued_at: now,
    })
    .onConflict((known) => known.columns(['space_id', 'hash']).doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** From this moment the live code of this complaint opens nothing; false when there was none. */
export async function revokeLiveCode(db: ScopedDb, complaintId: string, now: Date): Promise<boolean> {
  const done = await db.sql
    .updateTable('follow_up_code')
    .set({ revoked_at: now, revoked_by: db.actor.accountId })
    .where('space_id', '=', db.actor.spaceId)
    .where('complaint_id', '=', complaintId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** Whether this very code is the live one of this complaint: a slip is printed for no other. */
export async function isLiveCode(db: ScopedDb, complaintId: string, hash: Buffer): Promise<boolean> {
  const row = await db.sql
    .selectFrom('follow_up_code')
    .select('id')
    .where('space_id', '=', db.actor.spaceId)
    .where('complaint_id', '=', complaintId)
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}
