/** Rows written for DuckDB: the number of the row, then its cells, each quoted only where it must be. */
export const NUMBERED = { separator: ',', quote: '"' } as const

export function numberedRow(number: number, cells: readonly string[]): string {
  let line = `${number}`
  for (const cell of cells) line += `,${quotedCell(cell)}`
  return `${line}\n`
}

const NEEDS_QUOTES = /[",\r\n]/

function quotedCell(cell: string): string {
  return NEEDS_QUOTES.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
