import { noteLine, type ScopedDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { writeTable } from '../../places/domain/csv-text.ts'
import { AS_OF, CODEBOOK, METHOD, VALUES } from '../domain/export-codebook.fr.ts'
import { queryOf } from '../domain/list-address.fr.ts'
import type { ListFilter } from '../domain/list-filter.ts'
import { EXPORTED, type ExportedColumn, type ExportedRow, exportRows } from '../store/exported.ts'

/** A list taken out leaves a line: who, when, never what was in it. */
async function collect(
  db: ScopedDb,
  filter: ListFilter,
  today: CalendarDay,
): Promise<readonly ExportedRow[]> {
  await noteLine(db, 'export', 'complaint_state', db.actor.spaceId)
  const rows: ExportedRow[] = []
  for await (const batch of exportRows(db, filter, today)) rows.push(...batch)
  return rows
}

const nameOf = (column: ExportedColumn): string => CODEBOOK[column]?.name ?? column
const textOf = (column: ExportedColumn, value: ExportedRow[ExportedColumn]): string => {
  const text = value === null ? '' : String(value)
  return VALUES[column]?.[text] ?? text
}

/** For a spreadsheet: UTF-8 with its mark, `;`, nothing that it could run. */
export async function exportCsv(db: ScopedDb, filter: ListFilter, today: CalendarDay): Promise<string> {
  const rows = await collect(db, filter, today)
  const header = [...EXPORTED.map(nameOf), ...AS_OF.map(({ name }) => name)]
  return writeTable([
    header,
    ...rows.map((row) => [...EXPORTED.map((column) => textOf(column, row[column])), today, METHOD]),
  ])
}

/** The same for a program, with what was asked, when, and how days are counted. */
export async function exportJson(db: ScopedDb, filter: ListFilter, today: CalendarDay): Promise<string> {
  const rows = await collect(db, filter, today)
  const named = rows.map((row) => Object.fromEntries(EXPORTED.map((column) => [nameOf(column), row[column]])))
  const head = {
    space: db.actor.spaceName,
    filter: queryOf(filter),
    as_of: today,
    method: METHOD,
    rows: named.length,
  }
  return `${JSON.stringify({ ...head, complaints: named }, null, 1)}\n`
}

/** What each column means; it says nothing of anybody. */
export const codebookJson = (): string =>
  `${JSON.stringify({ method: METHOD, columns: [...EXPORTED.map((column) => CODEBOOK[column]), ...AS_OF] }, null, 1)}\n`
