/** Text of a table that came from a spreadsheet, and text that can go back into one without harm. */

/** UTF-8 when the bytes are UTF-8, with or without its mark; else Windows-1252, which French spreadsheets still write. */
export function decodeTable(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What stands between cells: the sign met most in the line of headers, where no sentence confuses the count. */
export function separatorOf(text: string): ';' | ',' | '\t' {
  const [header = ''] = text
    .replaceAll(/"[^"]*"/g, '')
    .trimStart()
    .split(/\r|\n/, 1)
  const times = (sign: string): number => header.split(sign).length
  const [most = ';'] = ([';', ',', '\t'] as const).toSorted((a, b) => times(b) - times(a))
  return most
}

const FORMULA = /^[\s']*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|^'*[\t\r\n]/
const NEUTRALISED = /^'(?=[\s']*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|'*[\t\r\n])/

/** A cell that a spreadsheet could take for a formula gets a quote before it, and shows as text. */
export const neutralise = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

/** Takes that quote away when the file comes back. */
export const undoNeutralise = (cell: string): string => cell.replace(NEUTRALISED, '')

const quoted = (cell: string): string => (/[";\r\n\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** A table as French spreadsheets open it: UTF-8 with its mark, `;` between cells, CRLF between lines. */
export const writeTable = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map((cell) => quoted(neutralise(cell))).join(';')}\r\n`).join('')}`
