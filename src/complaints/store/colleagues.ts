import { CONTENTS } from '../../access/grant.ts'
import type { ScopedDb } from '../../access/scope.ts'

/** Somebody of this space to whom a complaint can be given. */
export type Colleague = { readonly accountId: string; readonly name: string }

/** Who follows complaints in this space today, by name. */
export async function listColleagues(db: ScopedDb): Promise<readonly Colleague[]> {
  const rows = await db.sql
    .selectFrom('membership')
    .select(['account_id', 'account_name'])
    .distinct()
    .where('space_id', '=', db.actor.spaceId)
    .where('circle', 'in', CONTENTS.union)
    .where('ended_at', 'is', null)
    .execute()
  return rows
    .map((row) => ({ accountId: row.account_id, name: row.account_name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr'))
}

/** Whether a complaint can be given to this account; to nobody is always possible. */
export async function isColleague(db: ScopedDb, accountId: string | undefined): Promise<boolean> {
  return accountId === undefined || (await listColleagues(db)).some((one) => one.accountId === accountId)
}
