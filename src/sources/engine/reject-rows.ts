/** Rejected rows with their cells, so that they can go out, be corrected, and be read again by the same map. */
import type { LoadedRows } from '../domain/inspected-file.ts'
import type { Engine } from './duck.ts'
import { columnOf } from './extract-sql.ts'

/**
 * Makes table `reject_rows` of the rejects of the last extraction, in the order of the file: row_no, reason, header, value,
 * and cells, a JSON list of the texts that these columns hold. A row with too few columns stands whole in its first cell.
 */
export async function keepRejectRows(
  engine: Engine,
  { file }: LoadedRows,
  headers: readonly string[],
): Promise<void> {
  const cells = headers.map((header, at) => {
    const held = `coalesce(raw.${columnOf(file, header)}, '')`
    return at === 0 ? `case when reason = 'too_few_columns' then value else ${held} end` : held
  })
  await engine.run('drop table if exists reject_rows')
  await engine.run(
    `create table reject_rows as
     select rejects.row_no, reason, rejects.header, value, to_json([${cells.join(', ')}])::varchar as cells
     from rejects left join raw using (row_no) order by rejects.row_no`,
  )
}
