/** Apart, under limits of memory: opens a workbook, chooses its sheet, writes its rows where it is told. */
import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { type FoundHeader, findHeader, isWritten } from '../domain/find-header.ts'
import { numberedRow } from '../domain/numbered-row.ts'
import { batchedFile } from './batched-file.ts'
import { sheetsOfOds, sheetsOfXlsx } from './workbook-parts.ts'
import type { WorkbookAnswer, WorkbookQuestion } from './read-workbook.ts'
import { Unreadable } from './unreadable.ts'
import { openOds, openXlsx, type OpenWorkbook, type SheetRow } from './workbook-rows.ts'
import { partText } from './unpack.ts'
import { zipDirectory } from './zip-directory.ts'

/** Rows among which the header of a sheet is looked for. */
const LOOKED_AT = 60
const SAID_EVERY = 5000

async function openWorkbook({ name, path, kind }: WorkbookQuestion): Promise<OpenWorkbook> {
  const data = await readFile(path)
  if (kind === 'xls') return (await import('./old-workbook.ts')).openXls(data) // slow to load, and rare
  if (kind === 'xlsx') return openXlsx(data, await sheetsOfXlsx(name, path))
  return openOds(data, sheetsOfOds(await contentOf(name, path)))
}

async function contentOf(name: string, path: string): Promise<string> {
  const zip = await zipDirectory(name, path)
  const part = zip.parts.find((each) => each.name === 'content.xml')
  if (!part) throw new Unreadable({ because: 'file_damaged', name })
  return partText(await zip.open(part)).finally(() => zip.close())
}

type Chosen = { readonly at: number; readonly found: FoundHeader; readonly headerRow: number }

/** The sheet asked for; else the first visible one that is a table, else the first visible one with rows. */
async function chooseSheet(book: OpenWorkbook, { name, sheet }: WorkbookQuestion): Promise<Chosen> {
  const { sheets } = book
  if (sheet !== null && !sheets.some((each) => each.name === sheet)) {
    throw new Unreadable({ because: 'sheet_absent', name, asked: sheet, sheets })
  }
  const open = [...sheets.keys()].filter((at) =>
    sheet === null ? sheets[at]?.hidden === false : sheets[at]?.name === sheet,
  )
  if (open.length === 0) throw new Unreadable({ because: 'sheets_all_hidden', name, sheets })
  let narrow: Chosen | undefined
  for (const at of open) {
    const seen = await headerOf(book, at)
    if (seen && seen.found.headers.length > 1) return seen
    narrow ??= seen
  }
  if (narrow) return narrow
  throw new Unreadable({ because: 'file_without_rows', name, sheet: sheets[open[0] ?? 0]?.name ?? null })
}

async function headerOf(book: OpenWorkbook, at: number): Promise<Chosen | undefined> {
  const rows: SheetRow[] = []
  for await (const row of book.rows(at, LOOKED_AT)) if (isWritten(row.cells)) rows.push(row)
  const found = findHeader(rows.map(({ cells }) => cells))
  if (!found || rows.length <= found.at + 1) return undefined
  return { at, found, headerRow: rows[found.at]?.number ?? 1 }
}

async function answer(question: WorkbookQuestion): Promise<WorkbookAnswer> {
  const book = await openWorkbook(question)
  const { at, found, headerRow } = await chooseSheet(book, question)
  const width = found.headers.length
  const file = await batchedFile(question.to)
  const sample: string[][] = []
  let rows = 0
  let beyond = 0
  for await (const { number, cells } of book.rows(at)) {
    if (number <= headerRow || !isWritten(cells)) continue
    const row = Array.from({ length: width }, (_, place) => cells[place] ?? '')
    if (cells.length > width && isWritten(cells.slice(width))) beyond += 1
    if (sample.length < question.sampleRows) sample.push(row)
    file.write(numberedRow(number, row))
    await file.flush()
    if (++rows % SAID_EVERY === 0) parentPort?.postMessage({ rows })
  }
  await file.close()
  const sheet = book.sheets[at]?.name ?? ''
  const otherSheets = book.sheets.filter((_, other) => other !== at)
  const { headers, twiceNamed } = found
  return { sheet, otherSheets, headers, twiceNamed, headerRow, sample, rows, beyond }
}

try {
  parentPort?.postMessage({ answer: await answer(workerData) })
} catch (error) {
  if (error instanceof Unreadable) parentPort?.postMessage({ refusal: error.refusal })
  else parentPort?.postMessage({ failure: error instanceof Error ? `${error.name}: ${error.message}` : '' })
}
