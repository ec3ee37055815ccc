/** The wanted columns of an inspected file, as text, in tables `raw` and `torn` of the engine. */
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { FileRefusal } from '../domain/file-refusal.ts'
import type { InspectedFile, LoadedRows } from '../domain/inspected-file.ts'
import type { Engine } from './duck.ts'
import { columnNames, readCsvSql } from './read-csv-sql.ts'
import { orRefusal } from './unreadable.ts'
import { type ReadProgress, watched } from './watch-query.ts'

export type LoadOptions = {
  readonly onProgress?: (progress: ReadProgress) => void
  readonly signal?: AbortSignal
}

export async function loadRows(
  engine: Engine,
  file: InspectedFile,
  headers: readonly string[] | 'all',
  options: LoadOptions = {},
): Promise<Result<LoadedRows, FileRefusal>> {
  const wanted = headers === 'all' ? file.headers : headers
  const absent = wanted.filter((header) => !file.headers.includes(header))
  if (absent.length > 0) return refuse({ because: 'column_absent', name: file.name, columns: absent })
  return orRefusal(file.name, options.signal, async () => {
    const places = [...new Set(wanted.map((header) => file.headers.indexOf(header)))].sort((a, b) => a - b)
    const loaded = await loadPlaces(engine, file, places, options)
    if (loaded.rows + loaded.torn === 0) {
      return refuse({ because: 'file_without_rows', name: file.name, sheet: file.sheet })
    }
    options.onProgress?.({ rows: loaded.rows, bytesRead: file.bytes, bytes: file.bytes })
    return accept(loaded)
  })
}

async function loadPlaces(
  engine: Engine,
  file: InspectedFile,
  places: readonly number[],
  options: LoadOptions,
): Promise<LoadedRows> {
  for (const kind of ['view', 'table']) await dropAny(engine, kind)
  await engine.run('create table torn(row_no bigint, line varchar)')
  const { reading, text } = file
  if (reading.form !== 'text' || !text) throw new Error('not read yet')
  const columns = columnNames(reading.width)
  const form = { path: reading.path, ...text, skip: file.headerRow, columns }
  const picked = places.map((at) => `c${at}`).join(', ')
  await watched(engine, { bytes: file.bytes, ...options }, () =>
    engine.run(`create table raw_rows as select ${picked} from ${readCsvSql(form, 'ignore_errors = true')}`),
  )
  await engine.run(`create view raw as select rowid + ${file.headerRow + 1} as row_no, * from raw_rows`)
  const [count] = await engine.rows<{ n: bigint }>('select count(*) as n from raw')
  return { file, rows: Number(count?.n ?? 0n), torn: 0, beyond: 0 }
}

async function dropAny(engine: Engine, kind: string): Promise<void> {
  const made = await engine.rows<{ name: string }>(
    `select ${kind}_name as name from duckdb_${kind}s() where ${kind}_name in ('raw', 'torn', 'raw_rows') and not internal`,
  )
  for (const { name } of made) await engine.run(`drop ${kind} ${name}`)
}
