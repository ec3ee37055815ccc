import type { ScopedDb } from '../../access/scope.ts'
import type { Complaint } from '../domain/complaint.ts'
import type { ThreadEvent } from '../domain/event.ts'
import { foldThread } from '../domain/fold.ts'
import { stateRow, writeState } from '../store/states.ts'

/** Writes what the thread says now, in the transaction of the line that changed it. */
export async function keepState(
  db: ScopedDb,
  complaint: Complaint,
  thread: readonly ThreadEvent[],
): Promise<void> {
  await writeState(db, stateRow(db.actor.spaceId, complaint, foldThread(thread), undefined))
}
