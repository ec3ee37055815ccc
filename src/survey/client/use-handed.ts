import { useEffect, useState } from 'preact/hooks'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { HandedDoor } from '../domain/relay.ts'

export const KEPT_RELAYS = 'palier-relais'
/** Doors of one staircase by their place, as another team handed them over today. */
export type Handed = ReadonlyMap<string, HandedDoor>

export const placeKey = ({
  floor,
  position,
}: {
  readonly floor: number
  readonly position: number
}): string => `${floor} ${position}`

const NOTHING: Handed = new Map()

/** Read once wanted: most staircases were handed over by nobody. */
export function useHanded(staircase: string, today: CalendarDay): Handed {
  const [handed, setHanded] = useState(NOTHING)
  useEffect(() => {
    if (localStorage.getItem(KEPT_RELAYS) === null) return undefined
    let isLeft = false
    import('./relays.ts').then(
      ({ handedAt }) => void (isLeft || setHanded(handedAt(staircase, today))),
      () => undefined, // hints: without them one knocks all the same
    )
    return () => void (isLeft = true)
  }, [staircase, today])
  return handed
}
