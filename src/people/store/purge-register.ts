import type { ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, calendarDay } from '../../kernel/calendar-day.ts'

export type RegisterLine = {
  readonly id: string
  readonly rule: string
  readonly rows: number
  readonly keptSince: CalendarDay
  readonly purgedAt: Date
}
const MOST_LINES = 200

/** What was purged in this space, the latest first; only the administrator's circle sees any. */
export async function purgeRegister(db: ScopedDb): Promise<readonly RegisterLine[]> {
  const rows = await db.sql
    .selectFrom('purge_register')
    .select(['id', 'rule', 'rows_purged as rows', 'kept_since', 'purged_at as purgedAt'])
    .where('space_id', '=', db.actor.spaceId)
    .orderBy('purged_at', 'desc')
    .orderBy('id')
    .limit(MOST_LINES)
    .execute()
  return rows.map(({ kept_since, ...row }) => ({ ...row, keptSince: calendarDay(kept_since) }))
}
