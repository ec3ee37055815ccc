import { addDays, type CalendarDay, compareDays, dayOf, partsOf } from './calendar-day.ts'
import { HOLIDAY_RULES, type HolidayCode, type HolidayRule, type HolidayZone } from './holiday-rules.ts'

/** The years for which holidays are known; outside them nothing that counts holidays is computed. */
export const FIRST_HOLIDAY_YEAR = 2000
export const LAST_HOLIDAY_YEAR = 2040

export type Holiday = { readonly day: CalendarDay; readonly code: HolidayCode; readonly article: string }

export const knowsHolidaysOf = (year: number): boolean =>
  Number.isInteger(year) && year >= FIRST_HOLIDAY_YEAR && year <= LAST_HOLIDAY_YEAR

/** Public holidays of a year, in order; two may fall on one day. @throws RangeError outside the known years. */
export function holidaysOf(year: number, zone: HolidayZone): readonly Holiday[] {
  if (!knowsHolidaysOf(year)) throw new RangeError(`no holidays are known for ${year}`)
  const easter = easterOf(year)
  return HOLIDAY_RULES.filter((rule) => holds(rule, year, zone))
    .map((rule) => ({ day: dayOfRule(rule, year, easter), code: rule.code, article: rule.article }))
    .toSorted((a, b) => compareDays(a.day, b.day))
}

/** The holiday that falls on this day; when two meet (1 May 2008 was also Ascension Day), one of them. */
export function holidayOn(day: CalendarDay, zone: HolidayZone): Holiday | undefined {
  return mapOf(partsOf(day).year, zone).get(day)
}

const known = new Map<string, ReadonlyMap<CalendarDay, Holiday>>()

function mapOf(year: number, zone: HolidayZone): ReadonlyMap<CalendarDay, Holiday> {
  const key = `${year} ${zone}`
  const found = known.get(key)
  if (found) return found
  const made = new Map(holidaysOf(year, zone).map((holiday) => [holiday.day, holiday]))
  known.set(key, made)
  return made
}

const holds = (rule: HolidayRule, year: number, zone: HolidayZone): boolean =>
  rule.zones.includes(zone) && year >= (rule.since ?? year) && year <= (rule.until ?? year)

function dayOfRule({ when, code }: HolidayRule, year: number, easter: CalendarDay): CalendarDay {
  if ('afterEaster' in when) return addDays(easter, when.afterEaster)
  const day = dayOf({ year, ...when })
  if (!day) throw new RangeError(`${code} is not a day of ${year}`)
  return day
}

/** Easter Sunday of the Gregorian calendar (the « Meeus » form of the computus). */
export function easterOf(year: number): CalendarDay {
  const golden = year % 19
  const [century, inCentury] = [Math.floor(year / 100), year % 100]
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451)
  const count = epact + toSunday - 7 * late + 114
  const day = dayOf({ year, month: Math.floor(count / 31), day: (count % 31) + 1 })
  if (!day) throw new RangeError(`no Easter in ${year}`)
  return day
}

const ZONE_OF_DEPARTMENT: Readonly<Record<string, HolidayZone>> = {
  '57': 'alsace_moselle',
  '67': 'alsace_moselle',
  '68': 'alsace_moselle',
  '971': 'guadeloupe',
  '972': 'martinique',
  '973': 'guyane',
  '974': 'la_reunion',
  '975': 'national', // Saint-Pierre-et-Miquelon has the eleven days and no other
  '976': 'mayotte',
  '977': 'saint_barthelemy',
  '978': 'saint_martin',
}

/**
 * The zone of a commune by its INSEE code; nothing for the Pacific (986, 987, 988), whose holidays follow a law of their
 * own that this house does not know.
 */
export function zoneOfCommune(inseeCode: string): HolidayZone | undefined {
  if (!/^\d[\dAB]\d{3}$/.test(inseeCode)) return undefined
  const department = inseeCode.startsWith('97') ? inseeCode.slice(0, 3) : inseeCode.slice(0, 2)
  if (department === '98') return undefined
  return ZONE_OF_DEPARTMENT[department] ?? (inseeCode.startsWith('97') ? undefined : 'national')
}

const CLOCKS: Partial<Record<HolidayZone, string>> = {
  guadeloupe: 'America/Guadeloupe',
  martinique: 'America/Martinique',
  guyane: 'America/Cayenne',
  la_reunion: 'Indian/Reunion',
  mayotte: 'Indian/Mayotte',
  saint_barthelemy: 'America/St_Barthelemy',
  saint_martin: 'America/Marigot',
}

/** The clock on the wall in a zone. */
export const clockOfZone = (zone: HolidayZone): string => CLOCKS[zone] ?? 'Europe/Paris'
