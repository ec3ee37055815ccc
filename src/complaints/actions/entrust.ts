import type { ScopedDb } from '../../access/scope.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { isColleague } from '../store/colleagues.ts'
import { type Care, findComplaint, type PlacedComplaint, writeCare } from '../store/complaints.ts'

export type CareRefusal =
  | { readonly because: 'no_such_complaint' | 'no_such_colleague' }
  | { readonly because: 'written_meanwhile'; readonly current: PlacedComplaint }

/** Gives a complaint to somebody, or a day to come back to it; when somebody wrote since, tells what stands now. */
export async function entrust(
  db: ScopedDb,
  read: { readonly id: string; readonly version: number },
  care: Care,
): Promise<Result<undefined, CareRefusal>> {
  const current = await findComplaint(db, read.id)
  if (!current) return refuse({ because: 'no_such_complaint' })
  const isKept = care.assignedTo === current.assignedTo
  if (!isKept && !(await isColleague(db, care.assignedTo))) return refuse({ because: 'no_such_colleague' })
  if (await writeCare(db, read.id, read.version, care)) return accept()
  return refuse({ because: 'written_meanwhile', current: (await findComplaint(db, read.id)) ?? current })
}
