import * as v from 'valibot'
import type { ScopedDb } from '../../access/scope.ts'
import type { Merger } from '../domain/merging.ts'

const Moved = v.object({ repointed: v.array(v.string()) })
type Row = {
  id: string
  kept_id: string
  merged_id: string
  moved: unknown
  undone_at: Date | null
  merged_at: Date
}
export type DatedMerger = Merger & { readonly mergedAt: Date }

const mergerOf = (row: Row): DatedMerger => ({
  id: row.id,
  keptId: row.kept_id,
  mergedId: row.merged_id,
  repointed: v.parse(Moved, row.moved).repointed,
  undone: row.undone_at !== null,
  mergedAt: row.merged_at,
})

/** What was joined to this person and may be separated again, the latest first. Only circles that join see any. */
export async function mergersOf(db: ScopedDb, personId: string): Promise<readonly DatedMerger[]> {
  const rows = await db.sql
    .selectFrom('merger')
    .select(['id', 'kept_id', 'merged_id', 'moved', 'undone_at', 'merged_at'])
    .where('space_id', '=', db.actor.spaceId)
    .where('table_name', '=', 'person')
    .where('kept_id', '=', personId)
    .orderBy('merged_at', 'desc')
    .execute()
  return rows.map(mergerOf)
}

export async function insertMerger(db: ScopedDb, m: Omit<Merger, 'undone'>, now: Date): Promise<void> {
  await db.sql
    .insertInto('merger')
    .values({
      space_id: db.actor.spaceId,
      id: m.id,
      table_name: 'person',
      kept_id: m.keptId,
      merged_id: m.mergedId,
      moved: JSON.stringify({ repointed: m.repointed }),
      merged_by: db.actor.accountId,
      merged_at: now,
    })
    .execute()
}

export async function markUndone(db: ScopedDb, id: string, now: Date): Promise<void> {
  await db.sql
    .updateTable('merger')
    .set({ undone_at: now })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .execute()
}
