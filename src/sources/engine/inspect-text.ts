/** A table as text: its encoding, its separator, its header. */
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { rowCutter } from '../domain/cut-rows.ts'
import type { FileRefusal } from '../domain/file-refusal.ts'
import { findHeader, type FoundHeader, isWritten } from '../domain/find-header.ts'
import { guessSeparator } from '../domain/guess-separator.ts'
import type { FileEncoding, InspectedFile } from '../domain/inspected-file.ts'
import type { Engine } from './duck.ts'
import { FILE_LIMITS } from './limits.ts'
import { columnNames, readCsvSql } from './read-csv-sql.ts'
import { decoded, rewriteAsUtf8 } from './rewrite-text.ts'
import { surveyText, type TextSurvey } from './survey-text.ts'

const QUOTE = '"'

export type TextOptions = {
  readonly encoding?: FileEncoding | undefined
  readonly separator?: string | undefined
  readonly onBytes?: (bytesRead: number) => void
  readonly signal?: AbortSignal | undefined
}

/** What a table says of itself; its name, its weight and its wrapping are known to whoever opened it. */
export type InspectedBody = Omit<InspectedFile, 'name' | 'path' | 'wrappedIn' | 'sha256' | 'bytes'>
/** A text is read whole to know its encoding: its fingerprint comes with it. */
export type InspectedText = InspectedBody & { readonly sha256: string }

export async function inspectText(
  engine: Engine,
  name: string,
  path: string,
  options: TextOptions,
): Promise<Result<InspectedText, FileRefusal>> {
  const survey = await surveyText(path, options)
  if (survey.isBinary) return refuse({ because: 'file_unknown_kind', name, looksLike: null })
  const encoding = options.encoding ?? survey.encoding
  if (encoding === 'utf-8' && survey.encoding !== 'utf-8') {
    return refuse({ because: 'encoding_mistaken', name, encoding })
  }
  const isPlain = encoding === 'utf-8'
  const text = isPlain ? path : engine.newPath('.csv')
  if (!isPlain) await rewriteAsUtf8(path, text, encoding, options.signal)
  return describeText(name, text, { ...survey, encoding }, options)
}

async function describeText(
  name: string,
  path: string,
  survey: TextSurvey,
  options: TextOptions,
): Promise<Result<InspectedText, FileRefusal>> {
  const beginning = await beginningOf(path)
  if (beginning.text.trim() === '') return refuse({ because: 'file_empty', name })
  const separator = options.separator ?? guessSeparator(beginning.text, QUOTE)
  const rows = cut(beginning, separator)
  const found = findHeader(rows)
  if (!found) return refuse({ because: 'header_absent', name })
  const sample = rows.slice(found.at + 1).filter(isWritten)
  if (sample.length === 0) return refuse({ because: 'file_without_rows', name, sheet: null })
  const { headers, twiceNamed } = found
  return accept({
    ...readingOf(path, separator, found, survey),
    sheet: null,
    otherSheets: [],
    headers,
    twiceNamed,
    sample: sample.slice(0, FILE_LIMITS.sampleRows).map((row) => fitted(row, headers.length)),
  })
}

function readingOf(path: string, separator: string, { at, width }: FoundHeader, survey: TextSurvey) {
  const { encoding, bom, sha256, hasBlankLines } = survey
  const headerRow = at + 1
  const form = { path, separator, quote: QUOTE, skip: headerRow, columns: columnNames(width) }
  return {
    sha256,
    kind: separator === '\t' ? ('tsv' as const) : ('csv' as const),
    text: { encoding, bom, separator, quote: QUOTE },
    headerRow,
    from: `(from ${readCsvSql(form, 'ignore_errors = true')})`,
    reading: { form: 'text' as const, path, width, hasBlankLines },
  }
}

type Beginning = { readonly text: string; readonly isWhole: boolean }

function cut({ text, isWhole }: Beginning, separator: string): (readonly string[])[] {
  const cutter = rowCutter(separator, QUOTE)
  return [...cutter.push(text), ...(isWhole ? cutter.end() : [])].map(({ cells }) => cells)
}

/** A row with one cell for each header. */
function fitted(row: readonly string[], width: number): string[] {
  return Array.from({ length: width }, (_, at) => row[at] ?? '')
}

async function beginningOf(path: string): Promise<Beginning> {
  let text = ''
  for await (const piece of decoded(path, 'utf-8')) {
    text += piece
    if (text.length > FILE_LIMITS.sampleBytes) return { text, isWhole: false }
  }
  return { text, isWhole: true }
}
