import { describe, expect, test } from 'vitest'
import { NO_FLOOR } from '../../kernel/approximate-day.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { findRule, RULES_VERSION } from './register.ts'
import { copyOf, dueOf, type RuleCopy } from './rule-copy.ts'
import { standing } from './standing.ts'

const copy = (id: string, change: Partial<RuleCopy> = {}): RuleCopy => {
  const rule = findRule(id)
  if (!rule) throw new Error(`no rule ${id}`)
  return { ...copyOf(rule), ...change }
}
const between = (earliest: string, latest = earliest) => ({
  earliest: calendarDay(earliest),
  latest: calendarDay(latest),
})
const day = calendarDay

describe('a copy', () => {
  test('goes through JSON and comes back the same, with the version of the register', () => {
    const made = copy('awaab_investigation')
    expect(JSON.parse(JSON.stringify(made))).toEqual(made)
    expect(made.rulesVersion).toBe(RULES_VERSION)
  })

  test('shares nothing with the register that could be changed after', () => {
    const rule = findRule('written_demand')
    const made = copyOf(rule ?? copy('written_demand'))
    expect(made.stopsOn).not.toBe(rule?.stopsOn)
    expect(made.source).not.toBe(rule?.source)
  })

  test('is computed as it was, whatever the register became', () => {
    const old = copy('written_demand', { length: 3, rulesVersion: '2019' })
    expect(dueOf(old, between('2026-01-15'), 'national').dueOn).toBe('2026-04-15')
  })
})

describe('the due day', () => {
  test('of a day that is known is one day', () => {
    const due = dueOf(copy('written_demand'), between('2026-06-14'), 'national')
    expect([due.dueEarliest, due.dueOn]).toEqual(['2026-08-14', '2026-08-14'])
    expect(due.steps.map((step) => step.day)).toEqual(['2026-06-14', '2026-07-14', '2026-08-14'])
  })

  test('of «in June» counts from the last of June, so that nobody is late before they certainly are', () => {
    const due = dueOf(copy('written_demand'), between('2026-06-01', '2026-06-30'), 'national')
    expect([due.dueEarliest, due.dueOn]).toEqual(['2026-08-01', '2026-08-30'])
  })

  test('of «before winter 2023» has no earliest day', () => {
    const due = dueOf(copy('written_demand'), { earliest: NO_FLOOR, latest: day('2023-11-30') }, 'national')
    expect([due.dueEarliest, due.dueOn]).toEqual([null, '2024-01-30'])
  })

  test('in hours lies between the first and the last hour of the day', () => {
    const due = dueOf(copy('awaab_emergency'), between('2026-03-10'), 'national')
    expect([due.dueEarliest, due.dueOn, due.hourUnknown]).toEqual(['2026-03-10', '2026-03-11', true])
  })

  test('does not exist where the text has no figure, and nothing is computed instead', () => {
    expect(dueOf(copy('upkeep_without_figure'), between('2026-06-14'), 'national')).toEqual({
      dueOn: null,
      dueEarliest: null,
      steps: [],
      hourUnknown: false,
      because: 'no_figure',
    })
  })

  test('is refused in 2041, when holidays are needed, and for a length that is none', () => {
    const rule = copy('awaab_investigation')
    expect(dueOf(rule, between('2041-01-02'), 'national').because).toBe('outside_calendar')
    expect(dueOf({ ...rule, length: -3 }, between('2026-01-02'), 'national').because).toBe('bad_length')
  })
})

describe('where it stands', () => {
  const rule = copy('awaab_investigation') // ten working days
  const dueOn = day('2026-05-15') // a Friday; the day before is Ascension Day
  test.each([
    [undefined, '2026-05-13', { state: 'running', left: { days: 1, unit: 'working_days' } }],
    [undefined, '2026-05-15', { state: 'running', left: { days: 0, unit: 'calendar_days' } }],
    [undefined, '2026-05-16', { state: 'passed', since: { days: 1, unit: 'calendar_days' } }],
    [undefined, '2026-05-26', { state: 'passed', since: { days: 6, unit: 'working_days' } }],
    ['2026-05-11', '2026-11-23', { state: 'met', before: { days: 3, unit: 'working_days' } }],
    ['2026-05-15', '2026-11-23', { state: 'met', before: { days: 0, unit: 'calendar_days' } }],
    ['2026-05-18', '2026-11-23', { state: 'late', by: { days: 1, unit: 'working_days' } }],
    ['2026-05-17', '2026-11-23', { state: 'late', by: { days: 2, unit: 'calendar_days' } }],
  ] as const)('stopped %s, seen on %s', (stopped, today, expected) => {
    expect(standing(rule, dueOn, stopped ? day(stopped) : undefined, day(today))).toEqual(expected)
  })

  test('months are told in days, and years without known holidays too', () => {
    expect(standing(copy('written_demand'), day('2026-08-14'), undefined, day('2026-10-01'))).toEqual({
      state: 'passed',
      since: { days: 48, unit: 'calendar_days' },
    })
    expect(standing(rule, day('2040-12-28'), undefined, day('2041-01-04'))).toEqual({
      state: 'passed',
      since: { days: 7, unit: 'calendar_days' },
    })
  })

  test('without a figure there is no late', () => {
    expect(standing(copy('upkeep_without_figure'), null, undefined, day('2026-11-23'))).toEqual({
      state: 'no_figure',
    })
  })
})
