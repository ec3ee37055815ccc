import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countExits } from './exits.ts'
import { waitsOfColumns } from './waits-of-columns.ts'

type Row = { stratum: number; days: number; outcome: number; count: number }

const columns = (rows: readonly Row[]) => ({
  stratum: Int32Array.from(rows, ({ stratum }) => stratum),
  days: Int32Array.from(rows, ({ days }) => days),
  outcome: Int32Array.from(rows, ({ outcome }) => outcome),
  count: Float64Array.from(rows, ({ count }) => count),
})
const row = fc.record({
  stratum: fc.integer({ min: -1, max: 2 }),
  days: fc.integer({ min: 0, max: 9 }),
  outcome: fc.integer({ min: 0, max: 5 }),
  count: fc.integer({ min: 1, max: 9 }),
})

describe('waits an engine has counted', () => {
  it('are, stratum by stratum, what counting them one by one gives', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const found = waitsOfColumns(columns(rows), 0.5)
        for (const code of [-1, 0, 1, 2]) {
          const own = rows.filter(({ stratum }) => stratum === code)
          const waits = own.map(({ days, outcome, count }) => ({ time: days + 0.5, cause: outcome, count }))
          expect(found.get(code)).toEqual(own.length > 0 ? countExits(waits, 5).exits : undefined)
        }
      }),
    )
  })

  it.each<[string, Partial<Row>]>([
    ['a wait below zero', { days: -1 }],
    ['an outcome nobody knows', { outcome: 6 }],
    ['half a case', { count: 0.5 }],
  ])('refuses %s', (_, wrong) => {
    const rows = [
      { stratum: 0, days: 1, outcome: 1, count: 1 },
      { stratum: 0, days: 1, outcome: 1, count: 1, ...wrong },
    ]
    expect(() => waitsOfColumns(columns(rows), 0.5)).toThrow(RangeError)
  })
})
