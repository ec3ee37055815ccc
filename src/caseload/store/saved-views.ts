import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import type { SavedView } from '../domain/saved-view.ts'

const own = (db: ScopedDb) =>
  db.sql
    .selectFrom('saved_view')
    .select(['id', 'name', 'query'])
    .where('space_id', '=', db.actor.spaceId)
    .where('account_id', '=', db.actor.accountId)

/** The views of whoever asks, by name. */
export const listViews = (db: ScopedDb): Promise<readonly SavedView[]> =>
  own(db)
    .orderBy(sql`name collate "fr-x-icu"`)
    .execute()

export const findView = (db: ScopedDb, id: string): Promise<SavedView | undefined> =>
  own(db).where('id', '=', id).executeTakeFirst()

export async function isNameTaken(db: ScopedDb, name: string, except?: string): Promise<boolean> {
  const found = await own(db).where('name', '=', name).executeTakeFirst()
  return found !== undefined && found.id !== except
}

export async function insertView(db: ScopedDb, view: SavedView): Promise<void> {
  await db.sql
    .insertInto('saved_view')
    .values({ space_id: db.actor.spaceId, account_id: db.actor.accountId, ...view })
    .execute()
}

export async function renameView(db: ScopedDb, id: string, name: string): Promise<void> {
  await db.sql
    .updateTable('saved_view')
    .set({ name })
    .where('space_id', '=', db.actor.spaceId)
    .where('account_id', '=', db.actor.accountId)
    .where('id', '=', id)
    .execute()
}

export async function removeView(db: ScopedDb, id: string): Promise<void> {
  await db.sql
    .deleteFrom('saved_view')
    .where('space_id', '=', db.actor.spaceId)
    .where('account_id', '=', db.actor.accountId)
    .where('id', '=', id)
    .execute()
}
