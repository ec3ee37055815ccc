import type { ScopedDb } from '../../access/scope.ts'
import { newId } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { mayUndo, type MergeRefusal, planMerge, type UndoRefusal } from '../domain/merging.ts'
import { insertMerger, markUndone, mergersOf } from '../store/mergers.ts'
import { lockFiles, pointAt } from '../store/people.ts'

/** Joins two files of one human: the second points at the first, and so do those that pointed at the second. */
export async function joinPeople(
  db: ScopedDb,
  { keptId, mergedId }: { keptId: string; mergedId: string },
  now: Date,
): Promise<Result<undefined, MergeRefusal>> {
  const files = await lockFiles(db, [keptId, mergedId])
  const plan = planMerge(files, keptId, mergedId)
  if (!plan.ok) return plan
  const { repointed } = plan.value
  await insertMerger(db, { id: newId(now), keptId, mergedId, repointed }, now)
  await pointAt(db, [mergedId, ...repointed], keptId)
  return accept()
}

export type SeparateRefusal = UndoRefusal | { because: 'no_such_merger' }

/** Takes a joining back: every file is again what it was. */
export async function separatePeople(
  db: ScopedDb,
  { keptId, mergerId }: { keptId: string; mergerId: string },
  now: Date,
): Promise<Result<undefined, SeparateRefusal>> {
  const files = await lockFiles(db, [keptId])
  const merger = (await mergersOf(db, keptId)).find((m) => m.id === mergerId)
  if (!merger) return refuse({ because: 'no_such_merger' })
  const allowed = mayUndo(files, merger)
  if (!allowed.ok) return allowed
  await pointAt(db, merger.repointed, merger.mergedId)
  await pointAt(db, [merger.mergedId], null)
  await markUndone(db, mergerId, now)
  return accept()
}
