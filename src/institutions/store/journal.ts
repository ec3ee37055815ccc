import type { ScopedDb } from '../../access/scope.ts'

export type JournalLine = {
  readonly id: string
  readonly at: Date
  readonly account_id: string | null
  readonly verb: string
  readonly table_name: string
  readonly row_id: string | null
}
export type JournalFilter = { readonly accountId?: string; readonly rowId?: string }

export const LINES_PER_PAGE = 50

/** One page of the space's lines, the latest first, and whether there are older ones. */
export async function readJournal(
  db: ScopedDb,
  { accountId, rowId }: JournalFilter,
  page: number,
): Promise<{ lines: readonly JournalLine[]; hasMore: boolean }> {
  let lines = db.sql
    .selectFrom('audit_line')
    .select(['id', 'at', 'account_id', 'verb', 'table_name', 'row_id'])
    .where('space_id', '=', db.actor.spaceId)
  if (accountId) lines = lines.where('account_id', '=', accountId)
  if (rowId) lines = lines.where('row_id', '=', rowId)
  const rows = await lines
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(LINES_PER_PAGE + 1)
    .offset((page - 1) * LINES_PER_PAGE)
    .execute()
  return { lines: rows.slice(0, LINES_PER_PAGE), hasMore: rows.length > LINES_PER_PAGE }
}
