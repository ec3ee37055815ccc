/** A real .xlsx, as a spreadsheet saves one: sheets of rows by name. */
import { writeXlsx } from 'hucre/xlsx'

export async function xlsxOf(sheets: Readonly<Record<string, readonly (readonly string[])[]>>) {
  const given = Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((row) => [...row]) }))
  return Buffer.from(await writeXlsx({ sheets: given }))
}
