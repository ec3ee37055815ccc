import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  calendarDay,
  compareDays,
  dayIn,
  daysBetween,
  parseCalendarDay,
  partsOf,
  weekdayOf,
} from './calendar-day.ts'

const day = calendarDay
const anyDay = fc.integer({ min: 0, max: 109_000 }).map((n) => addDays(day('1900-01-01'), n))
const someDays = fc.integer({ min: -300, max: 300 })
const innerDay = fc.integer({ min: 400, max: 108_000 }).map((n) => addDays(day('1900-01-01'), n))

describe('reading a day', () => {
  it.each([
    ['2024-02-29', true, '2024 is a leap year'],
    ['2023-02-29', false, '2023 is not'],
    ['1900-02-29', false, 'a century is not a leap year'],
    ['2000-02-29', true, 'but every fourth century is'],
    ['2024-04-31', false, 'April has 30 days'],
    ['1899-12-31', false, 'before the first year we read'],
    ['1900-01-01', true, 'the first day we read'],
    ['2199-12-31', true, 'the last day we read'],
    ['2200-01-01', false, 'after the last year we read'],
    ['2024-13-01', false, 'there is no thirteenth month'],
    ['2024-1-1', false, 'two digits, always'],
    ['2024-01-01T00:00:00Z', false, 'an instant is not a day'],
    [' 2024-01-01', false, 'no spaces'],
    ['٢٠٢٤-٠١-٠١', false, 'only the digits a database writes'],
    ['', false, 'nothing'],
  ])('%s is a day: %s (%s)', (text, isDay) => {
    expect(parseCalendarDay(text)).toBe(isDay ? text : undefined)
  })

  it('throws where a wrong day is a bug', () => {
    expect(() => calendarDay('2023-02-29')).toThrow('not a calendar day: 2023-02-29')
  })

  it('gives its numbers', () => {
    expect(partsOf(day('2024-03-07'))).toEqual({ year: 2024, month: 3, day: 7 })
  })
})

describe('adding months, date to date', () => {
  it.each([
    ['2024-01-15', 1, '2024-02-15', 'the same number'],
    ['2024-01-31', 1, '2024-02-29', 'the last day of a short month'],
    ['2023-01-31', 1, '2023-02-28', 'shorter still'],
    ['2024-03-31', -1, '2024-02-29', 'backwards too'],
    ['2024-11-30', 3, '2025-02-28', 'across a year'],
    ['2024-02-29', 12, '2025-02-28', 'a leap day has no anniversary'],
    ['2024-01-10', -1, '2023-12-10', 'back across a year'],
    ['2024-05-31', 0, '2024-05-31', 'nothing to add'],
  ])('%s and %i months is %s: %s', (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to)
  })
})

describe('the civil day in Paris', () => {
  it.each([
    ['2026-11-22T22:59:59Z', '2026-11-22', 'winter: one hour ahead of UTC'],
    ['2026-11-22T23:00:00Z', '2026-11-23', 'midnight in winter'],
    ['2026-07-14T21:59:59Z', '2026-07-14', 'summer: two hours ahead'],
    ['2026-07-14T22:00:00Z', '2026-07-15', 'midnight in summer'],
    ['2026-03-28T23:30:00Z', '2026-03-29', 'the night the clocks go forward'],
    ['2026-12-31T23:00:00Z', '2027-01-01', 'the new year'],
  ])('at %s it is %s: %s', (instant, expected) => {
    expect(dayIn(new Date(instant))).toBe(expected)
  })

  it('is another day elsewhere', () => {
    expect(dayIn(new Date('2026-11-22T23:00:00Z'), 'America/Martinique')).toBe('2026-11-22')
    expect(dayIn(new Date('2026-11-22T20:30:00Z'), 'Indian/Reunion')).toBe('2026-11-23')
  })
})

describe('laws', () => {
  it('adding then counting gives back the number', () => {
    fc.assert(
      fc.property(innerDay, someDays, (d, n) => {
        expect(daysBetween(d, addDays(d, n))).toBe(n)
      }),
    )
  })

  it('counting then adding gives back the day, whatever the clock changes between', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b)
      }),
    )
  })

  it('orders days as text, as numbers and as a comparison', () => {
    const sign = (n: number) => Math.sign(n) + 0 // + 0 turns -0 into 0
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(compareDays(a, b)).toBe(sign(daysBetween(b, a)))
      }),
    )
  })

  it('reads what it writes', () => {
    fc.assert(
      fc.property(anyDay, (d) => {
        expect(parseCalendarDay(d)).toBe(d)
      }),
    )
  })

  it('comes to the same weekday after seven days', () => {
    expect(weekdayOf(day('2026-11-22'))).toBe(7)
    expect(weekdayOf(day('2026-11-23'))).toBe(1)
    fc.assert(
      fc.property(innerDay, (d) => {
        expect(weekdayOf(addDays(d, 7))).toBe(weekdayOf(d))
      }),
    )
  })

  it('never goes past a month when adding months', () => {
    const month = (d: string) => Number(d.slice(0, 4)) * 12 + Number(d.slice(5, 7))
    const someMonths = fc.integer({ min: -12, max: 12 })
    fc.assert(
      fc.property(innerDay, someMonths, (d, n) => {
        expect(month(addMonths(d, n))).toBe(month(d) + n)
      }),
    )
  })
})
