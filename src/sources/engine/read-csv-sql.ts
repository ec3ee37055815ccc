/** The SQL by which DuckDB reads a text: every cell as text, nothing guessed. */
import { quoted } from './duck.ts'

export type CsvForm = {
  readonly path: string
  readonly separator: string
  readonly quote: string
  readonly skip: number
  /** The names given to the columns, in order. */
  readonly columns: readonly string[]
}

export function readCsvSql(form: CsvForm, ...options: readonly string[]): string {
  const columns = form.columns.map((name) => `${quoted(name)}: 'VARCHAR'`)
  return `read_csv(${[
    quoted(form.path),
    'auto_detect = false',
    'header = false',
    `skip = ${form.skip}`,
    `delim = ${quoted(form.separator)}`,
    `quote = ${quoted(form.quote)}`,
    `escape = ${quoted(form.quote)}`,
    `columns = {${columns.join(', ')}}`,
    ...options,
  ].join(', ')})`
}

/** c0, c1 … */
export function columnNames(width: number): string[] {
  return Array.from({ length: width }, (_, at) => `c${at}`)
}
