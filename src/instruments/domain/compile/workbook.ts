/** A workbook as its author wrote it: sheets of rows of text, the first row naming the columns. */

export type Workbook = readonly Sheet[]
export type Sheet = { readonly name: string; readonly rows: readonly (readonly string[])[] }

/** One row under its columns; `cells` by plain column, `said` by translated column then language. */
export type SheetRow = {
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
  readonly said: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** As headed by the author, for the columns a choice filter reads. */
  readonly raw: Readonly<Record<string, string>>
}

const ALIASES: Readonly<Record<string, string>> = {
  readonly: 'read_only',
  relevance: 'relevant',
  calculate: 'calculation',
  caption: 'label',
  list: 'list_name',
  count: 'repeat_count',
  image: 'media::image',
  'big-image': 'media::big-image',
  audio: 'media::audio',
  video: 'media::video',
  command: 'type',
  value: 'name',
  'jr:count': 'repeat_count',
  'bind::required': 'required',
  'bind::relevant': 'relevant',
  'bind::constraint': 'constraint',
  'bind::calculate': 'calculation',
  'bind::readonly': 'read_only',
}
export const TRANSLATED = [
  'label',
  'hint',
  'guidance_hint',
  'required_message',
  'constraint_message',
  'media::image',
  'media::big-image',
  'media::audio',
  'media::video',
] as const

type Heading = { readonly column: string; readonly language: string | null }

/** `Label::Français (fr)`, `media::audio`, `list name`. */
export function readHeading(header: string): Heading {
  const parts = header.split(/\s*::\s*/).map((part) => part.trim())
  const [first = '', second, third] = parts
  const plain = normal(first)
  if (plain === 'media' && second !== undefined) {
    return { column: `media::${normal(second)}`.replaceAll('_', '-'), language: third ?? null }
  }
  if (plain === 'bind' && second !== undefined)
    return { column: aliased(`bind::${normal(second)}`), language: null }
  const column = aliased(plain)
  return { column, language: isTranslated(column) ? (second ?? null) : null }
}

const normal = (text: string) => text.trim().toLowerCase().replace(/\s+/g, '_')
const aliased = (column: string) =>
  column === 'big_image' ? 'media::big-image' : (ALIASES[column] ?? column)
export const isTranslated = (column: string) => TRANSLATED.some((known) => known === column)

export function findSheet(workbook: Workbook, name: string): Sheet | undefined {
  return workbook.find((sheet) => normal(sheet.name) === name)
}

export function headingsOf(sheet: Sheet | undefined): readonly Heading[] {
  return (sheet?.rows[0] ?? []).map(readHeading)
}

/** Rows that say something, numbered as a spreadsheet does. */
export function readRows(sheet: Sheet | undefined, sheetName: string): readonly SheetRow[] {
  const headers = sheet?.rows[0] ?? []
  const headings = headings1(headers, sheetName)
  return (sheet?.rows ?? []).slice(1).flatMap((cells, at) => {
    if (cells.every((cell) => cell.trim() === '')) return []
    return [readRow(cells, headers, headings, at + 2)]
  })
}

const headings1 = (headers: readonly string[], sheetName: string) =>
  headers.map((header) => {
    const heading = readHeading(header)
    const isChoiceValue = sheetName === 'choices' && heading.column === 'calculation'
    return isChoiceValue ? { ...heading, column: header } : heading
  })

function readRow(
  written: readonly string[],
  headers: readonly string[],
  headings: readonly Heading[],
  row: number,
): SheetRow {
  const cells: Record<string, string> = {}
  const said: Record<string, Record<string, string>> = {}
  const raw: Record<string, string> = {}
  headings.forEach(({ column, language }, at) => {
    const value = (written[at] ?? '').trim()
    if (value === '' || column === '') return
    raw[headers[at] ?? ''] = value
    if (!isTranslated(column)) cells[column] ??= value
    else said[column] = { ...said[column], [language ?? '']: value }
  })
  return { row, cells, said, raw }
}
