import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { countExits } from '../../measure/exits.ts'
import { sameMixOf } from './same-mix.ts'

const origin = {
  clock: 'landlord',
  name: 'x',
  asOf: calendarDay('2026-11-01'),
  coverage: { counted: 1000, known: 1000 },
  sources: [{ name: 'x.csv', sha256: 'a'.repeat(64), rows: 1000 }],
  entryFrom: null,
} as const
/** `slow` of these many wait 200 days and more, the others end on the third day. */
const waits = (name: string, many: number, slow: number) => ({
  name,
  neverAtRisk: 0,
  exits: countExits(
    [
      { time: 3.5, cause: 1, count: many - slow },
      { time: 200.5, cause: 0, count: slow },
    ],
    1,
  ).exits,
})

describe('two places on one mix of categories', () => {
  it('are alike when each category waits alike, whatever each has many of', () => {
    const lifts = { name: 'A', categories: [waits('lift', 90, 9), waits('damp', 10, 8)] }
    const damp = { name: 'B', categories: [waits('lift', 10, 1), waits('damp', 90, 72)] }
    const month = sameMixOf([lifts, damp], origin, { interval: 'log-log' })?.value.days[1]
    expect(month?.day).toBe(30)
    expect(month?.shares[0]).toBeCloseTo(0.45) // half of 0.1, half of 0.8; unmixed: 0.17 and 0.73
    expect(month?.shares[1]).toBeCloseTo(0.45)
  })

  it('says how much of the mix a place has, when it lacks a category', () => {
    const one = { name: 'A', categories: [waits('lift', 60, 6)] }
    const both = { name: 'B', categories: [waits('lift', 20, 2), waits('damp', 20, 2)] }
    expect(sameMixOf([one, both], origin, { interval: 'log-log' })?.value.covered).toEqual([0.8, 1])
  })

  it('is nothing with one category: there is no mix', () => {
    const one = { name: 'A', categories: [waits('lift', 60, 6)] }
    expect(sameMixOf([one, one], origin, { interval: 'log-log' })).toBeNull()
  })
})
