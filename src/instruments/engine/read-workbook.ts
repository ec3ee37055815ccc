/** An .xlsx as rows of text, numbered as its author sees them; nothing in it is computed. */
import { streamXlsxRows } from 'hucre/xlsx'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { cellText } from '../../sources/domain/sheet-cell.ts'
import { findSheet, readHeading, type Sheet, type Workbook } from '../domain/compile/workbook.ts'
import type { FormRefusal } from '../domain/compile/refusal.ts'
import type { WorkbookRefusal } from '../domain/workbook-refusal.ts'
import { formulaCells, sheetParts } from './workbook-parts.ts'
import { unpackWorkbook, WORKBOOK_LIMITS } from './unpack-workbook.ts'

/** The sheets, and each cell that a spreadsheet would compute: its author wrote no text there. */
export type OpenedWorkbook = { readonly workbook: Workbook; readonly formulas: readonly FormRefusal[] }

export async function readWorkbook(bytes: Uint8Array): Promise<Result<OpenedWorkbook, WorkbookRefusal>> {
  const parts = await unpackWorkbook(bytes)
  if (!parts.ok) return parts
  const named = sheetParts(parts.value)
  const workbook: Sheet[] = []
  for (const [at, { name }] of named.entries()) {
    const rows = await rowsOf(bytes, at).catch(() => undefined)
    if (rows === undefined) return refuse({ because: 'file_damaged' })
    if (rows === 'too many') return refuse({ because: 'too_many_rows', most: WORKBOOK_LIMITS.rows })
    workbook.push({ name, rows })
  }
  const formulas = named.flatMap(({ name, part }) => formulasOf(workbook, name, parts.value.get(part) ?? ''))
  return accept({ workbook, formulas })
}

/** A sheet leaves out its empty rows, and their numbers must hold. */
async function rowsOf(bytes: Uint8Array, sheet: number): Promise<string[][] | 'too many'> {
  const rows: string[][] = []
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    if (values.every((cell) => cellText(cell).trim() === '')) continue
    if (index >= WORKBOOK_LIMITS.rows) return 'too many'
    while (rows.length < index) rows.push([])
    rows.push(values.map(cellText))
  }
  return rows
}

const FORM_SHEETS = ['survey', 'choices', 'settings'] as const

function formulasOf(workbook: Workbook, name: string, xml: string): readonly FormRefusal[] {
  const sheet = FORM_SHEETS.find((known) => findSheet(workbook, known)?.name === name)
  if (!sheet) return []
  const headers = findSheet(workbook, sheet)?.rows[0] ?? []
  return formulaCells(xml).map(({ cell, row, at }) => {
    const header = headers[at] ?? ''
    const column = row === 1 || header === '' ? cell.replace(/\d+$/, '') : readHeading(header).column
    return { because: 'formula_not_supported', sheet, row, column, what: cell }
  })
}
