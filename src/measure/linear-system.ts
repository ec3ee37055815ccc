/** x such that A x = b, A square; undefined when A has no inverse. Gauss with the largest pivot first. */
export function solveSystem(a: readonly (readonly number[])[], b: readonly number[]): number[] | undefined {
  const rows = a.map((row, i) => Float64Array.of(...row, b[i] ?? 0))
  const scale = a.reduce((most, row) => row.reduce((max, x) => Math.max(max, Math.abs(x)), most), 0)
  for (let column = 0; column < rows.length; column++) {
    if (!bringPivotUp(rows, column, scale)) return undefined
    const pivot = rows[column]
    if (pivot) rows.slice(column + 1).forEach((row) => subtract(row, pivot, column))
  }
  return substituteBack(rows)
}

function bringPivotUp(rows: Float64Array[], column: number, scale: number): boolean {
  let best = column
  for (let row = column + 1; row < rows.length; row++) {
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row
  }
  const [here, there] = [rows[column], rows[best]]
  if (!here || !there || Math.abs(there[column] ?? 0) <= scale * 1e-13) return false
  rows[column] = there
  rows[best] = here
  return true
}

function subtract(row: Float64Array, pivot: Float64Array, column: number): void {
  const factor = (row[column] ?? 0) / (pivot[column] ?? 1)
  if (factor === 0) return
  for (let at = column; at < row.length; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0)
}

function substituteBack(rows: readonly Float64Array[]): number[] {
  const x = rows.map(() => 0)
  for (let i = rows.length - 1; i >= 0; i--) {
    const row = rows[i] ?? new Float64Array(1)
    const known = row.slice(i + 1, -1).reduce((sum, factor, at) => sum + factor * (x[i + 1 + at] ?? 0), 0)
    x[i] = ((row.at(-1) ?? 0) - known) / (row[i] ?? 1)
  }
  return x
}
