import type { Logins } from '../../db/connect.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { keptSince } from '../domain/retention.ts'
import { RETENTION_RULES } from '../domain/retention-rules.fr.ts'
import { isOfKeyring, purgeKeyring, purgeTable, writeRegister } from '../store/purge.ts'

export type RowsPurged = Readonly<Record<string, number>>

/**
 * Applies every rule that has a length, each in a transaction of its own with its lines of the register: a register
 * without its purge, or a purge without its register, would make the audit trail say that somebody cheated.
 */
export async function purgeWhatIsKeptNoLonger(
  logins: Logins,
  now: Date,
  today: CalendarDay,
): Promise<RowsPurged> {
  const counts: Record<string, number> = {}
  for (const { table, keptFor } of RETENTION_RULES) {
    const since = keptSince(keptFor, today)
    if (!since) continue
    counts[table] = await logins.system.transaction().execute(async (db) => {
      if (isOfKeyring(table)) return purgeKeyring(db, table, since)
      const purged = await purgeTable(db, table, since, now)
      await writeRegister(db, purged, since, now)
      return purged.reduce((sum, { rows }) => sum + rows, 0)
    })
  }
  return counts
}
