import Holidays from 'date-holidays'
import { describe, expect, test } from 'vitest'
import { calendarDay } from './calendar-day.ts'
import { HOLIDAY_RULES, HOLIDAY_ZONES, type HolidayZone } from './holiday-rules.ts'
import { sayHoliday, sayZone } from './holidays.fr.ts'
import {
  clockOfZone,
  easterOf,
  FIRST_HOLIDAY_YEAR,
  holidayOn,
  holidaysOf,
  LAST_HOLIDAY_YEAR,
  zoneOfCommune,
} from './holidays.ts'

const YEARS = Array.from(
  { length: LAST_HOLIDAY_YEAR - FIRST_HOLIDAY_YEAR + 1 },
  (_, i) => FIRST_HOLIDAY_YEAR + i,
)
const PUBLISHED: Record<HolidayZone, readonly [string, ...string[]]> = {
  national: ['FR'],
  alsace_moselle: ['FR', '67'],
  guadeloupe: ['GP'],
  martinique: ['MQ'],
  guyane: ['GF'],
  la_reunion: ['RE'],
  mayotte: ['YT'],
  saint_barthelemy: ['BL'],
  saint_martin: ['MF'],
}

/** Where we and the published list part, and why we keep ours: days on one side only. */
function expectedDifference(zone: HolidayZone, year: number): { ours: string[]; theirs: string[] } {
  const goodFriday = new Date(Date.parse(easterOf(year)) - 2 * 86_400_000).toISOString().slice(0, 10)
  switch (zone) {
    case 'guadeloupe':
    case 'martinique':
      // A custom there; Code du travail L3422-2 does not name it.
      return { ours: [], theirs: [goodFriday] }
    case 'saint_martin':
      // 28 May by the circulars of 2018 and 2019; the list keeps the date of Guadeloupe.
      return year < 2018 ? { ours: [], theirs: [] } : { ours: [`${year}-05-28`], theirs: [`${year}-05-27`] }
    case 'saint_barthelemy':
      // The list gives today's 9 October to all years; the decree that fixes it is of 2012.
      return year < 2012 ? { ours: [`${year}-05-27`], theirs: [`${year}-10-09`] } : { ours: [], theirs: [] }
    default:
      return { ours: [], theirs: [] }
  }
}

describe('holidays, beside an independent published list', () => {
  test.each(HOLIDAY_ZONES)('%s, 2000 to 2040', (zone) => {
    for (const year of YEARS) {
      const [country, ...state] = PUBLISHED[zone]
      const list = new Holidays(country, state[0] ?? '')
        .getHolidays(year)
        .filter((h) => h.type === 'public')
        .map((h) => h.date.slice(0, 10))
      const published = new Set<string>(list)
      const ours = new Set<string>(holidaysOf(year, zone).map((h) => h.day))
      const found = {
        ours: [...ours].filter((day) => !published.has(day)),
        theirs: [...published].filter((day) => !ours.has(day)),
      }
      expect({ year, ...found }).toEqual({ year, ...expectedDifference(zone, year) })
    }
  })
})

test.each([
  // Printed calendars: moving days of years that people remember.
  ['2000-04-24', 'easter_monday'],
  ['2008-03-24', 'easter_monday'],
  ['2011-06-13', 'whit_monday'],
  ['2016-05-05', 'ascension'],
  ['2019-04-22', 'easter_monday'],
  ['2024-05-09', 'ascension'],
  ['2024-05-20', 'whit_monday'],
  ['2025-04-21', 'easter_monday'],
  ['2026-05-25', 'whit_monday'],
  ['2038-04-26', 'easter_monday'],
] as const)('%s is %s', (day, code) => {
  expect(holidayOn(calendarDay(day), 'national')?.code).toBe(code)
})

test('on 1 May 2008, which was also Ascension Day, there is one day off and two holidays', () => {
  const both = holidaysOf(2008, 'national').filter((h) => h.day === '2008-05-01')
  expect(both.map((h) => h.code).toSorted()).toEqual(['ascension', 'labour_day'])
  expect(holidaysOf(2008, 'national')).toHaveLength(11)
})

test('Easter itself, a Sunday, is not on the list; whit Monday is, every year since 2004 too', () => {
  for (const year of YEARS) {
    expect(holidayOn(easterOf(year), 'national')).toBeUndefined()
    expect(holidaysOf(year, 'national').map((h) => h.code)).toContain('whit_monday')
  }
})

test('26 December is a holiday in Strasbourg and not in Lyon', () => {
  expect(holidayOn(calendarDay('2026-12-26'), 'alsace_moselle')?.code).toBe('saint_stephen')
  expect(holidayOn(calendarDay('2026-12-26'), 'national')).toBeUndefined()
})

test.each([
  ['67482', 'alsace_moselle'],
  ['57463', 'alsace_moselle'],
  ['68224', 'alsace_moselle'],
  ['69266', 'national'],
  ['2A004', 'national'],
  ['97105', 'guadeloupe'],
  ['97209', 'martinique'],
  ['97302', 'guyane'],
  ['97411', 'la_reunion'],
  ['97502', 'national'],
  ['97611', 'mayotte'],
  ['97701', 'saint_barthelemy'],
  ['97801', 'saint_martin'],
  ['98818', undefined], // Nouméa: another law
  ['97999', undefined],
  ['', undefined],
  ['690266', undefined],
] as const)('the commune %s is in %s', (code, zone) => {
  expect(zoneOfCommune(code)).toBe(zone)
})

test.each([1999, 2041, 1899, Number.NaN, 2026.5])('no holidays are made up for %s', (year) => {
  expect(() => holidaysOf(year, 'national')).toThrow(RangeError)
})

test('every rule and zone has its French name and its clock', () => {
  for (const { code, article } of HOLIDAY_RULES) {
    expect(sayHoliday(code)).toMatch(/\S/)
    expect(article).toMatch(/^L3\d{3}-\d+$/)
  }
  for (const zone of HOLIDAY_ZONES) {
    expect(sayZone(zone)).toMatch(/\S/)
    expect(Intl.supportedValuesOf('timeZone').concat('America/Marigot', 'America/St_Barthelemy')).toContain(
      clockOfZone(zone),
    )
  }
})
