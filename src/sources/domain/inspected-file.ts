/** What is known of a file of cases once it was opened: its kind, its text, its columns, its first rows. */
export type FileKind = 'csv' | 'tsv' | 'xlsx' | 'ods' | 'xls' | 'parquet'

export type FileEncoding = 'utf-8' | 'windows-1252' | 'iso-8859-15' | 'utf-16le' | 'utf-16be'

export type FileText = {
  readonly encoding: FileEncoding
  readonly bom: boolean
  readonly separator: string
  readonly quote: string
}

export type FileSheet = { readonly name: string; readonly hidden: boolean }

export type InspectedFile = {
  /** As its giver names it. */
  readonly name: string
  readonly path: string
  /** Of the bytes as given. */
  readonly sha256: string
  readonly bytes: number
  readonly kind: FileKind
  readonly wrappedIn: 'gzip' | 'zip' | null
  /** Null for a kind that is not text. */
  readonly text: FileText | null
  readonly sheet: string | null
  readonly otherSheets: readonly FileSheet[]
  /** Unique: the second «Ward» is «Ward (2)». */
  readonly headers: readonly string[]
  /** The headers that the file gives to several columns. */
  readonly twiceNamed: readonly string[]
  /** The first 200 rows, as text. */
  readonly sample: readonly (readonly string[])[]
  /** Its row as a spreadsheet numbers it; 1 unless a title stands above. */
  readonly headerRow: number
  /** SQL of a relation that DuckDB reads lazily, columns c0…cN VARCHAR; rows it cannot cut are absent from it. */
  readonly from: string
  readonly reading: FileReading
}

/** What `loadRows` opens: the file itself, or what was made of it in the folder of the engine. */
export type FileReading =
  | { readonly form: 'text'; readonly path: string; readonly width: number; readonly hasBlankLines: boolean }
  /** A CSV of ours: the number of each row first, then one cell for each header. */
  | { readonly form: 'numbered'; readonly path: string; readonly beyond: number }
  | { readonly form: 'parquet'; readonly path: string }

export type LoadedRows = {
  readonly file: InspectedFile
  /** Rows in table `raw`. */
  readonly rows: number
  /** Rows with too few columns, in table `torn`. */
  readonly torn: number
  /** Rows with something written beyond the last header: kept, without what is beyond. */
  readonly beyond: number
}
