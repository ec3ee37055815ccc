import { sql } from 'kysely'
import type { Database } from '../src/db/connect.ts'

type Column = {
  schema: string
  table: string
  column: string
  type: string
  nullable: boolean
  defaulted: boolean
}

const TYPES: Record<string, string> = {
  uuid: 'string',
  text: 'string',
  date: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  bool: 'boolean',
  timestamptz: 'Date',
  bytea: 'Buffer',
  jsonb: 'Json',
  _int2: 'number[]',
  _int4: 'number[]',
  _text: 'string[]',
  _uuid: 'string[]',
  _date: 'string[]',
}

/** Columns of every table of ours, as the database has them. */
export async function readColumns(owner: Database): Promise<Column[]> {
  const { rows } = await sql<Column>`
    select c.table_schema as schema, c.table_name as "table", c.column_name as "column", c.udt_name as type,
           c.is_nullable = 'YES' as nullable, c.column_default is not null as defaulted
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where t.table_type = 'BASE TABLE'
      and (c.table_schema like '%\\_space' or c.table_schema in ('directory', 'keyring', 'doorway', 'palier'))
    order by c.table_schema, c.table_name, c.ordinal_position`.execute(owner)
  return rows
}

/** Unqualified where a search path finds it (a kind's own schema, the directory); qualified elsewhere. */
const keyOf = (c: Column): string =>
  c.schema === 'directory' || (c.schema.endsWith('_space') && c.schema !== 'public_space')
    ? c.table
    : `${c.schema}.${c.table}`

const interfaceName = (key: string): string =>
  key
    .split(/[._]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')

function typeOf(c: Column): string {
  const base = TYPES[c.type]
  if (!base)
    throw new Error(`tools/generate-tables.ts has no TypeScript type for ${c.type} (${c.table}.${c.column})`)
  const full = c.nullable ? `${base} | null` : base
  return c.defaulted ? `Generated<${full}>` : full
}

/** The text of src/db/tables.ts. Tables that each kind of space has are alike by construction, so they are written once. */
export function tablesSource(columns: readonly Column[]): string {
  const tables = Map.groupBy(columns, (c) => `${c.schema}.${c.table}`)
  const written = new Map<string, string>()
  for (const own of tables.values()) {
    const [first] = own
    if (!first) continue
    const lines = own.map((c) => `  ${c.column}: ${typeOf(c)}`)
    written.set(keyOf(first), `export interface ${interfaceName(keyOf(first))} {\n${lines.join('\n')}\n}`)
  }
  const keys = [...written.keys()].sort()
  const entries = keys.map((key) => `  ${key.includes('.') ? `'${key}'` : key}: ${interfaceName(key)}`)
  return (
    [
      '// Generated from the migrations by `npm run docs`; a test keeps it true. Do not edit.',
      "import type { Generated } from 'kysely'",
      '/** What a jsonb column gives back: read it with a schema before use. */\nexport type Json = unknown',
      ...keys.map((key) => written.get(key) ?? ''),
      `/** Every table, by the name a query uses: unqualified where the login's search path finds it. */\nexport interface Tables {\n${entries.join('\n')}\n}`,
    ].join('\n\n') + '\n'
  )
}
