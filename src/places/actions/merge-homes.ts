import type { ScopedDb } from '../../access/scope.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import {
  findMerger,
  lockHomes,
  moveBack,
  moveInto,
  noteMerger,
  noteUndone,
  setMergedInto,
} from '../store/mergers.ts'

/** The circles that may say that two homes are one, and take it back (access/grants-of-unions.ts). */
export const MERGERS = ['organiser', 'officer'] as const

export type MergeRefusal = { readonly because: 'same_home' | 'unknown_home' | 'merged_already' }
export type UndoRefusal = { readonly because: 'unknown_merger' | 'kept_is_merged' }

type Wanted = { readonly keptId: string; readonly mergedId: string; readonly now: Date }

/** Two rows turn out to be one home: who lives there follows, the other hides and its id still answers. */
export async function mergeHomes(
  db: ScopedDb,
  { keptId, mergedId, now }: Wanted,
): Promise<Result<string, MergeRefusal>> {
  if (keptId === mergedId) return refuse({ because: 'same_home' })
  const states = await lockHomes(db, [keptId, mergedId])
  if (states.size < 2) return refuse({ because: 'unknown_home' })
  if ([...states.values()].some((into) => into !== null)) return refuse({ because: 'merged_already' })
  const moved = await moveInto(db, mergedId, keptId)
  await setMergedInto(db, mergedId, keptId)
  return accept(await noteMerger(db, { keptId, mergedId, moved, mergedAt: now }))
}

type Undo = { readonly mergerId: string; readonly keptId: string; readonly now: Date }

/** Puts back what the merge into this home moved, and what has not moved again since. */
export async function undoMerge(
  db: ScopedDb,
  { mergerId, keptId, now }: Undo,
): Promise<Result<string, UndoRefusal>> {
  const merger = await findMerger(db, mergerId)
  if (!merger || merger.keptId !== keptId) return refuse({ because: 'unknown_merger' })
  const states = await lockHomes(db, [merger.keptId, merger.mergedId])
  // The home it went into was itself merged later: that one is undone first, or this one would lead nowhere.
  if (states.get(merger.keptId) !== null) return refuse({ because: 'kept_is_merged' })
  await moveBack(db, merger)
  await setMergedInto(db, merger.mergedId, null)
  await noteUndone(db, merger.id, now)
  return accept(merger.mergedId)
}
