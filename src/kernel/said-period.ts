/** Reads the French of a date, once folded to plain letters, as a period. No hedge (« vers », « avant ») is left. */
import {
  addDays,
  addMonths,
  type CalendarDay,
  dayOf,
  daysInMonth,
  FIRST_YEAR,
  LAST_YEAR,
  partsOf,
} from './calendar-day.ts'
import { MONTHS, SEASONS } from './french-calendar.fr.ts'
import { foldText } from './fold-text.ts'

export type Period = {
  earliest: CalendarDay
  latest: CalendarDay
  precision: 'day' | 'month' | 'season' | 'year' | 'about'
}
export type UnreadableDay = 'unreadable_date' | 'no_such_day' | 'future_date' | 'too_old'
type Reading = Period | UnreadableDay
type Reader = { pattern: RegExp; read: (found: readonly string[], today: CalendarDay) => Reading }

export function periodOf(text: string, today: CalendarDay): Reading {
  for (const { pattern, read } of READERS) {
    const found = pattern.exec(text)
    if (found)
      return read(
        found.slice(1).map((group) => group ?? ''),
        today,
      )
  }
  return 'unreadable_date'
}

const MONTH_NAMES = MONTHS.map(foldText)
const SEASON_NAMES = SEASONS.map((season) => foldText(season.name))
const MONTH = `(${MONTH_NAMES.join('|')}|janv|fevr|fev|avr|juil|sept|oct|nov|dec)\\.?`
const PART = '(?:(debut|mi|milieu|fin) )?(?:(?:de|du|d|mois|l annee) )*'
const WEEKDAY = '(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (?:le )?)?'
const NUMBERS = [
  'zero',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
]
const COUNT = `(\\d{1,3}|une|${NUMBERS.join('|')})`

const READERS: readonly Reader[] = [
  { pattern: /^aujourd hui$/, read: (_, today) => oneDay(today) },
  { pattern: /^avant hier$/, read: (_, today) => oneDay(addDays(today, -2)) },
  { pattern: /^hier$/, read: (_, today) => oneDay(addDays(today, -1)) },
  { pattern: /^(\d{4})-(\d{2})-(\d{2})$/, read: ([y, m, d]) => day(y, Number(m), d) },
  { pattern: /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/, read: ([d, m, y]) => day(y, Number(m), d) },
  {
    pattern: new RegExp(`^${WEEKDAY}(\\d{1,2})(?:er| er)? ${MONTH} (\\d{4})$`),
    read: ([d, name, y]) => day(y, monthNamed(name), d),
  },
  {
    pattern: new RegExp(`^${PART}(\\d{1,2})[/.-](\\d{4})$`),
    read: ([part, m, y]) => month(y, Number(m), part),
  },
  { pattern: new RegExp(`^${PART}(\\d{4})-(\\d{2})$`), read: ([part, y, m]) => month(y, Number(m), part) },
  {
    pattern: new RegExp(`^${PART}${MONTH} (?:de )?(\\d{4})$`),
    read: ([part, name, y]) => month(y, monthNamed(name), part),
  },
  {
    pattern: new RegExp(`^(${SEASON_NAMES.join('|')}) (?:de )?(\\d{4})(?:[/-](\\d{4}|\\d{2}))?$`),
    read: ([name, y, next]) => season(name, y, next),
  },
  { pattern: new RegExp(`^${PART}(\\d{4})$`), read: ([part, y]) => year(y, part) },
  {
    pattern: new RegExp(
      `^(?:il y a |ca fait )?(environ |a peu pres |presque )?${COUNT} (jour|semaine|mois|an|annee)s?$`,
    ),
    read: ([hedge, count, unit], today) => ago(today, numberSaid(count), unit, hedge !== ''),
  },
]

/** Two digits are of this century: nobody reports a leak of 1924. */
function yearSaid(text = ''): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function outOfRange(inYear: number): UnreadableDay | undefined {
  if (inYear < FIRST_YEAR) return 'too_old'
  return inYear > LAST_YEAR ? 'future_date' : undefined
}

function oneDay(on: CalendarDay): Period {
  return { earliest: on, latest: on, precision: 'day' }
}

function day(y: string | undefined, inMonth: number, d: string | undefined): Reading {
  const on = dayOf({ year: yearSaid(y), month: inMonth, day: Number(d) })
  return on ? oneDay(on) : (outOfRange(yearSaid(y)) ?? 'no_such_day')
}

function month(y: string | undefined, inMonth: number, part = ''): Reading {
  const inYear = yearSaid(y)
  if (inMonth < 1 || inMonth > 12) return 'unreadable_date'
  const length = daysInMonth(inYear, inMonth)
  const [from, to] = { debut: [1, 10], mi: [11, 20], milieu: [11, 20], fin: [21, length] }[part] ?? [
    1,
    length,
  ]
  return between([inYear, inMonth, from ?? 1], [inYear, inMonth, to ?? length], 'month')
}

/** Winter 2022 is December 2022 to February 2023; « hiver 2022-2023 » says the same. */
function season(name: string | undefined, y: string | undefined, next = ''): Reading {
  const first = SEASONS[SEASON_NAMES.indexOf(name ?? '')]?.firstMonth
  if (!first || (next && (first !== 12 || yearSaid(next) !== yearSaid(y) + 1))) return 'unreadable_date'
  return wholeMonths(yearSaid(y), first, 3, 'season')
}

function year(y: string | undefined, part = ''): Reading {
  const halfway = [4, 6] as const
  const [first, count] = ({ debut: [1, 3], mi: halfway, milieu: halfway, fin: [10, 3] } as const)[part] ?? [
    1, 12,
  ]
  return wholeMonths(yearSaid(y), first, count, part ? 'season' : 'year')
}

function wholeMonths(inYear: number, first: number, count: number, precision: Period['precision']): Reading {
  const last = first + count - 1
  const [endYear, endMonth] = last > 12 ? [inYear + 1, last - 12] : [inYear, last]
  return between([inYear, first, 1], [endYear, endMonth, daysInMonth(endYear, endMonth)], precision)
}

type Numbers = readonly [year: number, month: number, day: number]

function between(from: Numbers, to: Numbers, precision: Period['precision']): Reading {
  const earliest = dayOf({ year: from[0], month: from[1], day: from[2] })
  const latest = dayOf({ year: to[0], month: to[1], day: to[2] })
  if (!earliest || !latest) return outOfRange(from[0]) ?? 'future_date'
  return { earliest, latest, precision }
}

function ago(today: CalendarDay, count: number, unit: string | undefined, hedged: boolean): Reading {
  if (unit === 'jour') return daysAgo(today, count, hedged || count > 6 ? 3 : 0)
  if (unit === 'semaine') return daysAgo(today, count * 7, 3)
  if (unit === 'mois') return around(addMonths(today, -count), 15)
  return partsOf(today).year - count <= FIRST_YEAR ? 'too_old' : around(addMonths(today, -12 * count), 183)
}

function daysAgo(today: CalendarDay, days: number, slack: number): Reading {
  return slack === 0 ? oneDay(addDays(today, -days)) : around(addDays(today, -days), slack)
}

function around(middle: CalendarDay, slack: number): Period {
  return { earliest: addDays(middle, -slack), latest: addDays(middle, slack), precision: 'about' }
}

function monthNamed(name = ''): number {
  return MONTH_NAMES.findIndex((full) => full.startsWith(name)) + 1
}

function numberSaid(text = ''): number {
  if (text === 'une') return 1
  return /^\d/.test(text) ? Number(text) : NUMBERS.indexOf(text)
}
