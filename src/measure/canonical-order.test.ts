import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalOrder } from './canonical-order.ts'

const read = (columns: readonly Int32Array[]) =>
  [...canonicalOrder(columns)].map((row) => columns.map((column) => column[row] ?? 0))

it.each([
  [0, 'nothing'],
  [50, 'few rows, compared'],
  [9_000, 'many rows, by digits'],
])('%d rows come in the order of the first column, then of the second: %s', (size) => {
  const values = fc.constantFrom(-2_147_483_648, -70_000, -1, 0, 1, 65_535, 65_536, 2_147_483_647)
  const column = fc.array(values, { minLength: size, maxLength: size }).map((all) => Int32Array.from(all))
  fc.assert(
    fc.property(column, column, (first, second) => {
      const rows = Array.from(first, (x, at) => [x, second[at] ?? 0] as const)
      const sorted = rows.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
      expect(read([first, second])).toEqual(sorted)
    }),
    { numRuns: 5 },
  )
})
