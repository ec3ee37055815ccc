/** Rows of DuckDB as array literals of PostgreSQL, made by DuckDB: the rows never become objects here. */
import type { Engine } from './duck.ts'

export type PgColumn = {
  readonly name: string
  readonly type: 'int' | 'bigint' | 'uuid' | 'text' | 'int[]'
}

/** A sixth of what DuckDB keeps together: a batch is read by one thread, in one piece. */
const ROWS_AT_ONCE = 20_480
/** Lists make long rows: some hold thousands of numbers. */
const LISTS_AT_ONCE = 2048

/**
 * One literal a column, in the order asked, for some thousands of rows of a table; with `where`, of the rows of it that
 * it keeps. A list is told as the text of its own literal. The literals of a batch are in one order: they are gathered in one pass.
 */
export async function* pgArrays(
  engine: Engine,
  { table, where = 'true' }: { readonly table: string; readonly where?: string },
  columns: readonly PgColumn[],
): AsyncGenerator<{ readonly rows: number; readonly arrays: readonly string[] }> {
  const [most] = await engine.rows<{ rows: bigint }>(
    `select coalesce(max(rowid) + 1, 0) as rows from ${table}`,
  )
  const asked = columns.map((column, at) => `${literal(column)} as a${at}`).join(', ')
  const atOnce = columns.some(({ type }) => type === 'int[]') ? LISTS_AT_ONCE : ROWS_AT_ONCE
  for (let from = 0; from < Number(most?.rows ?? 0n); from += atOnce) {
    const [part] = await engine.rows<Record<string, string>>(
      `select cast(count(*) as integer) as rows, ${asked} from ${table}
       where rowid >= ${from} and rowid < ${from + atOnce} and (${where})`,
    )
    const rows = Number(part?.['rows'] ?? 0)
    if (rows > 0) yield { rows, arrays: columns.map((_, at) => part?.[`a${at}`] ?? '{}') }
  }
}

const literal = ({ name, type }: PgColumn): string => `'{' || string_agg(${element(name, type)}, ',') || '}'`

function element(name: string, type: PgColumn['type']): string {
  if (type === 'text') return escaped(name)
  return type === 'int[]'
    ? `'"{' || array_to_string(${name}, ',') || '}"'`
    : `coalesce(cast(${name} as varchar), 'NULL')`
}

/** PostgreSQL's text holds no NUL; a quote and a backslash are told by a backslash. */
const escaped = (name: string): string =>
  `'"' || replace(replace(replace(${name}, chr(0), ''), '\\', '\\\\'), '"', '\\"') || '"'`

/** How many rows there are in all to write. */
export async function countRows(
  engine: Engine,
  froms: readonly { readonly table: string; readonly where?: string }[],
): Promise<number> {
  const counts = froms.map(({ table, where = 'true' }) => `(select count(*) from ${table} where ${where})`)
  const [all] = await engine.rows<{ n: bigint }>(`select cast(${counts.join(' + ')} as bigint) as n`)
  return Number(all?.n ?? 0n)
}
