import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDay } from '../kernel/calendar-day.ts'
import { dayNumber, dayOfNumber } from './day-number.ts'
import {
  type Contribution,
  contributionsOf,
  difference,
  EMPTY_TABLE,
  mergeTables,
  negate,
  STILL_OPEN,
  tableOf,
} from './lexis.ts'

const opened = (day: number, more: Partial<Contribution> = {}): Contribution => ({
  stratum: 1,
  opened: day,
  closed: STILL_OPEN,
  outcome: 0,
  knownFrom: day,
  count: 1,
  ...more,
})

const contribution = fc
  .record({
    stratum: fc.integer({ min: 0, max: 2 }),
    opened: fc.integer({ min: -3, max: 3 }),
    wait: fc.option(fc.integer({ min: 0, max: 3 })),
    outcome: fc.integer({ min: 1, max: 5 }),
    knownFrom: fc.integer({ min: 0, max: 3 }),
    count: fc.integer({ min: -3, max: 3 }),
  })
  .map(({ wait, outcome, ...rest }): Contribution =>
    wait === null
      ? { ...rest, closed: STILL_OPEN, outcome: 0 }
      : { ...rest, closed: rest.opened + wait, outcome },
  )
const contributions = fc.array(contribution, { maxLength: 30 })

describe('the table of contributions', () => {
  it('adds what falls in one cell, in canonical order', () => {
    const table = tableOf([opened(5), opened(2, { count: 3 }), opened(5), opened(2, { stratum: 0 })])
    expect(contributionsOf(table)).toEqual([
      opened(2, { stratum: 0 }),
      opened(2, { count: 3 }),
      opened(5, { count: 2 }),
    ])
  })

  it('holds no cell of zero: a case taken back leaves nothing', () => {
    expect(tableOf([opened(5), opened(5, { count: -1 })])).toEqual(EMPTY_TABLE)
  })

  it.each<[Partial<Contribution>, string]>([
    [{ opened: 1.5 }, 'half a day'],
    [{ count: 0.5 }, 'half a case'],
    [{ stratum: 2 ** 40 }, 'a stratum no column can hold'],
    [{ closed: 4, outcome: 1 }, 'closed before it was opened'],
    [{ outcome: 1 }, 'still open, yet with an outcome'],
    [{ closed: 6 }, 'closed, yet without an outcome'],
    [{ count: Number.NaN }, 'no number at all'],
  ])('refuses %j: %s', (more) => {
    expect(() => tableOf([opened(5, more)])).toThrow(RangeError)
  })

  it('refuses a sum that is no longer exact', () => {
    expect(() => tableOf([opened(5, { count: Number.MAX_SAFE_INTEGER }), opened(5, { count: 2 })])).toThrow(
      'exactly',
    )
  })
})

describe('the laws of a commutative group', () => {
  it('any order of the contributions gives the same table', () => {
    const shuffled = contributions.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
    )
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(tableOf(other)).toEqual(tableOf(all))
      }),
    )
  })

  it('any split, counted apart and merged, gives the table of the whole', () => {
    fc.assert(
      fc.property(contributions, fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 30 }), (all, site) => {
        const sites = [0, 1, 2].map((k) => tableOf(all.filter((_, at) => site[at] === k)))
        expect(mergeTables(...sites)).toEqual(tableOf(all))
      }),
    )
  })

  it('has a neutral table, an inverse for each, and does not mind the order or the brackets', () => {
    const table = contributions.map(tableOf)
    fc.assert(
      fc.property(table, table, table, (a, b, c) => {
        expect(mergeTables(a, EMPTY_TABLE)).toEqual(a)
        expect(mergeTables(a, negate(a))).toEqual(EMPTY_TABLE)
        expect(mergeTables(a, b)).toEqual(mergeTables(b, a))
        expect(mergeTables(mergeTables(a, b), c)).toEqual(mergeTables(a, mergeTables(b, c)))
      }),
    )
  })

  it('the first vintage and the delta give the second', () => {
    const table = contributions.map(tableOf)
    fc.assert(
      fc.property(table, table, (first, second) => {
        expect(mergeTables(first, difference(second, first))).toEqual(second)
      }),
    )
  })

  it('the sum of the cells is the sum of the contributions', () => {
    const total = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0)
    fc.assert(
      fc.property(contributions, (all) => {
        expect(total(tableOf(all).count)).toBe(total(all.map(({ count }) => count)))
      }),
    )
  })

  it('a table read back from its rows is itself', () => {
    fc.assert(
      fc.property(contributions.map(tableOf), (table) => {
        expect(tableOf(contributionsOf(table))).toEqual(table)
      }),
    )
  })
})

it('numbers the days as databases do', () => {
  expect(dayNumber(calendarDay('1970-01-01'))).toBe(0)
  expect(dayNumber(calendarDay('1969-12-31'))).toBe(-1)
  expect(dayNumber(calendarDay('2026-11-23'))).toBe(20_780)
  expect(dayOfNumber(20_780)).toBe('2026-11-23')
})
