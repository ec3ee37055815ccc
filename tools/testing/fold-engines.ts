/** The same rows in DuckDB and in PostgreSQL, to hold what each counts against the other. */
import { DuckDBInstance } from '@duckdb/node-api'
import { sql } from 'kysely'
import { testDatabase } from './database.ts'

export type Numbers = Record<string, number>
type Row = Record<string, number | boolean | null>
export type Engines = {
  duckdb(query: string): Promise<Numbers[]>
  postgresql(query: string): Promise<Numbers[]>
  stop(): Promise<void>
}

/** Two engines that both hold these rows as `cases`. */
export async function foldEngines(rows: readonly Row[]): Promise<Engines> {
  const database = await testDatabase()
  const instance = await DuckDBInstance.create(':memory:')
  const duck = await instance.connect()
  const headers = Object.keys(rows[0] ?? {})
  const values = rows.map((row) => `(${headers.map((header) => String(row[header])).join(', ')})`).join(', ')
  const make = `create table cases as select * from (values ${values}) as told(${headers.join(', ')})`
  await duck.run(make)
  await sql.raw(make).execute(database.owner)
  return {
    duckdb: async (query) => sorted((await duck.runAndReadAll(query)).getRowObjects()),
    postgresql: async (query) => sorted((await sql.raw<Row>(query).execute(database.owner)).rows),
    stop: async () => {
      duck.closeSync()
      instance.closeSync()
      await database.stop()
    },
  }
}

/** Rows come in any order: sorted, as numbers. */
function sorted(rows: readonly Record<string, unknown>[]): Numbers[] {
  const told = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, Number(cell)])),
  )
  const key = (row: Numbers) => Object.values(row)
  return told.toSorted((a, b) => compare(key(a), key(b)))
}

function compare(a: readonly number[], b: readonly number[]): number {
  return a.map((value, at) => value - (b[at] ?? 0)).find((apart) => apart !== 0) ?? 0
}
