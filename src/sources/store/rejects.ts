import type { ScopedDb } from '../../access/scope.ts'

/** A row of a file that was not read as a case: where it stands, why, and the one value that was wrong. */
export type RejectedRow = {
  readonly rowNo: number
  readonly reason: string
  readonly header: string
  readonly value: string
}

/** The same with the cells of the columns that the map names, in the order of `headersOf`. */
export type RejectedCells = RejectedRow & { readonly cells: readonly string[] }

/** The rejects of a vintage in the order of the file, a page at a time; only those of the current one are kept. */
export async function rejectsPage(
  db: ScopedDb,
  sourceId: string,
  vintage: number,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly RejectedCells[]> {
  const rows = await db.sql
    .selectFrom('source_reject')
    .select(['row_no', 'reason', 'header', 'value', 'cells'])
    .where('space_id', '=', db.actor.spaceId)
    .where('source_id', '=', sourceId)
    .where('vintage', '=', vintage)
    .where('row_no', '>', after)
    .orderBy('row_no')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    rowNo: row.row_no,
    reason: row.reason,
    header: row.header,
    value: row.value,
    cells: JSON.parse(row.cells),
  }))
}

/** The first rejects of a vintage for each reason, in the order of the file. */
export async function firstRejects(
  db: ScopedDb,
  sourceId: string,
  vintage: number,
  most: number,
): Promise<readonly RejectedRow[]> {
  const ranked = db.sql
    .selectFrom('source_reject')
    .select(['row_no', 'reason', 'header', 'value'])
    .select((e) =>
      e.fn
        .agg<number>('row_number')
        .over((o) => o.partitionBy('reason').orderBy('row_no'))
        .as('place'),
    )
    .where('space_id', '=', db.actor.spaceId)
    .where('source_id', '=', sourceId)
    .where('vintage', '=', vintage)
    .as('ranked')
  const rows = await db.sql
    .selectFrom(ranked)
    .select(['row_no', 'reason', 'header', 'value'])
    .where('place', '<=', most)
    .orderBy('row_no')
    .execute()
  return rows.map((row) => ({ rowNo: row.row_no, reason: row.reason, header: row.header, value: row.value }))
}
