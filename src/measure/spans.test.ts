import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDay } from '../kernel/calendar-day.ts'
import { dueAfter } from '../kernel/working-calendar.ts'
import { dayNumber, dayOfNumber } from './day-number.ts'
import { STILL_OPEN, tableOf } from './lexis.ts'
import { type Span, workingSpan } from './spans.ts'
import { waitsAsOf } from './waits-as-of.ts'

const day = (text: string) => dayNumber(calendarDay(text))
const year = { from: day('2026-01-01'), until: day('2026-12-31') }

function spanIn(unit: 'working_days' | 'business_days'): Span {
  const span = workingSpan(unit, 'national', year)
  if (!span.ok) throw new Error('no calendar')
  return span.value
}

describe('waits in working days', () => {
  it.each([
    // opened      until         ouvrés ouvrables why
    ['2026-05-04', '2026-05-04', 0, 0, 'the day of opening is not counted'],
    ['2026-05-04', '2026-05-07', 3, 3, 'an ordinary week'],
    ['2026-05-07', '2026-05-11', 1, 2, '8 May and Sunday count for nobody, Saturday as ouvrable only'],
    ['2026-05-13', '2026-05-15', 1, 1, 'Ascension Thursday does not count, the Friday after it does'],
  ])('from %s to %s: %d jours ouvrés, %d jours ouvrables: %s', (opened, until, working, business) => {
    expect(spanIn('working_days')(day(opened), day(until))).toBe(working)
    expect(spanIn('business_days')(day(opened), day(until))).toBe(business)
  })

  it('counts as deadlines do: what is due after n days has waited n days', () => {
    const start = fc.integer({ min: year.from, max: year.until - 60 })
    const unit = fc.constantFrom('working_days' as const, 'business_days' as const)
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 30 }), unit, (opened, length, unit) => {
        const due = dueAfter(dayOfNumber(opened), length, unit, 'national')
        if (!due.ok) throw new Error('no due day')
        expect(spanIn(unit)(opened, dayNumber(due.value.on))).toBe(length)
      }),
    )
  })

  it('is refused in years without known holidays, and throws outside its days', () => {
    expect(
      workingSpan('working_days', 'national', { from: day('1900-01-01'), until: day('1900-02-01') }),
    ).toEqual({
      ok: false,
      refusal: { because: 'outside_calendar' },
    })
    expect(() => spanIn('working_days')(year.from - 1, year.until)).toThrow(RangeError)
  })

  it('who closed on the Saturday before the first day watched is not seen, though no working day passed since', () => {
    const [opened, saturday, sunday] = [day('2026-06-03'), day('2026-06-06'), day('2026-06-07')]
    const one = (closed: number) => ({
      stratum: 0,
      opened,
      closed,
      outcome: closed === STILL_OPEN ? 0 : 1,
      knownFrom: 0,
      count: 1,
    })
    const read = waitsAsOf(tableOf([one(saturday), one(sunday), one(STILL_OPEN)]), {
      asOf: day('2026-06-10'),
      observedFrom: sunday,
      tie: 0.5,
      span: spanIn('working_days'),
    }).get(0)
    expect(read).toMatchObject({ neverAtRisk: 1, exits: { n: 2, time: Float64Array.of(2.5, 5.5) } })
  })
})
