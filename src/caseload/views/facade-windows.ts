import { defaultHomeLabel, homeSaid } from '../../places/domain/floors.fr.ts'
import { floorsOf, type StaircaseShape, widenTo } from '../../places/domain/staircase-shape.ts'
import { type CalendarDay, daysBetween } from '../../kernel/calendar-day.ts'
import type { FacadeFloor, FacadeHome } from '../../ui/facade.tsx'
import type { FacadeDoor, FacadeStair } from '../store/facade.ts'

/** The shortest that the longest wait behind a door can have lasted. */
export const waitOf = ({ wait }: FacadeDoor, today: CalendarDay): number =>
  wait ? daysBetween(wait.since, today) : 0

/** A door that another phone added beyond the plan still has its window. */
export function floorsDrawn(
  stair: FacadeStair,
  doors: readonly FacadeDoor[],
  today: CalendarDay,
): FacadeFloor[] {
  const shape = doors.reduce<StaircaseShape>(
    (wide, door) => widenTo(wide, door, (position) => `porte ${position}`),
    stair,
  )
  const byDoor = new Map(doors.map((door) => [`${door.floor}/${door.position}`, door]))
  return floorsOf(shape).map((floor) => ({
    short: floor === 0 ? 'RdC' : String(floor).replace('-', '\u2212'),
    homes: shape.positions.map((name, at): FacadeHome => {
      const door = byDoor.get(`${floor}/${at + 1}`)
      return door ? windowOf(door, today) : { state: 'unlisted', label: defaultHomeLabel(floor, name) }
    }),
  }))
}

/** A lit window leads to what waits behind it; a dark one to its home, to go and ask. */
function windowOf(door: FacadeDoor, today: CalendarDay): FacadeHome {
  const label = homeSaid(door)
  const complaints = `/reclamations?etat=toutes&logement=${door.id}`
  if (door.wait) return { state: 'waiting', days: waitOf(door, today), label, href: complaints }
  return door.met
    ? { state: 'none', label, href: complaints }
    : { state: 'unknown', label, href: `/lieux/logements/${door.id}` }
}
