import type { ScopedDb, ThreadDb } from '../../access/scope.ts'
import { MEDIA_TYPES, type MediaType } from '../../documents/upload.ts'

/** A photo or a PDF beside a line of a thread, without its bytes. */
export type Attachment = {
  readonly id: string
  readonly complaintId: string
  readonly eventId: string
  readonly mediaType: MediaType
  readonly byteCount: number
  readonly sha256: Uint8Array
  readonly label: string
  /** Nobody's when the household added it by its code. */
  readonly addedBy?: string
  readonly addedAt: Date
  readonly removedAt?: Date
}

const COLUMNS = [
  'id',
  'complaint_id',
  'event_id',
  'media_type',
  'byte_count',
  'sha256',
  'label',
  'added_by',
  'added_at',
  'removed_at',
] as const

const selected = (db: ThreadDb, complaintId: string) =>
  db.sql
    .selectFrom('attachment')
    .where('space_id', '=', db.actor.spaceId)
    .where('complaint_id', '=', complaintId)

type Row = Awaited<ReturnType<typeof rowsOf>>[number]
const rowsOf = (db: ThreadDb, complaintId: string) =>
  selected(db, complaintId).select(COLUMNS).orderBy('added_at').orderBy('id').execute()

function attachmentOf(row: Row): Attachment {
  const mediaType = MEDIA_TYPES.find((type) => type === row.media_type)
  if (!mediaType) throw new Error(`an attachment is a « ${row.media_type} »`)
  return {
    id: row.id,
    complaintId: row.complaint_id,
    eventId: row.event_id,
    mediaType,
    byteCount: row.byte_count,
    sha256: row.sha256,
    label: row.label,
    ...(row.added_by === null ? {} : { addedBy: row.added_by }),
    addedAt: row.added_at,
    ...(row.removed_at === null ? {} : { removedAt: row.removed_at }),
  }
}

/** Those of a whole thread, as they were added; those that were removed are among them. */
export async function attachmentsOf(db: ThreadDb, complaintId: string): Promise<readonly Attachment[]> {
  return (await rowsOf(db, complaintId)).map(attachmentOf)
}

/** One of them with its sealed bytes; nothing when it was removed. */
export async function findSealed(
  db: ThreadDb,
  complaintId: string,
  id: string,
): Promise<(Attachment & { readonly sealed: Buffer }) | undefined> {
  const row = await selected(db, complaintId)
    .where('id', '=', id)
    .select([...COLUMNS, 'sealed'])
    .executeTakeFirst()
  return row?.sealed ? { ...attachmentOf(row), sealed: row.sealed } : undefined
}

export async function insertAttachment(
  db: ThreadDb,
  { sealed, ...attachment }: Omit<Attachment, 'removedAt'> & { readonly sealed: Buffer },
): Promise<void> {
  await db.sql
    .insertInto('attachment')
    .values({
      space_id: db.actor.spaceId,
      id: attachment.id,
      complaint_id: attachment.complaintId,
      event_id: attachment.eventId,
      media_type: attachment.mediaType,
      byte_count: attachment.byteCount,
      sha256: Buffer.from(attachment.sha256),
      sealed,
      label: attachment.label,
      added_by: attachment.addedBy ?? null,
      added_at: attachment.addedAt,
    })
    .execute()
}

/** Empties it: its words and its bytes go, the line that says that it was there stays. False when there is none. */
export async function emptyAttachment(
  db: ScopedDb,
  complaintId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const done = await db.sql
    .updateTable('attachment')
    .set({ sealed: null, label: '', removed_at: now })
    .where('space_id', '=', db.actor.spaceId)
    .where('complaint_id', '=', complaintId)
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Whether this line is in this thread. */
export async function isInThread(db: ThreadDb, complaintId: string, eventId: string): Promise<boolean> {
  const row = await db.sql
    .selectFrom('complaint_event')
    .select('id')
    .where('space_id', '=', db.actor.spaceId)
    .where('complaint_id', '=', complaintId)
    .where('id', '=', eventId)
    .executeTakeFirst()
  return row !== undefined
}
