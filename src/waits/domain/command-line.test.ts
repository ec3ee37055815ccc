import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { readAsOf, startOf } from './as-of.ts'
import { readMapAsked, readTallyAsked } from './tally-asked.ts'
import { sayUsage } from './usage.fr.ts'
import { usageInEnglish } from './usage-in-english.ts'
import { readWaitsAsked } from './waits-asked.ts'

const words = (text: string): string[] => text.split(' ').filter((word) => word !== '')

describe('what was asked', () => {
  it('a file alone: a table, log-log, the rules of the map', () => {
    expect(readWaitsAsked(['a.csv'])).toEqual({
      ok: true,
      value: {
        files: ['a.csv'],
        map: null,
        asOf: null,
        by: [],
        days: null,
        ties: null,
        tau: null,
        ci: 'log-log',
        causes: false,
        said: 'table',
        svg: null,
        pdf: null,
      },
    })
  })

  it('everything, with either way to write a value, files anywhere', () => {
    const asked = readWaitsAsked([
      ...words('a.csv --map=M.json --as-of 2026-02-17 --tau=90 --ci logit --days elapsed --ties none'),
      ...words('b.csv --causes --json --pdf p.pdf --by Ward'),
      '--by',
      '"Type, detail", Year ',
      '--',
      '--odd.csv',
    ])
    expect(asked.ok && asked.value).toEqual({
      files: ['a.csv', 'b.csv', '--odd.csv'],
      map: 'M.json',
      asOf: '2026-02-17',
      by: ['Ward', 'Type, detail', 'Year'],
      days: 'elapsed',
      ties: 'none',
      tau: 90,
      ci: 'logit',
      causes: true,
      said: 'json',
      svg: null,
      pdf: 'p.pdf',
    })
  })

  it('a drawing alone leaves stdout empty', () => {
    const asked = readWaitsAsked(words('a.csv --svg s.svg'))
    expect(asked.ok && asked.value.said).toBeNull()
  })

  it('a tally: Palier’s days unless others are declared', () => {
    const asked = readTallyAsked(words('a.csv --out t.tally.json --grid 1,7,30'))
    expect(asked.ok && [asked.value.out, asked.value.grid, asked.value.unprotected]).toEqual([
      't.tally.json',
      [1, 7, 30],
      false,
    ])
  })
})

const REFUSED = [
  ['an option misspelt is named', ['a.csv', '--jsn'], 'unknown_option', '--json'],
  ['an option of nothing we know', ['a.csv', '--verbose'], 'unknown_option', '--help'],
  ['a short option', ['a.csv', '-x'], 'unknown_option', '-x'],
  ['a value left out at the end', ['a.csv', '--as-of'], 'value_missing', '--as-of'],
  ['a value left out before another option', ['a.csv', '--map', '--json'], 'value_missing', '--map'],
  ['a value where none goes', ['a.csv', '--json=1'], 'value_not_taken', '--json'],
  ['an option twice', words('a.csv --tau 3 --tau 4'), 'option_twice', '--tau'],
  ['an interval nobody knows', words('a.csv --ci loglog'), 'value_unknown', 'log-log'],
  ['a rule of days nobody knows', words('a.csv --days calendar'), 'value_unknown', 'civil, elapsed'],
  ['no days', words('a.csv --tau 0'), 'not_days', '90'],
  ['days in letters', words('a.csv --tau trente'), 'not_days', 'trente'],
  ['no file', ['--json'], 'file_missing', 'waits'],
  ['two results on one stdout', words('a.csv --json --table'), 'two_results', '--table'],
] as const

describe('a command that cannot be run says what to write instead, in both languages', () => {
  it.each(REFUSED)('%s', (_, args, because, said) => {
    const asked = readWaitsAsked(args)
    if (asked.ok) throw new Error('accepted')
    expect(asked.refusal.because).toBe(because)
    expect(sayUsage(asked.refusal)).toContain(said)
    expect(usageInEnglish(asked.refusal)).toContain(said)
  })

  it.each([
    ['a tally without a place to go', ['a.csv'], 'out_missing'],
    ['a grid that does not rise', words('a.csv --out t --grid 7,1'), 'grid_unreadable'],
    ['a grid in halves', words('a.csv --out t --grid 0.5,1'), 'grid_unreadable'],
    ['a grid of days for a tally by day', words('a.csv --out t --grid 1,7 --unprotected'), 'two_results'],
  ])('%s', (_, args, because) => {
    const asked = readTallyAsked(args)
    expect(asked.ok ? 'accepted' : asked.refusal.because).toBe(because)
  })

  it('a map is proposed for one file', () => {
    const asked = readMapAsked(['a.csv', 'b.csv'])
    expect(asked.ok ? 'accepted' : asked.refusal.because).toBe('one_file_only')
  })
})

describe('until when cases are known', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  const instantOf = (text: string, zone: string) => {
    const asOf = readAsOf(text, zone, now)
    return asOf.ok ? [new Date(asOf.value.instant).toISOString(), asOf.value.day] : asOf.refusal.because
  }

  it.each([
    ['a day is known until its end, in the zone', '2026-02-17', 'Europe/Paris', '2026-02-17T23:00:00.000Z'],
    ['a day of 23 hours too', '2026-03-29', 'Europe/Paris', '2026-03-29T22:00:00.000Z'],
    ['a day of 25 hours too', '2026-10-25', 'Europe/Paris', '2026-10-25T23:00:00.000Z'],
    ['west of Greenwich', '2026-02-16', 'America/New_York', '2026-02-17T05:00:00.000Z'],
    ['today', '2026-11-23', 'Europe/Paris', '2026-11-23T23:00:00.000Z'],
  ])('%s', (_, text, zone, instant) => {
    expect(instantOf(text, zone)).toEqual([instant, text])
  })

  it('an instant says its zone, and its day is that of the source', () => {
    const expected = ['2026-02-17T02:21:40.000Z', '2026-02-16']
    expect(instantOf('2026-02-17T02:21:40Z', 'America/New_York')).toEqual(expected)
    expect(instantOf('2026-02-16 21:21:40-05:00', 'America/New_York')).toEqual(expected)
  })

  it.each([
    ['tomorrow', '2026-11-24', 'as_of_in_future'],
    ['in an hour', '2026-11-23T13:00:01Z', 'as_of_in_future'],
    ['a day that is in no calendar', '2026-02-30', 'as_of_unreadable'],
    ['an instant of such a day', '2026-02-30T10:00:00Z', 'as_of_unreadable'],
    ['an instant without its zone', '2026-02-17T02:21:40', 'as_of_unreadable'],
    ['as it is said in French', '17/02/2026', 'as_of_unreadable'],
    ['the code of an hour that is not', '2026-02-17T25:00:00Z', 'as_of_unreadable'],
  ])('%s is refused', (_, text, because) => {
    expect(instantOf(text, 'Europe/Paris')).toBe(because)
  })

  it('the day after a leap of the clock begins where the zone says', () => {
    expect(new Date(startOf(calendarDay('2026-03-30'), 'Europe/Paris')).toISOString()).toBe(
      '2026-03-29T22:00:00.000Z',
    )
  })
})
