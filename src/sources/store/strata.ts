import type { ScopedDb } from '../../access/scope.ts'

/** A place and a category of a source, under a number that does not change from one vintage to the next. */
export type Stratum = { readonly id: number; readonly place: string; readonly category: string }

export async function listStrata(db: ScopedDb, sourceId: string): Promise<readonly Stratum[]> {
  const rows = await db.sql
    .selectFrom('source_stratum')
    .select(['stratum_id', 'place', 'category'])
    .where('space_id', '=', db.actor.spaceId)
    .where('source_id', '=', sourceId)
    .orderBy('stratum_id')
    .execute()
  return rows.map((row) => ({ id: row.stratum_id, place: row.place, category: row.category }))
}
