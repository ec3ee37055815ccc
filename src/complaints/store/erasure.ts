import type { ScopedDb } from '../../access/scope.ts'

/** Removes a complaint that is nobody's file; its thread, state, deadlines, pieces, letters and codes go with it. */
export async function eraseUnnamed(db: ScopedDb, id: string): Promise<boolean> {
  const done = await db.sql
    .deleteFrom('complaint')
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .where('person_id', 'is', null)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}
