import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { dayNumber, dayOfNumber } from '../../measure/day-number.ts'
import { suspectedTruncation } from './truncation.ts'

const on = (day: string): number => dayNumber(calendarDay(day))

/** Twenty-five old openings, one a day from 1 June 2010, then closings from a day on. */
const flowsUntil = (firstClosing: string, openings = 25) => [
  ...Array.from({ length: openings }, (_, at) => ({ day: on('2010-06-01') + at, opened: 1, closed: 0 })),
  { day: on(firstClosing), opened: 3, closed: 2 },
]

describe('a file that sees old cases only if they were still open', () => {
  it.each([
    ['2011-01-02', '2011-01-01', 'Chicago: 1 January is a holiday, and the first closing is on a Sunday'],
    ['2011-01-04', '2011-01-01', 'a holiday, then a week-end'],
    ['2011-01-01', '2011-01-01', 'the day itself'],
    ['2011-01-05', '2011-01-05', 'too late for a rule of the month'],
    ['2010-12-17', '2010-12-17', 'in the middle of a month'],
  ])('first closing on %s: since %s (%s)', (first, from) => {
    const found = suspectedTruncation(flowsUntil(first))
    expect(found && dayOfNumber(found.from)).toBe(from)
    expect(found?.olderCases).toBe(25)
  })

  it.each([
    ['few old cases', flowsUntil('2011-01-02', 5)],
    ['old cases of the month before', flowsUntil('2010-06-26')],
    ['nothing closed', flowsUntil('2011-01-02').slice(0, -1)],
  ])('is not suspected with %s', (_, flows) => {
    expect(suspectedTruncation(flows)).toBeNull()
  })
})
