import type { CalendarDay } from '../../kernel/calendar-day.ts'

/** When a door was knocked at, by the clock of its phone: compared with that same phone's, that same day, only. */
type Knock = { readonly device: string; readonly on: CalendarDay; readonly at: Date }

const MINUTE = 60_000
/** A longer stop is a meal or the way home. */
const LONGEST_STOP = 60

/** Doors per hour of walking, between the first door and the last; nothing under half an hour of walking. */
export function doorsPerHour(visits: readonly Knock[]): number | undefined {
  const walks = Map.groupBy(visits, ({ device, on }) => `${device} ${on}`)
  let [doors, minutes] = [0, 0]
  for (const walk of walks.values()) {
    const times = walk.map(({ at }) => at.getTime()).toSorted((a, b) => a - b)
    for (const [place, time] of times.slice(1).entries()) {
      const gap = (time - (times[place] ?? time)) / MINUTE
      if (gap > LONGEST_STOP) continue
      doors++
      minutes += gap
    }
  }
  return minutes < 30 ? undefined : (doors * 60) / minutes
}
