import type { ScopedDb } from '../../access/scope.ts'
import { type PassageRefusal, sendPassage } from '../../access/passages.ts'
import { undoPassage, type UndoRefusal } from '../../access/undo-passages.ts'
import { accept, type Result } from '../../kernel/result.ts'
import type { Presentation } from '../domain/presentation.ts'
import { publishPresentation } from '../doors.ts'
import { listOut } from '../store/passages.ts'

/** Publishes what was previewed; an earlier presentation is taken back in the same act. */
export async function publishUnion(
  db: ScopedDb,
  projection: Presentation,
  now: Date,
): Promise<Result<string, PassageRefusal | UndoRefusal>> {
  const earlier = await withdrawUnion(db, now)
  if (!earlier.ok) return earlier
  const preparedBy = db.actor.accountId
  return sendPassage(db, publishPresentation, { projection, consentIds: [], versions: {}, preparedBy, now })
}

/** Takes every presentation of this union back from the public. */
export async function withdrawUnion(db: ScopedDb, now: Date): Promise<Result<undefined, UndoRefusal>> {
  for (const out of await listOut(db, publishPresentation.name)) {
    const undone = await undoPassage(db, out.id, now)
    if (!undone.ok) return undone
  }
  return accept()
}
