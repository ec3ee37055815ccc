import type { ScopedDb } from '../../access/scope.ts'
import type { Complaint } from '../domain/complaint.ts'
import { type ComplaintDeadline, deadlinesOf, nextDueOn } from '../domain/complaint-deadlines.ts'
import type { ThreadEvent } from '../domain/event.ts'
import { foldThread } from '../domain/fold.ts'
import { readDeadlines, writeDeadlines } from '../store/deadlines.ts'
import { stateRow, writeState } from '../store/states.ts'

/** Writes what the thread says now, its deadlines included, in the transaction of the line that changed it. */
export async function keepState(
  db: ScopedDb,
  complaint: Complaint,
  thread: readonly ThreadEvent[],
  now: Date,
): Promise<void> {
  const deadlines = await currentDeadlines(db, complaint, thread)
  await writeDeadlines(db, complaint.id, deadlines, now)
  await writeState(db, stateRow(db.actor.spaceId, complaint, foldThread(thread), nextDueOn(deadlines)))
}

async function currentDeadlines(
  db: ScopedDb,
  { id, problemCode, holidayZone }: Complaint,
  thread: readonly ThreadEvent[],
): Promise<readonly ComplaintDeadline[]> {
  const copied = await readDeadlines(db, id)
  return deadlinesOf({ thread, problemCode, zone: holidayZone, charter: [], copied })
}
