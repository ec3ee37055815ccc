/** Rejected rows as a table that opens in a spreadsheet and, corrected, is read again by the same map. */
import type { LoadedRows } from '../domain/inspected-file.ts'
import type { Engine } from './duck.ts'
import { columnOf } from './extract-sql.ts'

/** The header of the last column; whoever reads the corrected file has no use for it. */
export const REASON_HEADER = 'raison'

/**
 * The rejects of the last extraction, in the order of the file: the headers and «raison», then the cells of each row as
 * they stood, with what `say` makes of its reason. A row with too few columns stands whole in its first cell. Written by
 * `writeTable`, which makes formulas harmless, and which the reading undoes.
 */
export async function rejectRows(
  engine: Engine,
  { file }: LoadedRows,
  headers: readonly string[],
  say: (reason: string, header: string) => string,
): Promise<string[][]> {
  const cells = headers.map((header, at) => `coalesce(raw.${columnOf(file, header)}, '') as v${at}`)
  const rows = await engine.rows<Record<string, string>>(
    `select rejects.reason, rejects.header, rejects.value, ${cells.join(', ')}
     from rejects left join raw using (row_no) order by rejects.row_no`,
  )
  const told = rows.map((row) => [
    ...headers.map(
      (_, at) => (row['reason'] === 'too_few_columns' && at === 0 ? row['value'] : row[`v${at}`]) ?? '',
    ),
    say(row['reason'] ?? '', row['header'] ?? ''),
  ])
  return [[...headers, REASON_HEADER], ...told]
}
