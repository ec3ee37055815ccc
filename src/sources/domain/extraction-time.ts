import { type CalendarDay, parseCalendarDay } from '../../kernel/calendar-day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { ImportAsOf } from './import.ts'

export type AsOfRefusal = {
  readonly because: 'day_missing' | 'day_unreadable' | 'hour_unreadable'
}

/** `21:21`, `21:21:40`, `21h21`. */
const HOUR = /^([01]?\d|2[0-3])[:hH]([0-5]\d)(?::([0-5]\d))?$/

/** Until when a file knows its cases: a day, and the hour of that day where it is known, as clocks of that zone say it. */
export function readExtraction(day: string, hour: string, zone: string): Result<ImportAsOf, AsOfRefusal> {
  if (day.trim() === '') return refuse({ because: 'day_missing' })
  const read = parseCalendarDay(day.trim())
  if (!read) return refuse({ because: 'day_unreadable' })
  if (hour.trim() === '') return accept({ day: read, instant: null })
  const [, hours, minutes, seconds = '00'] = HOUR.exec(hour.trim()) ?? []
  if (hours === undefined || minutes === undefined) return refuse({ because: 'hour_unreadable' })
  const instant = instantIn(read, `${hours.padStart(2, '0')}:${minutes}:${seconds}`, zone)
  return accept({ day: read, instant })
}

/** A time of day as clocks of a zone show it; of the two that an autumn night has, the first. */
function instantIn(day: CalendarDay, time: string, zone: string): Date {
  const wanted = Date.parse(`${day}T${time}Z`)
  // The distance to UTC of the day before and of the day after: a zone changes it once between them at most.
  const tries = [-1, 1].map((side) => wanted - shiftAt(wanted + side * 86_400_000, zone))
  const right = tries.filter((at) => at + shiftAt(at, zone) === wanted)
  return new Date(Math.min(...(right.length > 0 ? right : tries)))
}

/** By how many milliseconds the clocks of a zone are ahead of UTC at an instant. */
function shiftAt(at: number, zone: string): number {
  const whole = Math.floor(at / 1000) * 1000
  return Date.parse(`${clockIn(new Date(whole), zone).replace(' ', 'T')}Z`) - whole
}

const clockIn = (instant: Date, zone: string): string => instant.toLocaleString('sv-SE', { timeZone: zone })

/** «21:21:40»: the hour of an instant, as it would be typed. */
export const hourIn = (instant: Date, zone: string): string => clockIn(instant, zone).slice(11)
