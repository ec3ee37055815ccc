import { expect, it } from 'vitest'
import { calendarDay } from '../kernel/calendar-day.ts'
import { deBefore, formatCount, formatDay, formatDays, formatInstant, quote } from './format.fr.ts'

it.each([
  [formatDay(calendarDay('2026-11-22')), '22 novembre 2026', 'a day'],
  [formatDay(calendarDay('2026-05-01')), '1er mai 2026', 'the first of a month'],
  [formatDays(0), '0 jour', 'zero is singular in French'],
  [formatDays(1), '1 jour', 'one'],
  [formatDays(143), '143 jours', 'many'],
  [
    formatCount(2, 'foyer qui attend', 'foyers qui attendent'),
    '2 foyers qui attendent',
    'a plural of its own',
  ],
  [formatInstant(new Date('2026-11-22T13:05:00Z')), '22 novembre 2026 à 14 h 05', 'winter time in Paris'],
  [formatInstant(new Date('2026-07-01T22:30:00Z')), '2 juillet 2026 à 0 h 30', 'summer time, past midnight'],
  [quote('Ça vient du toit.'), '« Ça vient du toit. »', 'narrow spaces inside the marks'],
])('%s: %s (%s)', (said, wanted) =>
  expect(said.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')).toBe(wanted),
)

it.each([
  ['Élise', 'd’', 'an accent is a vowel all the same'],
  ['Amina', 'd’', 'a vowel'],
  ['Œdipe', 'd’', 'a ligature'],
  ['Yves', 'd’', 'y before a consonant'],
  ['Yasmine', 'de ', 'y before a vowel'],
  ['Karim', 'de ', 'a consonant'],
  ['Hélène', 'de ', 'an h may be mute or not'],
  ['ousmane', 'd’', 'a small letter'],
  ['فاطمة', 'de ', 'a name of another script'],
  ['12 bis', 'de ', 'no letter'],
  ['', 'de ', 'nothing'],
])('before «%s» comes «%s»: %s', (name, said) => expect(deBefore(name)).toBe(said))
