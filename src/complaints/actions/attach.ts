import { isIn, noteLine, type ScopedDb, type ThreadDb } from '../../access/scope.ts'
import type { Secrets } from '../../access/secrets.ts'
import { cleanUpload } from '../../documents/clean-upload.ts'
import { type CleanFile, MOST_BYTES, type UploadRefusal } from '../../documents/upload.ts'
import { newId } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import {
  type Attachment,
  emptyAttachment,
  findSealed,
  insertAttachment,
  isInThread,
} from '../store/attachments.ts'

export const MOST_FILES = 5
const PURPOSE = 'attachment'
/** Bytes open only in the row they were sealed for. */
const rowOf = (spaceId: string, id: string): string => `${spaceId}/${id}`

export type FilesRefusal =
  | { readonly because: 'too_many_files' }
  /** `nth` from 1, in the order they were chosen. */
  | (UploadRefusal & { readonly nth: number; readonly of: number })

/** Cleans what was chosen, all or none: before the transaction, which waits for nobody. */
export async function cleanFiles(
  files: readonly File[],
): Promise<Result<readonly CleanFile[], FilesRefusal>> {
  if (files.length > MOST_FILES) return refuse({ because: 'too_many_files' })
  const clean: CleanFile[] = []
  for (const [i, file] of files.entries()) {
    const result = await cleanFile(file)
    if (!result.ok) return refuse({ ...result.refusal, nth: i + 1, of: files.length })
    clean.push(result.value)
  }
  return accept(clean)
}

async function cleanFile(file: File): Promise<Result<CleanFile, UploadRefusal>> {
  if (file.size > MOST_BYTES) return refuse({ because: 'too_large' })
  return cleanUpload(new Uint8Array(await file.arrayBuffer()))
}

export type Attached = {
  readonly complaintId: string
  readonly eventId: string
  readonly files: readonly CleanFile[]
  /** What the person says they show; the names of the files are never kept. */
  readonly label: string
}
export type AttachRefusal = { readonly because: 'no_such_event' }

/** Puts clean files beside a line of a thread, sealed, in the transaction of that line. @returns their ids. */
export async function attachFiles(
  db: ThreadDb,
  { complaintId, eventId, files, label }: Attached,
  { now, secrets }: { readonly now: Date; readonly secrets: Secrets },
): Promise<Result<readonly string[], AttachRefusal>> {
  if (files.length === 0) return accept([])
  if (!(await isInThread(db, complaintId, eventId))) return refuse({ because: 'no_such_event' })
  const ids: string[] = []
  for (const { mediaType, bytes, sha256 } of files) {
    const id = newId<'attachment'>(now)
    const sealed = secrets.sealBytes(PURPOSE, rowOf(db.actor.spaceId, id), bytes)
    const byWhom = 'accountId' in db.actor ? { addedBy: db.actor.accountId } : {}
    const about = { id, complaintId, eventId, mediaType, byteCount: bytes.length, sha256, label, ...byWhom }
    await insertAttachment(db, { ...about, addedAt: now, sealed })
    ids.push(id)
  }
  return accept(ids)
}

export type OpenedAttachment = Attachment & { readonly bytes: Buffer }

/**
 * Opens one attachment and leaves a line saying that it was read. Undefined when it is not there, or was removed.
 * @throws when its bytes were altered or come from another row.
 */
export async function openAttachment(
  db: ScopedDb,
  { complaintId, id }: { readonly complaintId: string; readonly id: string },
  secrets: Secrets,
): Promise<OpenedAttachment | undefined> {
  const found = await findSealed(db, complaintId, id)
  if (!found) return undefined
  const { sealed, ...attachment } = found
  const bytes = secrets.openBytes(PURPOSE, rowOf(db.actor.spaceId, id), sealed)
  await noteLine(db, 'read', 'attachment', id)
  return { ...attachment, bytes }
}

export type RemovalRefusal = { readonly because: 'not_yours_to_decide' | 'no_such_attachment' }

/** Removes an attachment for good: the bytes go, the thread still says that there was one. */
export async function removeAttachment(
  db: ScopedDb,
  { complaintId, id }: { readonly complaintId: string; readonly id: string },
  now: Date,
): Promise<Result<undefined, RemovalRefusal>> {
  if (!mayRemove(db)) return refuse({ because: 'not_yours_to_decide' })
  const done = await emptyAttachment(db, complaintId, id, now)
  return done ? accept() : refuse({ because: 'no_such_attachment' })
}

export const mayRemove = ({ actor }: Pick<ScopedDb, 'actor'>): boolean => isIn(actor, 'organiser', 'officer')
