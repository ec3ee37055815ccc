import { type CalendarDay, daysBetween } from './calendar-day.ts'

/** When something happened, as far as it is known. No `earliest` when only «avant …» was said: it enters no length. */
export type Moment = { readonly earliest?: CalendarDay; readonly latest: CalendarDay }

/**
 * How long something lasted or has lasted, in whole days: never a bare number.
 * `days` is the shortest it can be; `most` the longest, when a start is known. Equal when both ends are known to the day.
 * `ended` false is «au moins»: it still runs, or was left before its end.
 */
export type Length = { readonly days: number; readonly most?: number; readonly ended: boolean }

/** From one moment to another that ended it. */
export function lengthBetween(from: Moment, until: Moment): Length {
  return { ...daysApart(from, until), ended: true }
}

/** From one moment to a day when it was not ended: today, or the day somebody moved out. */
export function lengthUntil(from: Moment, asOf: Moment): Length {
  return { ...daysApart(from, asOf), ended: false }
}

function daysApart(from: Moment, until: Moment): { days: number; most?: number } {
  const days = Math.max(0, daysBetween(from.latest, until.earliest ?? from.latest))
  if (from.earliest === undefined) return { days }
  return { days, most: Math.max(days, daysBetween(from.earliest, until.latest)) }
}

/** A day known as such. */
export const momentOn = (day: CalendarDay): Moment => ({ earliest: day, latest: day })
