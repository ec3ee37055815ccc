import { isIn, type ScopedDb } from '../../access/scope.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { findComplaint } from '../store/complaints.ts'
import { eraseUnnamed } from '../store/erasure.ts'

export type ErasureRefusal = {
  readonly because: 'no_such_complaint' | 'somebodys' | 'not_yours_to_decide'
}

/** Erases a complaint that no person's file holds. One that somebody told is erased with that person. There is no undo. */
export async function eraseComplaint(db: ScopedDb, id: string): Promise<Result<undefined, ErasureRefusal>> {
  if (!isIn(db.actor, 'officer')) return refuse({ because: 'not_yours_to_decide' })
  const complaint = await findComplaint(db, id)
  if (!complaint) return refuse({ because: 'no_such_complaint' })
  if (!(await eraseUnnamed(db, id))) return refuse({ because: 'somebodys' })
  return accept()
}
