import type { ScopedDb } from '../../access/scope.ts'
import { type NewUpload, type Upload, UPLOAD_STATES, type UploadState } from '../domain/upload.ts'

const select = (db: ScopedDb) =>
  db.sql.selectFrom('source_upload').selectAll().where('space_id', '=', db.actor.spaceId)

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

function stateOf(word: string): UploadState {
  const state = UPLOAD_STATES.find((known) => known === word)
  if (!state) throw new Error(`an upload is in no known state: ${word}`)
  return state
}

const uploadOf = (row: Row): Upload => ({
  id: row.id,
  sourceId: row.source_id,
  fileName: row.file_name,
  sha256: row.sha256,
  bytes: row.bytes,
  storageKey: row.storage_key,
  state: stateOf(row.state),
  rowsRead: row.rows_read,
  rowsTotal: row.rows_total,
  stopAsked: row.stop_asked,
  failure: row.failure,
  facts: row.facts,
  heartbeatAt: row.heartbeat_at,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
})

export async function insertUpload(db: ScopedDb, upload: NewUpload, now: Date): Promise<void> {
  await db.sql
    .insertInto('source_upload')
    .values({
      space_id: db.actor.spaceId,
      id: upload.id,
      source_id: upload.sourceId,
      file_name: upload.fileName,
      sha256: upload.sha256,
      bytes: upload.bytes,
      storage_key: upload.storageKey,
      state: 'received',
      recorded_by: db.actor.accountId,
      recorded_at: now,
    })
    .execute()
}

/** Of one source, or of none yet; the last first. */
export async function listUploads(db: ScopedDb, sourceId: string | null): Promise<readonly Upload[]> {
  const rows = await select(db)
    .where('source_id', sourceId === null ? 'is' : '=', sourceId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(uploadOf)
}

const change = (db: ScopedDb, id: string) =>
  db.sql.updateTable('source_upload').where('space_id', '=', db.actor.spaceId).where('id', '=', id)

/** Keeps what was found of the file and chosen for it, before it is read. */
export const updateUploadFacts = async (db: ScopedDb, id: string, facts: unknown): Promise<void> =>
  void (await change(db, id)
    .set({ facts: JSON.stringify(facts) })
    .execute())

/** Takes an upload to read it. @returns false when somebody reads it already, or it is done. */
export async function startReading(db: ScopedDb, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await change(db, id)
    .set({
      state: 'reading',
      stop_asked: false,
      failure: null,
      rows_read: 0,
      rows_total: null,
      heartbeat_at: now,
    })
    .where('state', 'in', ['received', 'stopped', 'failed'])
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Says how far the reading is. @returns whether somebody asked it to stop. */
export async function beat(
  db: ScopedDb,
  id: string,
  progress: { readonly rowsRead: number; readonly rowsTotal: number | null },
  now: Date,
): Promise<boolean> {
  const row = await change(db, id)
    .set({ rows_read: progress.rowsRead, rows_total: progress.rowsTotal, heartbeat_at: now })
    .returning('stop_asked')
    .executeTakeFirst()
  return row?.stop_asked ?? true
}

export const askToStop = async (db: ScopedDb, id: string): Promise<void> =>
  void (await change(db, id).set({ stop_asked: true }).where('state', '=', 'reading').execute())

export const endReading = async (
  db: ScopedDb,
  id: string,
  state: 'done' | 'stopped' | 'failed',
  failure: string | null,
  now: Date,
): Promise<void> => void (await change(db, id).set({ state, failure, heartbeat_at: now }).execute())

export const deleteUpload = async (db: ScopedDb, id: string): Promise<void> =>
  void (await db.sql
    .deleteFrom('source_upload')
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .execute())
