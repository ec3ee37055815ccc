/** How each form of file becomes `raw` (row_no, cK…) and `torn` (row_no, line). */
import type { FileReading, InspectedFile } from '../domain/inspected-file.ts'
import { NUMBERED } from '../domain/numbered-row.ts'
import { cutText } from './cut-text.ts'
import type { Engine } from './duck.ts'
import { columnNames, readCsvSql } from './read-csv-sql.ts'
import { type QueryWatch, watched } from './watch-query.ts'

type FileOf<Form extends FileReading['form']> = InspectedFile & {
  reading: Extract<FileReading, { form: Form }>
}
type Places = readonly number[]
export type Loaded = { readonly beyond: number }

/** DuckDB cuts a clean text by itself; at the first row that it cannot cut, the whole text is cut by us. */
export async function loadText(
  engine: Engine,
  file: FileOf<'text'>,
  places: Places,
  watch: QueryWatch,
): Promise<Loaded> {
  if (!file.reading.hasBlankLines) {
    try {
      return await loadCleanText(engine, file, places, watch)
    } catch (error) {
      if (!isCutting(error)) throw error
    }
  }
  return loadTangledText(engine, file, places, watch)
}

function isCutting(error: unknown): boolean {
  return error instanceof Error && /CSV/.test(error.message)
}

async function loadCleanText(
  engine: Engine,
  file: FileOf<'text'>,
  places: Places,
  watch: QueryWatch,
): Promise<Loaded> {
  const names = columnNames(file.reading.width)
  const picked = places.map((at) => `c${at}`)
  const beyond = names.slice(file.headers.length)
  const beyondFlag = beyond.length > 0 ? [`${isWrittenSql(beyond)} as beyond`] : []
  const read = (flags: readonly string[]): Promise<void> => {
    const sql = `create or replace table raw_rows as select ${[...picked, ...flags].join(', ')} from ${sourceOf(file)}`
    return watched(engine, watch, () => engine.run(sql))
  }
  await read(beyondFlag)
  // only where all that is wanted is empty does it matter whether all the rest is
  const hasBare = (await countRows(engine, `not ${isWrittenSql(picked)}`)) > 0
  if (hasBare) await read([...beyondFlag, `${isWrittenSql(names)} as written`])
  const numbered = `rowid + ${file.headerRow + 1} as row_no, ${picked.join(', ')}`
  await engine.run(`create view raw as select ${numbered} from raw_rows${hasBare ? ' where written' : ''}`)
  await engine.run('create table torn(row_no bigint, line varchar)')
  return { beyond: beyond.length > 0 ? await countRows(engine, 'beyond') : 0 }
}

function sourceOf({ reading, text, headerRow }: FileOf<'text'>): string {
  return readCsvSql({
    path: reading.path,
    separator: text?.separator ?? ',',
    quote: text?.quote ?? '"',
    skip: headerRow,
    columns: columnNames(reading.width),
  })
}

function isWrittenSql(columns: readonly string[]): string {
  return `(coalesce(${columns.join(', ')}, null) is not null)`
}

async function countRows(engine: Engine, where: string): Promise<number> {
  const [row] = await engine.rows<{ n: bigint }>(`select count(*) as n from raw_rows where ${where}`)
  return Number(row?.n ?? 0n)
}

async function loadTangledText(
  engine: Engine,
  file: FileOf<'text'>,
  places: Places,
  { bytes, onProgress, signal }: QueryWatch,
): Promise<Loaded> {
  const to = { rows: engine.newPath('.csv'), torn: engine.newPath('.csv') }
  const cutting = {
    path: file.reading.path,
    separator: file.text?.separator ?? ',',
    quote: file.text?.quote ?? '"',
    headerRow: file.headerRow,
    width: file.headers.length,
    places,
  }
  const onBytes = (bytesRead: number): void =>
    onProgress?.({ rows: 0, bytesRead: Math.min(bytes, bytesRead), bytes })
  const { beyond } = await cutText(cutting, to, { onBytes, signal })
  await tableOf(
    engine,
    'raw',
    to.rows,
    places.map((at) => `c${at}`),
  )
  await tableOf(engine, 'torn', to.torn, ['line'])
  return { beyond }
}

export async function loadNumbered(
  engine: Engine,
  file: FileOf<'numbered'>,
  places: Places,
  watch: QueryWatch,
): Promise<Loaded> {
  const all = columnNames(file.headers.length)
  const picked = places.map((at) => `c${at}`)
  await watched(engine, watch, () => tableOf(engine, 'raw', file.reading.path, all, picked))
  await engine.run('create table torn(row_no bigint, line varchar)')
  return { beyond: file.reading.beyond }
}

/** A CSV of ours: the number of the row, then these columns. */
async function tableOf(
  engine: Engine,
  table: 'raw' | 'torn',
  path: string,
  columns: readonly string[],
  picked: readonly string[] = columns,
): Promise<void> {
  const from = readCsvSql({ path, ...NUMBERED, skip: 0, columns: ['row_no', ...columns] })
  await engine.run(
    `create table ${table} as select ${['row_no::bigint as row_no', ...picked].join(', ')} from ${from}`,
  )
}

export async function loadParquet(
  engine: Engine,
  file: InspectedFile,
  places: Places,
  watch: QueryWatch,
): Promise<Loaded> {
  const picked = places.map((at) => `c${at}`).join(', ')
  await watched(engine, watch, () =>
    engine.run(`create table raw_rows as select ${picked} from ${file.from}`),
  )
  await engine.run(`create view raw as select rowid + 2 as row_no, ${picked} from raw_rows`)
  await engine.run('create table torn(row_no bigint, line varchar)')
  return { beyond: 0 }
}
