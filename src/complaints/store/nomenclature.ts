import type { ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, parseCalendarDay } from '../../kernel/calendar-day.ts'
import type { Subject } from '../domain/complaint.ts'

/** The family and problem of a code; a family's own code says no more than the family. */
export async function subjectOf(
  db: ScopedDb,
  code: string,
): Promise<(Subject & { readonly retiredOn?: CalendarDay }) | undefined> {
  const row = await db.sql.selectFrom('nomenclature').selectAll().where('code', '=', code).executeTakeFirst()
  if (!row) return undefined
  const retiredOn = parseCalendarDay(row.retired_on ?? '')
  return { familyCode: row.parent_code ?? row.code, problemCode: row.code, ...(retiredOn && { retiredOn }) }
}

export type Family = {
  readonly code: string
  readonly label: string
  readonly problems: readonly { readonly code: string; readonly label: string }[]
}

/** What can be chosen today, in the order it was written: families, each with its problems. */
export async function listFamilies(db: ScopedDb, today: CalendarDay): Promise<readonly Family[]> {
  const rows = await db.sql
    .selectFrom('nomenclature')
    .selectAll()
    .where((where) => where.or([where('retired_on', 'is', null), where('retired_on', '>', today)]))
    .execute()
  return rows
    .filter((row) => row.parent_code === null)
    .map(({ code, label }) => ({
      code,
      label,
      problems: rows
        .filter((row) => row.parent_code === code)
        .map((row) => ({ code: row.code, label: row.label })),
    }))
}
