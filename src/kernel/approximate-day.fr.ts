import type { ApproximateDay } from './approximate-day.ts'
import { assertNever } from './assert-never.ts'
import { addDays, type CalendarDay, daysInMonth, partsOf } from './calendar-day.ts'
import { sayDay, sayMonth, sayMonthOf, SEASONS } from './french-calendar.fr.ts'

/** Says the period that was kept, and no more: « 12 mars 2024 », « fin mars 2024 », « hiver 2022 », « avant 2023 ». */
export function sayApproximateDay(approximate: ApproximateDay): string {
  const { earliest, latest, precision } = approximate
  switch (precision) {
    case 'day':
      return sayDay(earliest)
    case 'month':
      return sayPartOfMonth(earliest, latest)
    case 'season':
      return saySeason(earliest)
    case 'year':
      return String(partsOf(earliest).year)
    case 'before':
      return sayBefore(addDays(latest, 1))
    case 'about':
      return saySpan(earliest, latest)
    default:
      return assertNever(precision)
  }
}

/** `latest` may have been cut by the day of the telling: what it began with tells the part. */
function sayPartOfMonth(earliest: CalendarDay, latest: CalendarDay): string {
  const from = partsOf(earliest).day
  if (from === 21) return `fin ${sayMonthOf(earliest)}`
  if (from === 11) return `mi-${sayMonthOf(earliest)}`
  return partsOf(latest).day === 10 ? `début ${sayMonthOf(earliest)}` : sayMonthOf(earliest)
}

function saySeason(earliest: CalendarDay): string {
  const { month, year } = partsOf(earliest)
  const season = SEASONS.find(({ firstMonth }) => firstMonth === month)
  if (season) return `${season.name} ${year}`
  if (month === 4) return `mi-${year}`
  return month === 1 ? `début ${year}` : `fin ${year}`
}

function sayBefore(bound: CalendarDay): string {
  const { day, month, year } = partsOf(bound)
  if (day !== 1) return `avant le ${sayDay(bound)}`
  return month === 1 ? `avant ${year}` : `avant ${sayMonthOf(bound)}`
}

function saySpan(earliest: CalendarDay, latest: CalendarDay): string {
  const from = partsOf(earliest)
  const to = partsOf(latest)
  const sameYear = from.year === to.year
  if (from.day === 1 && to.day === daysInMonth(to.year, to.month)) {
    return `entre ${sameYear ? sayMonth(from.month) : sayMonthOf(earliest)} et ${sayMonthOf(latest)}`
  }
  const start = sameYear ? sayDay(earliest).replace(` ${from.year}`, '') : sayDay(earliest)
  return `entre le ${start} et le ${sayDay(latest)}`
}
