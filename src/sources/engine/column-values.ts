import type { InspectedFile } from '../domain/inspected-file.ts'
import type { Engine } from './duck.ts'

/** A value that a column holds, trimmed, and in how many rows of the whole file. */
export type ColumnValue = { readonly value: string; readonly rows: number }

/** More values than these are no list of statuses. */
const MOST_VALUES = 60

/** What a column of an inspected file holds, the most frequent first; nothing for a column that is not there. */
export async function columnValues(
  engine: Engine,
  file: InspectedFile,
  header: string,
): Promise<readonly ColumnValue[]> {
  const place = file.headers.indexOf(header)
  if (place < 0) return []
  const found = await engine.rows<{ value: string; n: bigint }>(
    `select trim(coalesce(c${place}, '')) as value, count(*) as n from ${file.from} group by 1 having value <> '' order by 2 desc, 1 limit ${MOST_VALUES}`,
  )
  return found.map(({ value, n }) => ({ value, rows: Number(n) }))
}
