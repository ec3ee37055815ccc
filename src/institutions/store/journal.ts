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

/** One page of the space's lines, the latest first, and how many lines there are. */
export async function readJournal(
  db: ScopedDb,
  { accountId, rowId }: JournalFilter,
  page: number,
): Promise<{ lines: readonly JournalLine[]; count: number }> {
  let wanted = db.sql.selectFrom('audit_line').where('space_id', '=', db.actor.spaceId)
  if (accountId) wanted = wanted.where('account_id', '=', accountId)
  if (rowId) wanted = wanted.where('row_id', '=', rowId)
  const { count } = await wanted
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const lines = await wanted
    .select(['id', 'at', 'account_id', 'verb', 'table_name', 'row_id'])
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(LINES_PER_PAGE)
    .offset((page - 1) * LINES_PER_PAGE)
    .execute()
  return { lines, count }
}
