/** Below this a comparison sort is quicker than clearing the buckets. */
const FEW = 4096
const BUCKETS = 65_536

/** The rows in the order of these columns, the first weighing most; rows that are equal keep their order. */
export function canonicalOrder(columns: readonly Int32Array[]): Uint32Array<ArrayBuffer> {
  const size = columns[0]?.length ?? 0
  const order = new Uint32Array(size)
  for (let row = 0; row < size; row++) order[row] = row // three times quicker than `from`
  if (isSorted(columns, size)) return order // an engine that sorts its rows spares us the sort
  if (size < FEW) return order.sort((a, b) => compareRows(columns, a, b))
  // By digits of 16 bits, the last column and its low digit first: each pass is stable, so the last decides.
  return columns
    .toReversed()
    .reduce((rows, column) => byDigit(byDigit(rows, column, low), column, high), order)
}

/** The digits of a signed integer, its sign turned so that negative ones come first. */
const low = (value: number): number => value & 0xffff
const high = (value: number): number => (value >> 16) + 0x8000

function byDigit(
  order: Uint32Array<ArrayBuffer>,
  column: Int32Array,
  digit: (value: number) => number,
): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(BUCKETS + 1)
  for (const value of column) {
    const next = digit(value) + 1
    starts[next] = (starts[next] ?? 0) + 1
  }
  if (starts.includes(column.length, 1)) return order // one digit for all
  for (let k = 1; k <= BUCKETS; k++) starts[k] = (starts[k] ?? 0) + (starts[k - 1] ?? 0)
  const sorted = new Uint32Array(order.length)
  for (const row of order) {
    const own = digit(column[row] ?? 0)
    const place = starts[own] ?? 0
    sorted[place] = row
    starts[own] = place + 1
  }
  return sorted
}

function isSorted(columns: readonly Int32Array[], size: number): boolean {
  for (let row = 1; row < size; row++) if (compareRows(columns, row - 1, row) > 0) return false
  return true
}

function compareRows(columns: readonly Int32Array[], a: number, b: number): number {
  for (const column of columns) {
    const apart = (column[a] ?? 0) - (column[b] ?? 0)
    if (apart !== 0) return apart
  }
  return 0
}
