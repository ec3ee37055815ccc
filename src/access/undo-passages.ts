import { type Kysely, sql } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { newId } from '../kernel/ids.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { DECIDERS } from './circles.ts'
import { isIn, type ScopedDb } from './scope.ts'

export type UndoRefusal = { readonly because: 'not_yours_to_decide' | 'unknown_passage' | 'already_undone' }

/** Undoing is a second passage: both stay written, and the receiving side is emptied. */
export async function undoPassage(
  db: ScopedDb,
  passageId: string,
  now: Date,
): Promise<Result<string, UndoRefusal>> {
  const { spaceId, accountId, kind } = db.actor
  if (!isIn(db.actor, DECIDERS[kind])) return refuse({ because: 'not_yours_to_decide' })
  const first = await db.sql
    .selectFrom('passage')
    .select(['door', 'to_kind', 'to_institution_id'])
    .where('space_id', '=', spaceId)
    .where('id', '=', passageId)
    .where('undoes', 'is', null)
    .executeTakeFirst()
  if (!first) return refuse({ because: 'unknown_passage' })
  const id = newId(now)
  const by = { prepared_by: accountId, decided_by: accountId, sent_at: now }
  const written = await db.sql
    .insertInto('passage')
    .values({ ...first, ...by, space_id: spaceId, id, projection: '{}', undoes: passageId })
    .onConflict((c) => c.columns(['space_id', 'undoes']).doNothing())
    .executeTakeFirst()
  return written.numInsertedOrUpdatedRows === 1n ? accept(id) : refuse({ because: 'already_undone' })
}

/**
 * A consent was withdrawn, or erased with its person: what relied on it is undone and its contents are emptied, also
 * when whoever wrote the withdrawal decides of nothing else. Call it in the withdrawal's own transaction, after it.
 */
export const undoReliantPassages = (db: ScopedDb, consentId: string, now: Date): Promise<number> =>
  undoReliantPassagesOf(db.sql, db.actor.spaceId, consentId, now)

/** The same for a job, which has no scope. @param db the login `system`. */
export async function undoReliantPassagesOf(
  db: Kysely<Tables>,
  spaceId: string,
  consentId: string,
  now: Date,
): Promise<number> {
  const { rows } = await sql<{ undone: number }>`
    select union_space.undo_passages_relying_on(${spaceId}, ${consentId}, ${now}) as undone`.execute(db)
  return rows[0]?.undone ?? 0
}
