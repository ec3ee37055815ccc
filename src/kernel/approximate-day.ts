import { addDays, addMonths, type CalendarDay, calendarDay, earlierDay, laterDay } from './calendar-day.ts'
import { accept, refuse, type Result } from './result.ts'
import { type Period, periodOf, type UnreadableDay } from './said-period.ts'

export type DayPrecision = 'day' | 'month' | 'season' | 'year' | 'before' | 'about'

/**
 * A day as somebody remembers it: it lies between `earliest` and `latest`, both included, and is never made more
 * precise than it was said. `said` keeps their words.
 * - `latest` is never after the day of the telling: what is told has happened.
 * - `season` also covers « début 2024 » (January to March), « mi-2024 » (April to September), « fin 2024 ».
 * - `month` also covers « début mars » (1–10), « mi-mars » (11–20) and « fin mars » (21 and after).
 * - `about` widens what follows « vers »: a day by a week, a month by a month, a season by two, a year by twelve;
 *   « il y a trois semaines » is within three days, in months within fifteen, in years within six months.
 * - `before` has no floor that anybody said: `earliest` is then NO_FLOOR and must not enter a length.
 */
export type ApproximateDay = {
  readonly earliest: CalendarDay
  readonly latest: CalendarDay
  readonly precision: DayPrecision
  readonly said: string
}

export type ApproximateDayRefusal = { because: UnreadableDay }

export const NO_FLOOR = calendarDay('1900-01-01')
const LONGEST_TEXT = 80

export function parseApproximateDay(
  text: string,
  today: CalendarDay,
): Result<ApproximateDay, ApproximateDayRefusal> {
  if (text.length > LONGEST_TEXT) return refuse({ because: 'unreadable_date' })
  const [, hedge, rest] = HEDGED.exec(plain(text)) ?? []
  const period = periodOf(rest ?? '', today)
  if (isUnreadable(period)) return refuse({ because: period })
  if (period.earliest > today) return refuse({ because: 'future_date' })
  if (hedge === 'avant') return before(period, text)
  const wide = hedge ? widened(period) : period
  return accept({ ...wide, latest: earlierDay(wide.latest, today), said: text.trim() })
}

/** A date known to the day, for what a calendar or a file gives. */
export function exactDay(day: CalendarDay): ApproximateDay {
  return { earliest: day, latest: day, precision: 'day', said: day }
}

const FILLERS = '(?:(?:le|la|l|les|en|au|a|depuis|du|de|d|des|mois|courant|aux alentours|dans) )*'
const HEDGED = new RegExp(`^${FILLERS}(?:(vers|environ|autour|a peu pres|avant(?! hier)) )?${FILLERS}(.*)$`)

/** No case, accents or apostrophes, single spaces; « / », « . » and « - » stay, they hold dates together. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[‐‑‒–—]/g, '-')
    .replace(/[^a-z0-9/.-]+|(?<=[a-z])-|-(?=[a-z])/g, ' ')
    .trim()
}

function isUnreadable(period: Period | UnreadableDay): period is UnreadableDay {
  return typeof period === 'string'
}

function before(period: Period, text: string): Result<ApproximateDay, ApproximateDayRefusal> {
  if (period.earliest <= NO_FLOOR) return refuse({ because: 'too_old' })
  const latest = addDays(period.earliest, -1)
  return accept({ earliest: NO_FLOOR, latest, precision: 'before', said: text.trim() })
}

function widened({ earliest, latest, precision }: Period): Period {
  const about = { precision: 'about' } as const
  if (precision === 'about') return { earliest, latest, ...about }
  if (precision === 'day') return { earliest: addDays(earliest, -7), latest: addDays(latest, 7), ...about }
  const months = { month: 1, season: 2, year: 12 }[precision]
  const end = addDays(addMonths(addDays(latest, 1), months), -1)
  return { earliest: laterDay(NO_FLOOR, addMonths(earliest, -months)), latest: end, ...about }
}
