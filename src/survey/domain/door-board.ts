import { homeId } from '../../places/domain/home-id.ts'
import { isDoorInReach } from '../../places/domain/staircase-shape.ts'
import type { Outcome } from './outcomes.ts'
import type { PackDoor, PackStaircase } from './pack.ts'

/** What was noted at a door from this phone. */
export type DoorMark = {
  readonly door: string
  readonly outcome: Outcome
  readonly on: string
  readonly comeBackOn: string | null
  readonly event: string
}

export type BoardDoor = PackDoor & {
  readonly noted: Outcome | undefined
  readonly comeBackOn: string | null
  /** Kept here, not received yet. */
  readonly isHeld: boolean
}

export type BoardFloor = { readonly floor: number; readonly doors: readonly BoardDoor[] }
export type Board = {
  readonly floors: readonly BoardFloor[]
  readonly all: number
  readonly done: number
  readonly spoke: number
}

export type FoundPlace = Pick<PackDoor, 'id' | 'floor' | 'position' | 'label'> & {
  readonly staircase: string
}

/** A staircase as it stands, top floor first: the pack, the doors found here, and what this phone noted since. */
export function boardOf(
  staircase: PackStaircase,
  found: readonly FoundPlace[],
  marks: ReadonlyMap<string, DoorMark>,
  waiting: ReadonlySet<string>,
): Board {
  const doors = allDoors(staircase, found).map((door): BoardDoor => {
    const mark = marks.get(door.id)
    const last = mark ?? door.last
    return {
      ...door,
      noted: last?.outcome,
      comeBackOn: last?.comeBackOn ?? null,
      isHeld: waiting.has(mark?.event ?? ''),
    }
  })
  const floors = [...new Set(doors.map(({ floor }) => floor))].toSorted((a, b) => b - a)
  const onFloor = (at: number): BoardDoor[] =>
    doors.filter(({ floor }) => floor === at).toSorted((a, b) => a.position - b.position)
  return {
    floors: floors.map((floor) => ({ floor, doors: onFloor(floor) })),
    all: doors.length,
    done: doors.filter(({ noted }) => noted !== undefined).length,
    spoke: doors.filter(({ noted }) => noted === 'answered').length,
  }
}

/** A door that two phones found, or that the union learnt since, is one door: the same place has the same id. */
function allDoors(staircase: PackStaircase, found: readonly FoundPlace[]): readonly PackDoor[] {
  const known = new Set(staircase.doors.map(({ id }) => id))
  const added = found.filter((door) => door.staircase === staircase.id && !known.has(door.id))
  return [...staircase.doors, ...added.map((door) => ({ ...door, last: null }))]
}

/** The next door of a floor, named as the server would name it; nothing where a building cannot have one. */
export function doorToFind(
  space: string,
  staircase: string,
  floor: number,
  taken: readonly { readonly position: number }[],
): FoundPlace | undefined {
  const position = Math.max(0, ...taken.map((door) => door.position)) + 1
  if (!isDoorInReach({ floor, position })) return undefined
  return {
    id: homeId(space, staircase, { floor, position }),
    staircase,
    floor,
    position,
    label: letterOf(position),
  }
}

/** A, B, C… as landings are lettered; after Z, the number. */
const letterOf = (position: number): string =>
  position <= 26 ? String.fromCodePoint(64 + position) : String(position)

/** How a door is called on a tile: its own label when it is short, else its letter. */
export const doorSign = ({
  label,
  position,
}: {
  readonly label: string
  readonly position: number
}): string => (label !== '' && label.length <= 4 ? label : letterOf(position))
