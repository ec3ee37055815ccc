/** Cuts text into rows as a spreadsheet does: quotes may hold newlines, and a quote that never closes is a character. */

/** A quoted row longer than this was never closed. */
const LONGEST_QUOTED = 200_000

export type CutRow = { readonly cells: readonly string[]; readonly line: string }
export type RowCutter = { push(text: string): CutRow[]; end(): CutRow[] }

export function rowCutter(separator: string, quote: string): RowCutter {
  let rest = ''
  const take = (isLast: boolean): CutRow[] => {
    const rows: CutRow[] = []
    let at = 0
    while (at < rest.length) {
      const row = cutOne(rest, at, { separator, quote, isLast })
      if (!row) break
      rows.push({ cells: row.cells, line: rest.slice(at, row.end) })
      at = row.next
    }
    rest = rest.slice(at)
    return rows
  }
  return {
    push: (text) => {
      rest += text
      return take(false)
    },
    end: () => take(true),
  }
}

type Cutting = { separator: string; quote: string; isLast: boolean }
type Cut = { cells: string[]; end: number; next: number }

/** One row from a place on; nothing when its end is not there yet. */
function cutOne(text: string, from: number, how: Cutting): Cut | undefined {
  const row = cutQuoted(text, from, how)
  if (row) return row
  const isLost = how.isLast || text.length - from > LONGEST_QUOTED
  return isLost ? cutPlain(text, from, how) : undefined
}

function cutQuoted(text: string, from: number, { separator, quote, isLast }: Cutting): Cut | undefined {
  const cells: string[] = []
  let at = from
  for (;;) {
    const isQuoted = text[at] === quote
    const cell = isQuoted ? quotedCell(text, at, quote) : { value: '', next: at }
    if (!cell) return undefined
    const stop = stopOf(text, cell.next, separator)
    if (stop === text.length && !isLast) return undefined
    if (text[stop] === '\r' && stop + 1 === text.length && !isLast) return undefined
    cells.push(cell.value + text.slice(cell.next, stop))
    if (text[stop] !== separator || stop === text.length)
      return { cells, end: stop, next: afterLine(text, stop) }
    at = stop + 1
  }
}

function quotedCell(text: string, open: number, quote: string): { value: string; next: number } | undefined {
  let value = ''
  let from = open + 1
  for (;;) {
    const close = text.indexOf(quote, from)
    if (close < 0) return undefined
    value += text.slice(from, close)
    if (text[close + 1] !== quote) return { value, next: close + 1 }
    value += quote
    from = close + 2
  }
}

/** A line whose quotes do not close, read without them. */
function cutPlain(text: string, from: number, { separator, isLast }: Cutting): Cut | undefined {
  const end = lineEnd(text, from)
  if (end === text.length && !isLast) return undefined
  return { cells: text.slice(from, end).split(separator), end, next: afterLine(text, end) }
}

const NEWLINE = 10
const RETURN = 13

function stopOf(text: string, from: number, separator: string): number {
  const cut = separator.charCodeAt(0)
  for (let at = from; at < text.length; at++) {
    const here = text.charCodeAt(at)
    if (here === cut || here === NEWLINE || here === RETURN) return at
  }
  return text.length
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const here = text.charCodeAt(at)
    if (here === NEWLINE || here === RETURN) return at
  }
  return text.length
}

function afterLine(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1
}
