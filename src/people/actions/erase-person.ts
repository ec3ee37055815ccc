import { isIn, type ScopedDb } from '../../access/scope.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { isSameName } from '../domain/person.ts'
import { eraseFiles } from '../store/erasure.ts'
import { filesOf, findPerson, lockFiles } from '../store/people.ts'

export type ErasureRefusal = { because: 'no_such_person' | 'another_name' | 'not_yours_to_decide' }

/** Erases a person and every file joined to them, and takes back what left with their agreement. There is no undo. */
export async function erasePerson(
  db: ScopedDb,
  { id, typedName }: { id: string; typedName: string },
  now: Date,
): Promise<Result<undefined, ErasureRefusal>> {
  if (!isIn(db.actor, 'officer')) return refuse({ because: 'not_yours_to_decide' })
  await lockFiles(db, [id])
  const person = await findPerson(db, id)
  if (!person) return refuse({ because: 'no_such_person' })
  if (!isSameName(typedName, person.name)) return refuse({ because: 'another_name' })
  const files = await filesOf(db, id)
  await eraseFiles(
    db.sql,
    db.actor.spaceId,
    files.map((file) => file.id),
    now,
  )
  return accept()
}
