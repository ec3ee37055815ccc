import { canonicalOrder } from './canonical-order.ts'
import { NOT_ENDED } from './outcomes.ts'

/**
 * The Lexis table: how many cases of a stratum were opened on one day and closed on another, as known from a third.
 * Counts are signed integers and tables add: what was wrong is taken away by its negative, never rewritten
 * (ANALYTICS.md §2). No floating point happens here, so that every engine gives the same table to the bit.
 *
 * Held as columns in one canonical order (stratum, opened, closed, outcome, knownFrom), one row per cell, no cell of 0:
 * two tables are equal when their columns are.
 */
export type LexisTable = {
  readonly size: number
  /** Code of the stratum, in the dictionary of whoever counts. */
  readonly stratum: Int32Array
  /** Day numbers (day-number.ts). `closed` is STILL_OPEN while the case waits. */
  readonly opened: Int32Array
  readonly closed: Int32Array
  /** Codes of outcomes.ts; 0 while the case waits. */
  readonly outcome: Int32Array
  /** The day from which this contribution is known. */
  readonly knownFrom: Int32Array
  /** Cases; negative where something is taken back. */
  readonly count: Float64Array
}

/** In `closed`: the case still waits. After every day, so that «closed after» needs no exception. */
export const STILL_OPEN = 2_147_483_647

/** One row of the table: a number of cases, or of cases taken back. */
export type Contribution = {
  readonly stratum: number
  readonly opened: number
  readonly closed: number
  readonly outcome: number
  readonly knownFrom: number
  readonly count: number
}

const KEYS = ['stratum', 'opened', 'closed', 'outcome', 'knownFrom'] as const

/**
 * The table of these contributions, in any order, repeated or not.
 * Throws RangeError on a number that is no 32-bit integer, a closing before its opening, an open case with an outcome.
 */
export function tableOf(contributions: readonly Contribution[]): LexisTable {
  const raw = blank(contributions.length)
  contributions.forEach((contribution, row) => {
    checkContribution(contribution)
    for (const key of KEYS) raw[key][row] = contribution[key]
    raw.count[row] = contribution.count
  })
  return canonical(raw)
}

export const EMPTY_TABLE: LexisTable = blank(0)

/** The sum of tables: a landlord's files, several sites, a vintage and what changed since. */
export function mergeTables(...tables: readonly LexisTable[]): LexisTable {
  const raw = blank(tables.reduce((rows, { size }) => rows + size, 0))
  let at = 0
  for (const table of tables) {
    for (const key of KEYS) raw[key].set(table[key], at)
    raw.count.set(table.count, at)
    at += table.size
  }
  return canonical(raw)
}

/** What, merged with the table, gives the empty one. */
export function negate(table: LexisTable): LexisTable {
  return { ...table, count: table.count.map((count) => -count) }
}

/** What must be added to `before` to have `after`: the delta of two vintages of one source. */
export const difference = (after: LexisTable, before: LexisTable): LexisTable =>
  mergeTables(after, negate(before))

/** The rows, for whoever writes them elsewhere. */
export function contributionsOf(table: LexisTable): Contribution[] {
  return Array.from({ length: table.size }, (_, row) => ({
    stratum: table.stratum[row] ?? 0,
    opened: table.opened[row] ?? 0,
    closed: table.closed[row] ?? 0,
    outcome: table.outcome[row] ?? 0,
    knownFrom: table.knownFrom[row] ?? 0,
    count: table.count[row] ?? 0,
  }))
}

function blank(size: number) {
  return {
    size,
    stratum: new Int32Array(size),
    opened: new Int32Array(size),
    closed: new Int32Array(size),
    outcome: new Int32Array(size),
    knownFrom: new Int32Array(size),
    count: new Float64Array(size),
  }
}

function checkContribution(contribution: Contribution): void {
  const { closed, opened, outcome, count } = contribution
  const whole = KEYS.every((key) => (contribution[key] | 0) === contribution[key])
  if (!whole || !Number.isSafeInteger(count)) throw new RangeError('a cell is made of whole numbers')
  if (closed < opened) throw new RangeError('a case is not closed before it is opened')
  if ((closed === STILL_OPEN) !== (outcome === NOT_ENDED)) {
    throw new RangeError('a case has an outcome when it is closed, and only then')
  }
}

/** Sorted, cells added together, zeros gone. */
function canonical(raw: LexisTable): LexisTable {
  const order = sortedRows(raw)
  const kept = blank(raw.size)
  let size = 0
  for (let at = 0; at < order.length;) {
    const row = order[at] ?? 0
    let count = 0
    for (; at < order.length && sameCell(raw, row, order[at] ?? 0); at++) {
      count += raw.count[order[at] ?? 0] ?? 0
    }
    if (!Number.isSafeInteger(count)) throw new RangeError('a count passes what a number can hold exactly')
    if (count === 0) continue
    for (const key of KEYS) kept[key][size] = raw[key][row] ?? 0
    kept.count[size++] = count
  }
  return firstRows(kept, size)
}

const sortedRows = (raw: LexisTable): Uint32Array => canonicalOrder(KEYS.map((key) => raw[key]))

function sameCell(table: LexisTable, a: number, b: number): boolean {
  return KEYS.every((key) => table[key][a] === table[key][b])
}

function firstRows(table: LexisTable, size: number): LexisTable {
  return {
    size,
    stratum: table.stratum.slice(0, size),
    opened: table.opened.slice(0, size),
    closed: table.closed.slice(0, size),
    outcome: table.outcome.slice(0, size),
    knownFrom: table.knownFrom.slice(0, size),
    count: table.count.slice(0, size),
  }
}
