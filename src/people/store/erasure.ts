import type { Kysely } from 'kysely'
import { undoReliantPassagesOf } from '../../access/undo-passages.ts'
import type { Tables } from '../../db/tables.ts'

/**
 * Removes these files, where they lived, what they agreed to, and takes back what left with their agreement. Their homes
 * stay. Works for a scope of the space and for the job that purges: row-level security says what each may.
 */
export async function eraseFiles(
  sql: Kysely<Tables>,
  spaceId: string,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  if (ids.length === 0) return
  const tables = sql.withSchema('union_space')
  const consents = await tables
    .deleteFrom('consent')
    .where('space_id', '=', spaceId)
    .where('person_id', 'in', ids)
    .returning('id')
    .execute()
  for (const { id } of consents) await undoReliantPassagesOf(sql, spaceId, id, now)
  await tables.deleteFrom('occupancy').where('space_id', '=', spaceId).where('person_id', 'in', ids).execute()
  await tables
    .deleteFrom('merger')
    .where('space_id', '=', spaceId)
    .where((e) => e.or([e('kept_id', 'in', ids), e('merged_id', 'in', ids)]))
    .execute()
  await tables.deleteFrom('person').where('space_id', '=', spaceId).where('id', 'in', ids).execute()
}
