/** The wanted columns of an inspected file, as text, in `raw` and `torn` of the engine. */
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { FileRefusal } from '../domain/file-refusal.ts'
import type { InspectedFile, LoadedRows } from '../domain/inspected-file.ts'
import type { Engine } from './duck.ts'
import { loadNumbered, loadParquet, loadText } from './load-forms.ts'
import { orRefusal } from './unreadable.ts'
import type { ReadProgress } from './watch-query.ts'

export type LoadOptions = {
  readonly onProgress?: (progress: ReadProgress) => void
  readonly signal?: AbortSignal
}

/** Replaces what an earlier file left in `raw` and `torn`. */
export async function loadRows(
  engine: Engine,
  file: InspectedFile,
  headers: readonly string[] | 'all',
  options: LoadOptions = {},
): Promise<Result<LoadedRows, FileRefusal>> {
  const wanted = headers === 'all' ? file.headers : headers
  const absent = wanted.filter((header) => !file.headers.includes(header))
  if (absent.length > 0) return refuse({ because: 'column_absent', name: file.name, columns: absent })
  const places = [...new Set(wanted.map((header) => file.headers.indexOf(header)))].sort((a, b) => a - b)
  return orRefusal(file.name, options.signal, async () => {
    await dropAny(engine)
    const { beyond } = await loadForm(engine, file, places, options)
    const [count] = await engine.rows<{ rows: bigint; torn: bigint }>(
      'select (select count(*) from raw) as rows, (select count(*) from torn) as torn',
    )
    const rows = Number(count?.rows ?? 0n)
    const torn = Number(count?.torn ?? 0n)
    if (rows + torn === 0) {
      return refuse({ because: 'file_without_rows', name: file.name, sheet: file.sheet })
    }
    options.onProgress?.({ rows: rows + torn, bytesRead: file.bytes, bytes: file.bytes })
    return accept({ file, rows, torn, beyond })
  })
}

function loadForm(
  engine: Engine,
  file: InspectedFile,
  places: readonly number[],
  options: LoadOptions,
): Promise<{ beyond: number }> {
  const watch = { bytes: file.bytes, ...options }
  switch (file.reading.form) {
    case 'text':
      return loadText(engine, { ...file, reading: file.reading }, places, watch)
    case 'numbered':
      return loadNumbered(engine, { ...file, reading: file.reading }, places, watch)
    case 'parquet':
      return loadParquet(engine, file, places, watch)
  }
}

async function dropAny(engine: Engine): Promise<void> {
  for (const kind of ['view', 'table']) {
    const made = await engine.rows<{ name: string }>(
      `select ${kind}_name as name from duckdb_${kind}s() where ${kind}_name in ('raw', 'torn', 'raw_rows')`,
    )
    for (const { name } of made) await engine.run(`drop ${kind} ${name}`)
  }
}
