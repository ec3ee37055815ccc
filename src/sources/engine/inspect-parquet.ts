/** A Parquet file: its columns keep their names, their typed cells become text. */
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { FileRefusal } from '../domain/file-refusal.ts'
import { nameColumns } from '../domain/find-header.ts'
import { type Engine, quoted } from './duck.ts'
import type { InspectedBody } from './inspect-text.ts'
import { FILE_LIMITS } from './limits.ts'
import { columnNames } from './read-csv-sql.ts'
import { Unreadable } from './unreadable.ts'

type Column = { readonly column_name: string; readonly column_type: string }

export async function inspectParquet(
  engine: Engine,
  name: string,
  path: string,
): Promise<Result<InspectedBody, FileRefusal>> {
  const source = `read_parquet(${quoted(path)})`
  const columns = await engine.rows<Column>(`describe from ${source}`).catch((error: unknown) => {
    throw asRefusal(name, error)
  })
  const { headers, twiceNamed } = nameColumns(columns.map((column) => column.column_name))
  const [count] = await engine.rows<{ n: bigint }>(`select count(*) as n from ${source}`)
  if (!count?.n) return refuse({ because: 'file_without_rows', name, sheet: null })
  const renamed = columns.map((_, at) => `t${at}`)
  const texts = columns.map(({ column_type }, at) => `${textSql(`t${at}`, column_type)} as c${at}`)
  const from = `(select ${texts.join(', ')} from ${source} as t(${renamed.join(', ')}))`
  return accept({
    kind: 'parquet',
    text: null,
    sheet: null,
    otherSheets: [],
    headers,
    twiceNamed,
    sample: await sampleOf(engine, from, columns.length),
    headerRow: 1,
    from,
    reading: { form: 'parquet', path },
  })
}

async function sampleOf(engine: Engine, from: string, width: number): Promise<string[][]> {
  const rows = await engine.rows<Record<string, string | null>>(
    `from ${from} limit ${FILE_LIMITS.sampleRows}`,
  )
  return rows.map((row) => columnNames(width).map((column) => row[column] ?? ''))
}

/** As ISO 8601 writes it, and empty text as nothing. */
function textSql(column: string, type: string): string {
  if (type === 'DATE') return `strftime(${column}, '%Y-%m-%d')`
  if (type === 'TIMESTAMP WITH TIME ZONE') return `strftime(${column}, '%Y-%m-%dT%H:%M:%SZ')`
  if (type.startsWith('TIMESTAMP')) return `strftime(${column}::timestamp, '%Y-%m-%dT%H:%M:%S')`
  if (type === 'VARCHAR') return `nullif(${column}, '')`
  return `${column}::varchar`
}

function asRefusal(name: string, error: unknown): unknown {
  if (
    !(error instanceof Error) ||
    !/Invalid Input|IO Error|Invalid Error|parquet|thrift/i.test(error.message)
  )
    return error
  const isCut = /too small|no magic bytes|at the end|footer/i.test(error.message)
  return new Unreadable({ because: isCut ? 'file_cut_short' : 'file_damaged', name })
}
