import { addDays, type CalendarDay, dayIn, LAST_YEAR, partsOf } from './calendar-day.ts'
import type { HolidayZone } from './holiday-rules.ts'
import { clockOfZone } from './holidays.ts'
import type { Step } from './working-calendar.ts'

const MILLISECONDS_OF_A_MINUTE = 60_000
const MILLISECONDS_OF_AN_HOUR = 3_600_000

/** True elapsed hours from an instant: a night when the clocks change takes none away and adds none. */
export function hoursAfter(start: Date, hours: number): Date {
  return new Date(start.getTime() + hours * MILLISECONDS_OF_AN_HOUR)
}

/** The instant at which a civil day begins on the clock of a zone; found once, for it asks the clock a dozen times. */
export function midnightOf(day: CalendarDay, zone: HolidayZone): Date {
  const clock = clockOfZone(zone)
  const key = `${day} ${clock}`
  const known = midnights.get(key)
  if (known !== undefined) return new Date(known)
  const found = beginningOf(day, clock)
  if (midnights.size >= MOST_MIDNIGHTS) midnights.clear()
  midnights.set(key, found)
  return new Date(found)
}

const MOST_MIDNIGHTS = 10_000
const midnights = new Map<string, number>()

function beginningOf(day: CalendarDay, clock: string): number {
  const noon = Date.parse(`${day}T12:00:00Z`)
  // No zone of ours is more than 14 hours away from Greenwich: the day begins after the first and by the second.
  let [before, within] = [noon - 27 * MILLISECONDS_OF_AN_HOUR, noon + 3 * MILLISECONDS_OF_AN_HOUR]
  while (within - before > MILLISECONDS_OF_A_MINUTE) {
    const minutes = Math.floor((within - before) / MILLISECONDS_OF_A_MINUTE / 2)
    const middle = before + minutes * MILLISECONDS_OF_A_MINUTE
    if (dayIn(new Date(middle), clock) < day) before = middle
    else within = middle
  }
  return within
}

/**
 * Hours counted from a day whose hour is not known: from its very end, so that the last step is the latest day that can
 * be meant. Each step says the hours elapsed by the end of that day: 23 or 25 on the nights when the clocks change.
 */
export function elapse(start: CalendarDay, hours: number, zone: HolidayZone): readonly Step[] | undefined {
  if (partsOf(start).year + Math.ceil(hours / 8000) >= LAST_YEAR) return undefined
  const from = midnightOf(addDays(start, 1), zone).getTime()
  const due = from + hours * MILLISECONDS_OF_AN_HOUR
  const steps: Step[] = []
  for (let day = addDays(start, 1), end = from; end < due; day = addDays(day, 1)) {
    end = midnightOf(addDays(day, 1), zone).getTime()
    steps.push({ day, counted: true, count: (Math.min(end, due) - from) / MILLISECONDS_OF_AN_HOUR })
  }
  return steps
}
