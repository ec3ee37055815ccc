/** A DuckDB of its own, in memory, with a folder of its own; what is asked of it is told as rows or as typed columns. */
import {
  DuckDBBigIntVector,
  type DuckDBConnection,
  type DuckDBDataChunk,
  DuckDBDoubleVector,
  DuckDBInstance,
  DuckDBIntegerVector,
  DuckDBSmallIntVector,
  DuckDBTinyIntVector,
  type DuckDBValue,
} from '@duckdb/node-api'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

/** One column of a chunk: the numbers as DuckDB holds them, or values for any other type. */
export type ChunkColumn =
  | Int8Array
  | Int16Array
  | Int32Array
  | BigInt64Array
  | Float64Array
  | readonly DuckDBValue[]

/** A slice of an answer. Its numbers say nothing of NULL: ask for `coalesce`; they are read before the next chunk. */
export type Chunk = { readonly rows: number; readonly columns: readonly ChunkColumn[] }

export type Engine = {
  run(sql: string, values?: readonly DuckDBValue[]): Promise<void>
  /** A small answer, one object a row; integers of 64 bits come as bigint. */
  rows<T extends object>(sql: string, values?: readonly DuckDBValue[]): Promise<T[]>
  /** A big answer, chunk by chunk. */
  columns(sql: string): AsyncIterable<Chunk>
  /** Between 0 and 100 for what runs now; below 0 when nothing runs. */
  progress(): { percentage: number; rows: number }
  /** Temporary, ours alone, deleted on close. */
  readonly folder: string
  /** A path in the folder that nobody else has taken. */
  newPath(ending: string): string
  /** What runs now fails; the engine is still good. */
  interrupt(): void
  close(): Promise<void>
}

export type EngineOptions = {
  readonly memoryMb?: number
  readonly threads?: number
  /** When given, the engine opens these files and its own folder, and no other. */
  readonly reads?: readonly string[]
}

const LOCKED = {
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
  allow_community_extensions: 'false',
  allow_unsigned_extensions: 'false',
}

export async function openEngine(options: EngineOptions = {}): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'palier-reading-'))
  try {
    const instance = await DuckDBInstance.create(':memory:', {
      ...LOCKED,
      temp_directory: join(folder, 'spill'),
      memory_limit: `${options.memoryMb ?? 768}MB`,
      threads: `${options.threads ?? Math.min(4, availableParallelism())}`,
    })
    const connection = await instance.connect()
    await prepare(connection, folder, options.reads)
    return engineOn(instance, connection, folder)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** An SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

async function prepare(connection: DuckDBConnection, folder: string, reads?: readonly string[]) {
  await connection.run("set TimeZone = 'UTC'")
  await connection.run('set enable_progress_bar = true')
  await connection.run('set enable_progress_bar_print = false')
  if (reads) {
    await connection.run(`set allowed_directories = [${quoted(folder)}]`)
    await connection.run(`set allowed_paths = [${reads.map(quoted).join(', ')}]`)
    await connection.run('set enable_external_access = false')
  }
  await connection.run('set lock_configuration = true')
}

function engineOn(instance: DuckDBInstance, connection: DuckDBConnection, folder: string): Engine {
  return {
    run: async (sql, values) => {
      await connection.run(sql, values && [...values])
    },
    rows: async <T extends object>(sql: string, values?: readonly DuckDBValue[]) => {
      const reader = await connection.runAndReadAll(sql, values && [...values])
      return reader.getRowObjects() as unknown as T[] // a row is read as the shape that asked for it
    },
    columns: (sql) => chunksOf(connection, sql),
    progress: () => {
      const { percentage, rows_processed: rows } = connection.progress
      return { percentage, rows: Number(rows) }
    },
    folder,
    newPath: (ending) => join(folder, `${randomUUID()}${ending}`),
    interrupt: () => connection.interrupt(),
    close: async () => {
      connection.closeSync()
      instance.closeSync()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function* chunksOf(connection: DuckDBConnection, sql: string): AsyncGenerator<Chunk> {
  for await (const chunk of await connection.stream(sql)) {
    const columns = Array.from({ length: chunk.columnCount }, (_, at) => columnOf(chunk, at))
    yield { rows: chunk.rowCount, columns }
  }
}

function columnOf(chunk: DuckDBDataChunk, at: number): ChunkColumn {
  const vector = chunk.getColumnVector(at)
  // hidden by the types only: asking number by number costs more than the query
  if (vector instanceof DuckDBIntegerVector) return vector['items']
  if (vector instanceof DuckDBTinyIntVector) return vector['items']
  if (vector instanceof DuckDBSmallIntVector) return vector['items']
  if (vector instanceof DuckDBBigIntVector) return vector['items']
  if (vector instanceof DuckDBDoubleVector) return vector['items']
  return chunk.getColumnValues(at)
}
