import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDay, calendarDay, daysBetween, weekdayOf } from './calendar-day.ts'
import { hoursAfter, midnightOf } from './elapsed-hours.ts'
import { HOLIDAY_ZONES } from './holiday-rules.ts'
import { holidayOn } from './holidays.ts'
import { sayLength, sayReason } from './working-calendar.fr.ts'
import { dayOff, dueAfter, openDaysBetween, type Unit, UNITS } from './working-calendar.ts'

const due = (start: string, length: number, unit: Unit, zone = 'national' as const) => {
  const found = dueAfter(calendarDay(start), length, unit, zone)
  return found.ok ? found.value.on : found.refusal.because
}

describe('a length ends on', () => {
  test.each<readonly [string, number, Unit, string, string]>([
    // start, length, unit, day, why
    ['2026-11-23', 1, 'calendar_days', '2026-11-24', 'the start day is not counted'],
    ['2026-11-20', 2, 'calendar_days', '2026-11-22', 'calendar days end on Sundays too'],
    ['2026-11-20', 1, 'working_days', '2026-11-23', 'Friday to Monday'],
    ['2026-11-20', 1, 'business_days', '2026-11-21', 'Saturday is ouvrable'],
    ['2026-11-21', 1, 'business_days', '2026-11-23', 'Sunday never is'],
    ['2026-04-28', 5, 'working_days', '2026-05-06', '1 May and a week-end stand between'],
    ['2026-04-28', 5, 'business_days', '2026-05-05', '1 May and a Sunday'],
    ['2026-07-31', 10, 'working_days', '2026-08-14', 'August is counted as any month; 15 August comes next'],
    ['2026-08-14', 1, 'business_days', '2026-08-17', '15 August is a Saturday and a holiday'],
    ['2026-06-14', 2, 'months', '2026-08-14', 'two months end in August all the same'],
    ['2026-03-01', 2, 'months', '2026-05-01', 'a month may end on 1 May: it stays there'],
    ['2026-01-31', 1, 'months', '2026-02-28', 'a shorter month ends on its last day'],
    ['2028-01-31', 1, 'months', '2028-02-29', 'in a leap year on the 29th'],
    ['2026-01-31', 2, 'months', '2026-03-31', 'and the length of February is then forgotten'],
    ['2028-02-29', 12, 'months', '2029-02-28', '29 February has an anniversary every year'],
    ['2028-02-29', 48, 'months', '2032-02-29', 'and its own every four'],
    ['2026-12-31', 2, 'months', '2027-02-28', 'over a year’s end'],
    ['2026-03-10', 24, 'hours', '2026-03-11', 'an ordinary night: the end of the next day'],
    ['2026-03-28', 24, 'hours', '2026-03-30', 'the night of 23 hours: one hour is left for Monday'],
    ['2026-10-24', 24, 'hours', '2026-10-25', 'the day of 25 hours'],
    ['2026-03-28', 23, 'hours', '2026-03-29', 'all of the short day'],
  ])('%s + %i %s = %s (%s)', (start, length, unit, end) => {
    expect(due(start, length, unit)).toBe(end)
  })

  test.each([
    [0, 'bad_length'],
    [-1, 'bad_length'],
    [1.5, 'bad_length'],
    [Number.NaN, 'bad_length'],
    [40_000, 'bad_length'],
  ] as const)('a length of %s is refused: %s', (length, because) => {
    for (const unit of UNITS) expect(due('2026-11-23', length, unit)).toBe(because)
  })

  test('what counts holidays refuses years whose holidays are not known; what does not goes on', () => {
    expect(due('2040-12-28', 10, 'working_days')).toBe('outside_calendar')
    expect(due('2041-01-05', 1, 'business_days')).toBe('outside_calendar')
    expect(due('1999-12-31', 1, 'working_days')).toBe('outside_calendar')
    expect(due('1900-01-01', 1, 'working_days')).toBe('outside_calendar')
    expect(due('2041-01-05', 3, 'months')).toBe('2041-04-05')
    expect(due('2041-01-05', 3, 'calendar_days')).toBe('2041-01-08')
    expect(due('2199-12-01', 3, 'months')).toBe('outside_calendar')
    expect(due('2199-12-31', 24, 'hours')).toBe('outside_calendar')
  })

  test('a day off moves the end only when the rule says so, and the steps say over what', () => {
    const carried = dueAfter(calendarDay('2026-03-01'), 2, 'months', 'national', { carriedOver: true })
    expect(carried.ok && carried.value.on).toBe('2026-05-04')
    const reasons = carried.ok ? carried.value.steps.map((s) => s.reason) : []
    expect(reasons).toEqual(['start_day', undefined, undefined, 'saturday', 'sunday', 'carried_over'])
    const monday = dueAfter(calendarDay('2026-11-21'), 2, 'calendar_days', 'national', { carriedOver: true })
    expect(monday.ok && monday.value.on).toBe('2026-11-23')
    const unknown = dueAfter(calendarDay('2041-03-01'), 2, 'months', 'national', { carriedOver: true })
    expect(unknown.ok).toBe(false)
  })

  test('26 December is passed over in Strasbourg', () => {
    const end = dueAfter(calendarDay('2025-12-24'), 1, 'working_days', 'alsace_moselle')
    expect(end.ok && end.value.on).toBe('2025-12-29')
    expect(due('2025-12-24', 1, 'working_days')).toBe('2025-12-26')
  })
})

describe('hours', () => {
  test('are true hours through the nights when the clocks change', () => {
    const spring = new Date('2026-03-28T22:00:00+01:00')
    expect(hoursAfter(spring, 24).toISOString()).toBe(new Date('2026-03-29T23:00:00+02:00').toISOString())
    const autumn = new Date('2026-10-24T22:00:00+02:00')
    expect(hoursAfter(autumn, 24).toISOString()).toBe(new Date('2026-10-25T21:00:00+01:00').toISOString())
  })

  test('a day begins when its own clock says so', () => {
    expect(midnightOf(calendarDay('2026-03-30'), 'national').toISOString()).toBe('2026-03-29T22:00:00.000Z')
    expect(midnightOf(calendarDay('2026-03-30'), 'martinique').toISOString()).toBe('2026-03-30T04:00:00.000Z')
    expect(midnightOf(calendarDay('2026-03-30'), 'la_reunion').toISOString()).toBe('2026-03-29T20:00:00.000Z')
  })

  test('of a day whose hour is not known say so, and say 23 and 25', () => {
    const over = dueAfter(calendarDay('2026-03-27'), 60, 'hours', 'national')
    expect(over.ok && over.value.hourUnknown).toBe(true)
    expect(over.ok ? over.value.steps.map((s) => s.count) : []).toEqual([0, 24, 47, 60])
    const back = dueAfter(calendarDay('2026-10-24'), 48, 'hours', 'national')
    expect(back.ok ? back.value.steps.map((s) => s.count) : []).toEqual([0, 25, 48])
  })
})

const days = fc.integer({ min: 0, max: 14_000 }).map((n) => addDays(calendarDay('2000-01-01'), n))
const zones = fc.constantFrom(...HOLIDAY_ZONES)
const lengths = fc.integer({ min: 1, max: 120 })
const openUnits = fc.constantFrom('working_days', 'business_days')
const endOf = (start: CalendarDay, length: number, unit: Unit, zone: (typeof HOLIDAY_ZONES)[number]) => {
  const found = dueAfter(start, length, unit, zone)
  if (!found.ok) throw new Error(found.refusal.because)
  return found.value
}

describe('whatever the day, the length and the zone', () => {
  test('a later start never ends sooner, a longer length always ends later', () => {
    fc.assert(
      fc.property(
        days,
        fc.nat(40),
        lengths,
        fc.constantFrom(...UNITS),
        zones,
        (start, later, n, unit, zone) => {
          const end = endOf(start, n, unit, zone).on
          expect(endOf(addDays(start, later), n, unit, zone).on >= end).toBe(true)
          const longer = endOf(start, n + 1, unit, zone).on
          expect(unit === 'hours' ? longer >= end : longer > end).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  })

  test('calendar days add up', () => {
    fc.assert(
      fc.property(days, lengths, lengths, (start, a, b) => {
        const twice = endOf(endOf(start, a, 'calendar_days', 'national').on, b, 'calendar_days', 'national')
        expect(twice.on).toBe(endOf(start, a + b, 'calendar_days', 'national').on)
        expect(daysBetween(start, twice.on)).toBe(a + b)
      }),
    )
  })

  test('open days never end on a day off, and the steps are every day between, counted or with a reason', () => {
    fc.assert(
      fc.property(days, lengths, openUnits, zones, (start, n, unit, zone) => {
        const { on, steps } = endOf(start, n, unit, zone)
        expect(holidayOn(on, zone)).toBeUndefined()
        expect(weekdayOf(on)).toBeLessThanOrEqual(unit === 'working_days' ? 5 : 6)
        expect(steps.map((s) => s.day)).toEqual(
          Array.from({ length: daysBetween(start, on) + 1 }, (_, i) => addDays(start, i)),
        )
        expect(steps.every((s) => s.counted === (s.reason === undefined))).toBe(true)
        expect(steps.filter((s) => s.counted)).toHaveLength(n)
        expect(openDaysBetween(start, on, unit, zone)).toBe(n)
      }),
      { numRuns: 150 },
    )
  })

  test('business days never end after working days, nor calendar days after business days', () => {
    fc.assert(
      fc.property(days, lengths, zones, (start, n, zone) => {
        const working = endOf(start, n, 'working_days', zone).on
        const business = endOf(start, n, 'business_days', zone).on
        expect(business <= working).toBe(true)
        expect(endOf(start, n, 'calendar_days', zone).on <= business).toBe(true)
      }),
      { numRuns: 150 },
    )
  })
})

test('said in French: «2 mois», «1 jour ouvré», «1er mai», «samedi»', () => {
  expect(sayLength(2, 'months')).toBe('2\u00a0mois')
  expect(sayLength(1, 'working_days')).toBe('1\u00a0jour ouvré')
  expect(sayLength(24, 'hours')).toBe('24\u00a0heures')
  expect(sayReason(dayOff(calendarDay('2026-05-01'), 'working_days', 'national') ?? 'start_day')).toBe(
    '1er mai',
  )
  expect(sayReason('saturday')).toBe('samedi')
})

test('open days are not counted in years whose holidays are not known', () => {
  expect(
    openDaysBetween(calendarDay('2040-12-30'), calendarDay('2041-01-03'), 'working_days', 'national'),
  ).toBeUndefined()
})
