/** Where the names of the columns stand in the first rows of a table, and what each column is called. */

/** A title, a date of extraction or merged labels may stand above the names: this far, no farther. */
const DEEPEST_HEADER = 30
const ROWS_BELOW = 20

export type FoundHeader = {
  /** From 0. */
  readonly at: number
  readonly headers: readonly string[]
  readonly twiceNamed: readonly string[]
  /** Cells of a row as most rows have them: at least as many as the headers. */
  readonly width: number
}

type Row = readonly string[]

/** The first row that is mostly filled and whose followers are no wider than it is. */
export function findHeader(rows: readonly Row[]): FoundHeader | undefined {
  const first = rows.findIndex(isWritten)
  if (first < 0) return undefined
  const within = rows.slice(0, DEEPEST_HEADER).keys()
  const at = [...within].find((row) => standsAbove(rows, row)) ?? first
  const names = rows[at] ?? []
  const below = rows.slice(at + 1).filter(isWritten)
  const reach = reachOfMost(names, below)
  const width = Math.max(reach, usual(below.map((row) => row.length)) ?? names.length)
  return { at, ...nameColumns(names, reach), width }
}

function standsAbove(rows: readonly Row[], at: number): boolean {
  const names = rows[at] ?? []
  const below = rows
    .slice(at + 1)
    .filter(isWritten)
    .slice(0, ROWS_BELOW)
  const widest = usual(below.map(reachOf)) ?? reachOf(names)
  const filled = names.filter((cell) => cell.trim() !== '').length
  return filled > 0 && (widest <= 1 || filled > widest / 2)
}

export function isWritten(row: Row): boolean {
  return row.some((cell) => cell.trim() !== '')
}

/** How many cells up to the last that is written. */
function reachOf(row: Row): number {
  return row.findLastIndex((cell) => cell.trim() !== '') + 1
}

/** As far as the names go; farther when most rows do. */
function reachOfMost(names: Row, below: readonly Row[]): number {
  const named = reachOf(names)
  const farther = below.map(reachOf).filter((reach) => reach > named)
  return farther.length > below.length / 2 ? (usual(farther) ?? named) : named
}

/** The most frequent number; the greater of two as frequent. */
function usual(numbers: readonly number[]): number | undefined {
  const counts = Map.groupBy(numbers, (number) => number)
  const sorted = [...counts].sort(([a, as], [b, bs]) => bs.length - as.length || b - a)
  return sorted[0]?.[0]
}

/** One name for each column: its own, its letter when it has none, with a number when others bear it. */
export function nameColumns(names: Row, reach = names.length): { headers: string[]; twiceNamed: string[] } {
  const given = Array.from({ length: reach }, (_, at) => tidy(names[at] ?? '') || letterOf(at))
  const headers: string[] = []
  for (const name of given) headers.push(freeName(name, headers, given))
  const twiceNamed = [...new Set(given.filter((name, at) => given.indexOf(name) !== at))]
  return { headers, twiceNamed }
}

function freeName(name: string, taken: readonly string[], given: readonly string[]): string {
  if (!taken.includes(name)) return name
  for (let nth = 2; ; nth++) {
    const next = `${name} (${nth})`
    if (!taken.includes(next) && !given.includes(next)) return next
  }
}

function tidy(name: string): string {
  return name.replace(/\s+/g, ' ').trim()
}

/** The name of a nameless column: its letter in a spreadsheet. */
function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26))
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last
}
