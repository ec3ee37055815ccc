import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATE_ORDERS, type DateCounts, decideOrder, formatName, readDateFormat } from './date-formats.ts'

const counts = (told: Partial<DateCounts>): DateCounts => ({
  values: 100,
  read: {},
  bothWays: 0,
  twoWays: 0,
  twoWaysSamples: ['01/02/2025', '03/04/2025'],
  samples: ['01/02/2025'],
  separator: '/',
  ...told,
})
const order = (told: Partial<DateCounts>, hints = {}) => {
  const decided = decideOrder('le', counts(told), hints)
  return decided.ok ? decided.value.order : decided.refusal.because
}

describe('the order of a column', () => {
  it.each([
    ['read by one order', { read: { ymd: 100 } }, 'ymd'],
    ['one value tells for all', { read: { dmy: 100, mdy: 99 }, bothWays: 99, twoWays: 90 }, 'dmy'],
    ['none tells', { read: { dmy: 100, mdy: 100 }, bothWays: 100, twoWays: 90 }, 'ambiguous_dates'],
    [
      'none needs to tell: both orders give the same days',
      { read: { dmy: 100, mdy: 100 }, bothWays: 100 },
      'dmy',
    ],
    [
      'each has values of its own',
      { read: { dmy: 95, mdy: 90 }, bothWays: 85, twoWays: 80 },
      'ambiguous_dates',
    ],
    [
      'one slip among a thousand',
      { values: 1000, read: { dmy: 999, mdy: 401 }, bothWays: 400, twoWays: 390 },
      'dmy',
    ],
    ['the order that reads the most', { read: { ymd: 60, dmy: 40 } }, 'ymd'],
    ['nothing is a date', { read: {} }, null],
    ['an empty column', { values: 0 }, null],
    ['years of two digits', { read: { dmy2: 100, ymd2: 3 } }, 'two_digit_years'],
    ['serials are serials only when all are', { read: { excel: 99 } }, null],
    ['all of them', { read: { excel: 100 } }, 'excel'],
  ])('%s', (_, told, expected) => {
    expect(order(told)).toBe(expected)
  })

  it.each([
    [
      'the map decides',
      { read: { dmy: 100, mdy: 100 }, bothWays: 100, twoWays: 9 },
      { dateFormat: 'MM/dd/yyyy' },
      'mdy',
    ],
    [
      'even against the most',
      { read: { dmy: 100, mdy: 40 }, bothWays: 40, twoWays: 9 },
      { dateFormat: 'MM/dd/yyyy' },
      'mdy',
    ],
    [
      'but not against a column that is ISO throughout',
      { read: { ymd: 100 } },
      { dateFormat: 'dd/MM/yyyy' },
      'ymd',
    ],
    [
      'another column tells',
      { read: { dmy: 100, mdy: 100 }, bothWays: 100, twoWays: 9 },
      { beside: 'mdy' },
      'mdy',
    ],
    [
      'another column that is ISO tells nothing',
      { read: { dmy: 9, mdy: 9 }, bothWays: 9, twoWays: 9 },
      { beside: 'ymd' },
      'ambiguous_dates',
    ],
  ])('hints: %s', (_, told, hints, expected) => {
    expect(order(told, hints)).toBe(expected)
  })

  it('every order has a name that is read back, whatever the sign between', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DATE_ORDERS), fc.constantFrom('/', '-', '.'), (one, sign) => {
        expect(readDateFormat(formatName(one, sign))).toBe(one)
      }),
    )
    expect(readDateFormat("yyyy-MM-dd'T'HH:mm")).toBeUndefined()
    expect(readDateFormat('yyyy-MM-ddTHH:mm:ss')).toBe('ymd')
    expect(readDateFormat('yyyy-dd-MM')).toBeUndefined()
  })
})
