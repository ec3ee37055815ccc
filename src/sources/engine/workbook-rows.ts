/** The rows of one sheet, as text, whatever the workbook. Runs in the worker: it holds a whole workbook in memory. */
import { streamOdsRows } from 'hucre/ods'
import { streamXlsxRows } from 'hucre/xlsx'
import { type SheetCell, cellText } from '../domain/sheet-cell.ts'
import type { FileSheet } from '../domain/inspected-file.ts'

export type SheetRow = { readonly number: number; readonly cells: readonly string[] }

export type OpenWorkbook = {
  readonly sheets: readonly FileSheet[]
  /** Rows in order, absent rows absent; at most so many of them. */
  rows(at: number, most?: number): AsyncIterable<SheetRow>
}

export function openXlsx(data: Uint8Array, sheets: readonly FileSheet[]): OpenWorkbook {
  return {
    sheets,
    rows: (at, most) => textRows(streamXlsxRows(data, { sheet: at, ...(most && { maxRows: most }) })),
  }
}

export function openOds(data: Uint8Array, sheets: readonly FileSheet[]): OpenWorkbook {
  return {
    sheets,
    rows: (at, most) => textRows(streamOdsRows(data, { sheets: [at], ...(most && { maxRows: most }) })),
  }
}

type HucreRow = { readonly index: number; readonly values: readonly SheetCell[] }

async function* textRows(rows: AsyncIterable<HucreRow>): AsyncGenerator<SheetRow> {
  for await (const { index, values } of rows) yield { number: index + 1, cells: values.map(cellText) }
}
