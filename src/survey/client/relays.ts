import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { Result } from '../../kernel/result.ts'
import { readRelay, type Relay, type RelayRefusal } from '../domain/relay.ts'
import { type Handed, KEPT_RELAYS, placeKey } from './use-handed.ts'

/** What other teams handed over, as they wrote it: places of doors and outcomes, no word of anybody. */
function keptTexts(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT_RELAYS) ?? '[]')
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : []
  } catch {
    return []
  }
}

/** Kept for the day beside the disk of the visits: no event is written, and no mark of this phone is touched. */
export function keepRelay(text: string, today: CalendarDay): Result<Relay, RelayRefusal> {
  const read = readRelay(text, today)
  if (read.ok) localStorage.setItem(KEPT_RELAYS, JSON.stringify([...readable(today).keys(), text]))
  return read
}

/** What the other teams noted in this staircase, the last handed over last; what is of another day goes. */
export function handedAt(staircase: string, today: CalendarDay): Handed {
  const relays = readable(today)
  if (relays.size === 0) localStorage.removeItem(KEPT_RELAYS)
  else localStorage.setItem(KEPT_RELAYS, JSON.stringify([...relays.keys()]))
  const here = [...relays.values()].filter((relay) => relay.staircase === staircase)
  return new Map(here.flatMap(({ doors }) => doors.map((door) => [placeKey(door), door] as const)))
}

const readable = (today: CalendarDay): ReadonlyMap<string, Relay> =>
  new Map(
    keptTexts().flatMap((text) => {
      const read = readRelay(text, today)
      return read.ok ? [[text, read.value] as const] : []
    }),
  )
