import type { Database } from '../db/connect.ts'
import { schemaOf, type SpaceKind } from '../db/logins.ts'

/** How many lines retention may have taken, and sealed before when. */
export type Purges = { readonly rows: number; readonly before: Date }

/** The rule under which the purge job writes its line in the register. */
export const AUDIT_RULE = 'audit_line'
const DAY = 86_400_000

/** A line is sealed a little after it was left, perhaps on the next day: hence one day more than the register says. */
export async function purgesOf(db: Database, kind: SpaceKind, space: string): Promise<Purges> {
  const { rows, kept_since } = await db
    .withSchema(schemaOf(kind))
    .selectFrom('purge_register')
    .select((e) => [
      e.fn.sum<number | null>('rows_purged').as('rows'),
      e.fn.max('kept_since').as('kept_since'),
    ])
    .where('space_id', '=', space)
    .where('rule', '=', AUDIT_RULE)
    .executeTakeFirstOrThrow()
  return { rows: rows ?? 0, before: new Date(kept_since ? Date.parse(kept_since) + DAY : 0) }
}
