import type { ScopedDb } from '../../access/scope.ts'

export type Device = {
  readonly id: string
  readonly accountId: string
  readonly holder: string
  readonly enrolledAt: Date
  readonly revokedAt: Date | undefined
}

export async function insertDevice(
  db: ScopedDb,
  { id, hash, now }: { readonly id: string; readonly hash: Buffer; readonly now: Date },
): Promise<void> {
  await db.sql
    .insertInto('survey_device')
    .values({
      space_id: db.actor.spaceId,
      id,
      account_id: db.actor.accountId,
      token_hash: hash,
      enrolled_at: now,
    })
    .execute()
}

/** The devices this person may see, the latest first. */
export async function listDevices(db: ScopedDb): Promise<readonly Device[]> {
  const rows = await db.sql
    .selectFrom('survey_device as d')
    .select(['d.id', 'd.account_id', 'd.enrolled_at', 'd.revoked_at'])
    .select((query) =>
      query
        .selectFrom('membership as m')
        .select('m.account_name')
        .whereRef('m.account_id', '=', 'd.account_id')
        .where('m.space_id', '=', db.actor.spaceId)
        .limit(1)
        .as('holder'),
    )
    .where('d.space_id', '=', db.actor.spaceId)
    .orderBy('d.enrolled_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    holder: row.holder ?? '',
    enrolledAt: row.enrolled_at,
    revokedAt: row.revoked_at ?? undefined,
  }))
}

/** False when there is no such live device here. What it still holds is received all the same, marked. */
export async function revokeDeviceRow(db: ScopedDb, id: string, now: Date): Promise<boolean> {
  const done = await db.sql
    .updateTable('survey_device')
    .set({ revoked_at: now })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
