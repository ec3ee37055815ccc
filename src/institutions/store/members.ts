import type { ScopedDb } from '../../access/scope.ts'
import { newId } from '../../kernel/ids.ts'

export type MembershipRow = {
  readonly id: string
  readonly account_id: string
  readonly account_name: string
  readonly account_email: string
  readonly circle: string
  readonly since: Date
  readonly invited_by: string | null
}

/** Everybody who is in the space at this moment, one row per circle, by name. */
export function listMemberships(db: ScopedDb): Promise<MembershipRow[]> {
  return db.sql
    .selectFrom('membership')
    .select(['id', 'account_id', 'account_name', 'account_email', 'circle', 'since', 'invited_by'])
    .where('space_id', '=', db.actor.spaceId)
    .where('ended_at', 'is', null)
    .orderBy('account_name')
    .orderBy('account_id')
    .orderBy('since')
    .execute()
}

/** One person's circles; empty for somebody who is not in this space. */
export async function membershipsOf(db: ScopedDb, accountId: string): Promise<MembershipRow[]> {
  return (await listMemberships(db)).filter((m) => m.account_id === accountId)
}

/** The names of everybody who is or was in the space, by account. */
export async function namesOfAccounts(db: ScopedDb): Promise<ReadonlyMap<string, string>> {
  const rows = await db.sql
    .selectFrom('membership')
    .select(['account_id', 'account_name'])
    .where('space_id', '=', db.actor.spaceId)
    .orderBy('since')
    .execute()
  return new Map(rows.map((r) => [r.account_id, r.account_name]))
}

/**
 * The administrators of this instant, held until the transaction ends: two departures at once wait for one another,
 * and the second one counts again.
 */
export async function holdAdministrators(db: ScopedDb): Promise<string[]> {
  const rows = await db.sql
    .selectFrom('membership')
    .select('account_id')
    .where('space_id', '=', db.actor.spaceId)
    .where('circle', '=', 'administrator')
    .where('ended_at', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((r) => r.account_id)
}

type NewMembership = Pick<MembershipRow, 'account_id' | 'account_name' | 'account_email'> & { circle: string }

export async function addMembership(db: ScopedDb, member: NewMembership, now: Date): Promise<void> {
  const { account_id, account_name, account_email, circle } = member
  const { spaceId, accountId } = db.actor
  await db.sql
    .insertInto('membership')
    .values({
      space_id: spaceId,
      id: newId(now),
      account_id,
      account_name,
      account_email,
      circle,
      since: now,
      invited_by: accountId,
    })
    .execute()
}

/** Ends these circles of one person; the rows stay, with the day and who ended them. Says how many were open. */
export async function endMemberships(
  db: ScopedDb,
  accountId: string,
  circles: readonly string[],
  now: Date,
): Promise<number> {
  if (circles.length === 0) return 0
  const done = await db.sql
    .updateTable('membership')
    .set({ ended_at: now, ended_by: db.actor.accountId })
    .where('space_id', '=', db.actor.spaceId)
    .where('account_id', '=', accountId)
    .where('circle', 'in', circles)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}
