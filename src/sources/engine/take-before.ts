import { open, rm } from 'node:fs/promises'
import { BEFORE_TABLES } from './compare-vintages.ts'
import { type Engine, quoted } from './duck.ts'

type BeforeTable = 'before_stratum' | 'before_case' | 'before_cell'

/** Makes the tables of the vintage before, all empty. */
export const makeBefore = (engine: Engine): Promise<void> => engine.run(BEFORE_TABLES)

/** Fills one from pages of CSV, through a file of the engine's own folder. */
export async function takeBefore(
  engine: Engine,
  table: BeforeTable,
  pages: AsyncIterable<string>,
): Promise<void> {
  const path = engine.newPath('.csv')
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const page of pages) await file.appendFile(page)
  } finally {
    await file.close()
  }
  const columns = await engine.rows<{ name: string; type: string }>(
    `select column_name as name, data_type as type from duckdb_columns() where table_name = ${quoted(table)} order by column_index`,
  )
  const typed = columns.map(({ name, type }) => `${quoted(name)}: ${quoted(type)}`).join(', ')
  await engine.run(`insert into ${table} select * from read_csv(${quoted(path)}, header = false, delim = ',', quote = '"',
    escape = '"', auto_detect = false, allow_quoted_nulls = false, new_line = '\\n', columns = {${typed}})`)
  await rm(path, { force: true })
}
