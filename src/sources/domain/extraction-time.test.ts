import { describe, expect, it } from 'vitest'
import { hourIn, readExtraction } from './extraction-time.ts'

describe('an extraction has a day, and an hour where it is known', () => {
  it.each([
    [
      '2026-02-16',
      '21:21:40',
      'America/New_York',
      '2026-02-17T02:21:40.000Z',
      'the worked example of the contract',
    ],
    ['2026-02-16', '21h21', 'America/New_York', '2026-02-17T02:21:00.000Z', 'as French writes it'],
    ['2026-07-14', '8:05', 'Europe/Paris', '2026-07-14T06:05:00.000Z', 'summer'],
    ['2026-03-29', '03:00', 'Europe/Paris', '2026-03-29T01:00:00.000Z', 'the first instant of summer'],
    [
      '2026-10-25',
      '02:30',
      'Europe/Paris',
      '2026-10-25T00:30:00.000Z',
      'an hour that comes twice: the first',
    ],
    ['2026-11-01', '00:00', 'Pacific/Auckland', '2026-10-31T11:00:00.000Z', 'far from Greenwich'],
  ])('%s %s in %s: %s (%s)', (day, hour, zone, instant) => {
    const read = readExtraction(day, hour, zone)
    expect(read.ok && read.value.instant?.toISOString()).toBe(instant)
  })

  it.each([
    ['', '', 'day_missing'],
    ['2026-02-30', '', 'day_unreadable'],
    ['2026-02-16', '25:00', 'hour_unreadable'],
    ['2026-02-16', 'midi', 'hour_unreadable'],
  ])('«%s» «%s»: %s', (day, hour, because) =>
    expect(readExtraction(day, hour, 'Europe/Paris')).toEqual({ ok: false, refusal: { because } }),
  )

  it('without an hour is known until its end', () =>
    expect(readExtraction('2026-02-16', ' ', 'Europe/Paris')).toEqual({
      ok: true,
      value: { day: '2026-02-16', instant: null },
    }))

  it('is typed again as it was', () =>
    expect(hourIn(new Date('2026-02-17T02:21:40Z'), 'America/New_York')).toBe('21:21:40'))
})
