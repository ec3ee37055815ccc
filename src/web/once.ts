import { type Actor, inScope, type ScopedDb } from '../access/scope.ts'
import type { Logins } from '../db/connect.ts'
import type { Refusal, Result } from '../kernel/result.ts'
import { accept } from '../kernel/result.ts'

/** Carries a refusal out of a transaction so that everything in it is rolled back. */
class RolledBack extends Error {
  readonly result: Result<string, Refusal>
  constructor(result: Result<string, Refusal>) {
    super('refused')
    this.result = result
  }
}

/**
 * Does `work` once per form token, in one transaction. The receipt is written first: a second sending, even at the
 * same instant, waits for the first and answers with its path.
 */
export async function onceInScope<R extends Refusal>(
  logins: Logins,
  actor: Actor,
  receiptId: string,
  now: Date,
  work: (db: ScopedDb) => Promise<Result<string, R>>,
): Promise<Result<string, R>> {
  try {
    return await inScope(logins, actor, async (db) => {
      const earlier = await takeReceipt(db, receiptId, now)
      if (earlier !== undefined) return accept(earlier)
      const result = await work(db)
      if (!result.ok) throw new RolledBack(result)
      await db.sql
        .updateTable('form_receipt')
        .set({ answer_path: result.value })
        .where('space_id', '=', actor.spaceId)
        .where('id', '=', receiptId)
        .execute()
      return result
    })
  } catch (error) {
    if (error instanceof RolledBack) return error.result as Result<string, R>
    throw error
  }
}

/** Undefined when the receipt is new; the path the first sending led to when it is not. */
async function takeReceipt(db: ScopedDb, id: string, now: Date): Promise<string | undefined> {
  const { spaceId, accountId } = db.actor
  const taken = await db.sql
    .insertInto('form_receipt')
    .values({ space_id: spaceId, id, account_id: accountId, answer_path: '/', received_at: now })
    .onConflict((oc) => oc.columns(['space_id', 'id']).doNothing())
    .executeTakeFirst()
  if (taken.numInsertedOrUpdatedRows === 1n) return undefined
  const earlier = await db.sql
    .selectFrom('form_receipt')
    .select('answer_path')
    .where('space_id', '=', spaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return earlier?.answer_path ?? '/'
}
