import { isOfMember, type ScopedDb, type ThreadDb } from '../../access/scope.ts'
import { charterRulesFor, type DeadlineRule } from '../../deadlines/public.ts'
import { findEstate } from '../../places/public.ts'
import type { ThreadSubject } from '../domain/complaint.ts'
import { type ComplaintDeadline, deadlinesOf, nextDueOn } from '../domain/complaint-deadlines.ts'
import type { ThreadEvent } from '../domain/event.ts'
import { foldThread } from '../domain/fold.ts'
import { waitCells } from '../domain/wait-cells.ts'
import { readDeadlines, writeDeadlines } from '../store/deadlines.ts'
import { stateRow, writeState } from '../store/states.ts'

/** Writes what the thread says now, its deadlines included, in the transaction of the line that changed it. */
export async function keepState(
  db: ThreadDb,
  complaint: ThreadSubject,
  thread: readonly ThreadEvent[],
  now: Date,
): Promise<void> {
  const deadlines = await currentDeadlines(db, complaint, thread)
  await writeDeadlines(db, complaint.id, deadlines, now)
  const cells = waitCells(thread)
  await writeState(db, stateRow(db.actor.spaceId, complaint, foldThread(thread), nextDueOn(deadlines), cells))
}

async function currentDeadlines(
  db: ThreadDb,
  { id, problemCode, holidayZone, estateId }: ThreadSubject,
  thread: readonly ThreadEvent[],
): Promise<readonly ComplaintDeadline[]> {
  const copied = await readDeadlines(db, id)
  const charter = isOfMember(db) ? await charterOfEstate(db, estateId) : [] // a household's own words start no charter
  return deadlinesOf({ thread, problemCode, zone: holidayZone, charter, copied })
}

async function charterOfEstate(db: ScopedDb, estateId: string): Promise<readonly DeadlineRule[]> {
  const estate = await findEstate(db, estateId)
  return estate ? charterRulesFor(db, estate.landlord.id) : []
}
