/** A cell of a workbook as the text it would have in a file of text. */
export type SheetCell = string | number | boolean | Date | null | undefined

export function cellText(cell: SheetCell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return numberText(cell)
  if (cell instanceof Date) return dateText(cell)
  return String(cell)
}

/** A spreadsheet shows 15 digits: 0.1 + 0.2 is 0.3. */
function numberText(number: number): string {
  return Number.isInteger(number) ? String(number) : String(Number(number.toPrecision(15)))
}

const SECOND = 1000
const DAY = 86_400_000

/** The civil date that the cell shows, which workbooks hold without a zone; with its time unless it is midnight. */
function dateText(date: Date): string {
  const rounded = Math.round(date.getTime() / SECOND) * SECOND
  if (!Number.isFinite(rounded)) return ''
  const iso = new Date(rounded).toISOString()
  return rounded % DAY === 0 ? iso.slice(0, 10) : iso.slice(0, 19)
}
