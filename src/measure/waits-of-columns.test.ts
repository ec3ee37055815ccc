import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countExits } from './exits.ts'
import { AFTER_AS_OF, waitsOfColumns } from './waits-of-columns.ts'

type Row = { stratum: number; days: number; outcome: number; entry: number; count: number }

const columns = (rows: readonly Row[]) => ({
  stratum: Int32Array.from(rows, ({ stratum }) => stratum),
  days: Int32Array.from(rows, ({ days }) => days),
  outcome: Int32Array.from(rows, ({ outcome }) => outcome),
  entry: Int32Array.from(rows, ({ entry }) => entry),
  count: Float64Array.from(rows, ({ count }) => count),
})
const row = fc.record({
  stratum: fc.integer({ min: -1, max: 2 }),
  days: fc.integer({ min: AFTER_AS_OF, max: 9 }),
  outcome: fc.integer({ min: 0, max: 5 }),
  entry: fc.constantFrom(0, 0, 0, 1, 4, 12),
  count: fc.integer({ min: 1, max: 9 }),
})

const isLater = ({ days }: Row): boolean => days === AFTER_AS_OF

describe('waits an engine has counted', () => {
  it.each<[0 | 0.5]>([[0.5], [0]])('are, stratum by stratum, those of its cases; tie %d', (tie) => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const found = waitsOfColumns(columns(rows), tie)
        for (const code of [-1, 0, 1, 2]) {
          const own = rows.filter(({ stratum }) => stratum === code)
          const [later, seen] = [own.filter(isLater), own.filter((one) => !isLater(one))]
          const waits = seen.map(({ days, outcome, ...rest }) => ({
            ...rest,
            time: days + tie,
            cause: outcome,
          }))
          const afterAsOf = later.reduce((sum, { count }) => sum + count, 0)
          const wanted = { ...countExits(waits, 5), afterAsOf }
          expect(found.get(code)).toEqual(own.length > 0 ? wanted : undefined)
        }
      }),
    )
  })

  it('are seen from the start without a column of entries', () => {
    const { entry: _, ...rest } = columns([{ stratum: 0, days: 2, outcome: 1, entry: 1, count: 3 }])
    expect(waitsOfColumns(rest, 0.5).get(0)?.exits.entries).toBeNull()
  })

  it.each<[string, Partial<Row>]>([
    ['a wait below zero', { days: -2 }],
    ['an entry below zero', { entry: -1 }],
    ['an outcome nobody knows', { outcome: 6 }],
    ['half a case', { count: 0.5 }],
  ])('refuses %s', (_, wrong) => {
    const rows = [
      { stratum: 0, days: 1, outcome: 1, entry: 0, count: 1 },
      { stratum: 0, days: 1, outcome: 1, entry: 0, count: 1, ...wrong },
    ]
    expect(() => waitsOfColumns(columns(rows), 0.5)).toThrow(RangeError)
  })
})
