import type { ScopedDb } from '../../access/scope.ts'

/** A file that stopped arriving: nothing of it was kept but how far it came. */
export type CutUpload = {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
  readonly recordedAt: Date
}

const CUT = 'cut'

/** What this person's sending lost, and has not sent again, the last first. */
export async function cutUploads(db: ScopedDb, since: Date): Promise<readonly CutUpload[]> {
  const rows = await db.sql
    .selectFrom('source_upload')
    .select(['id', 'file_name', 'bytes', 'recorded_at'])
    .where('space_id', '=', db.actor.spaceId)
    .where('recorded_by', '=', db.actor.accountId)
    .where('failure', '=', CUT)
    .where('recorded_at', '>=', since)
    .orderBy('recorded_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    bytes: row.bytes,
    recordedAt: row.recorded_at,
  }))
}

export async function insertCutUpload(db: ScopedDb, cut: CutUpload): Promise<void> {
  await db.sql
    .insertInto('source_upload')
    .values({
      space_id: db.actor.spaceId,
      id: cut.id,
      source_id: null,
      file_name: cut.fileName,
      sha256: '',
      bytes: cut.bytes,
      storage_key: cut.id,
      state: 'failed',
      failure: CUT,
      recorded_by: db.actor.accountId,
      recorded_at: cut.recordedAt,
    })
    .execute()
}

/** Once a file of theirs came whole, what was lost before is no news. */
export async function forgetCutUploads(db: ScopedDb): Promise<void> {
  await db.sql
    .deleteFrom('source_upload')
    .where('space_id', '=', db.actor.spaceId)
    .where('recorded_by', '=', db.actor.accountId)
    .where('failure', '=', CUT)
    .execute()
}
