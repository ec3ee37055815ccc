/** A workbook of before 2007, parsed whole in memory. Runs in the worker. */
import { read, SSF, type WorkBook } from '@e965/xlsx'
import { cellText, type SheetCell } from '../domain/sheet-cell.ts'
import type { OpenWorkbook, SheetRow } from './workbook-rows.ts'

export function openXls(data: Uint8Array): OpenWorkbook {
  const book = read(data, { type: 'array', dense: true, cellNF: true, cellText: false, cellHTML: false })
  const sheets = book.SheetNames.map((name, at) => ({
    name,
    hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0,
  }))
  return { sheets, rows: (at, most) => rowsOfXls(book, at, most) }
}

async function* rowsOfXls(book: WorkBook, at: number, most = Infinity): AsyncGenerator<SheetRow> {
  const rows = book.Sheets[book.SheetNames[at] ?? '']?.['!data'] ?? []
  const date1904 = book.Workbook?.WBProps?.date1904 === true
  let told = 0
  for (const [index, row] of rows.entries()) {
    if (!row || told >= most) continue
    told += 1
    yield { number: index + 1, cells: Array.from(row, (cell) => cellText(valueOf(cell, date1904))) }
  }
}

type XlsCell = {
  readonly v?: SheetCell
  readonly z?: string | number
  readonly w?: string
  readonly t: string
}

function valueOf(cell: XlsCell | undefined, date1904: boolean): SheetCell {
  if (!cell) return null
  if (cell.t === 'e') return cell.w ?? null
  if (typeof cell.v !== 'number' || cell.z === undefined || !SSF.is_date(String(cell.z))) return cell.v
  const { y, m, d, H, M, S } = SSF.parse_date_code(cell.v, { date1904 })
  return new Date(Date.UTC(y, m - 1, d, H, M, Math.round(S)))
}
