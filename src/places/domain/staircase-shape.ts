import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { Door } from './home-id.ts'

/** What a staircase may be; the table `staircase` holds the same limits. */
export const LIMITS = { lowestFloor: -5, highestFloor: 60, doorsPerLanding: 20, labelLength: 100 } as const

/** Floors run from lowest to highest, both met; `positions` name the doors of one landing in order. */
export type StaircaseShape = {
  readonly lowestFloor: number
  readonly highestFloor: number
  readonly positions: readonly string[]
}

export type ShapeRefusal =
  | { readonly because: 'floors_out_of_reach'; readonly asked: number }
  | { readonly because: 'floors_upside_down' }
  | { readonly because: 'no_doors' }
  | { readonly because: 'too_many_doors'; readonly asked: number }
  | { readonly because: 'label_twice'; readonly label: string }

const inReach = (floor: number): boolean =>
  Number.isInteger(floor) && floor >= LIMITS.lowestFloor && floor <= LIMITS.highestFloor

export function checkShape(shape: StaircaseShape): Result<StaircaseShape, ShapeRefusal> {
  const { lowestFloor, highestFloor, positions } = shape
  const far = [highestFloor, lowestFloor].find((floor) => !inReach(floor))
  if (far !== undefined) return refuse({ because: 'floors_out_of_reach', asked: far })
  if (lowestFloor > highestFloor) return refuse({ because: 'floors_upside_down' })
  if (positions.length === 0) return refuse({ because: 'no_doors' })
  if (positions.length > LIMITS.doorsPerLanding)
    return refuse({ because: 'too_many_doors', asked: positions.length })
  const twice = positions.find((label, at) => positions.indexOf(label) !== at)
  return twice === undefined ? accept(shape) : refuse({ because: 'label_twice', label: twice })
}

/** Floors from the top, as one reads a building. */
export function floorsOf({
  lowestFloor,
  highestFloor,
}: Pick<StaircaseShape, 'lowestFloor' | 'highestFloor'>): number[] {
  return Array.from({ length: highestFloor - lowestFloor + 1 }, (_, at) => highestFloor - at)
}

export function doorsOf(shape: StaircaseShape): Door[] {
  return floorsOf(shape)
    .toReversed()
    .flatMap((floor) => shape.positions.map((_, at) => ({ floor, position: at + 1 })))
}

export const isDoorInReach = ({ floor, position }: Door): boolean =>
  inReach(floor) && Number.isInteger(position) && position >= 1 && position <= LIMITS.doorsPerLanding

/** The same staircase with room for this door; `nameDoor` names the positions that were not there. */
export function widenTo(
  shape: StaircaseShape,
  { floor, position }: Door,
  nameDoor: (position: number) => string,
): StaircaseShape {
  const missing = Array.from({ length: Math.max(0, position - shape.positions.length) }, (_, at) =>
    nameDoor(shape.positions.length + at + 1),
  )
  return {
    lowestFloor: Math.min(shape.lowestFloor, floor),
    highestFloor: Math.max(shape.highestFloor, floor),
    positions: [...shape.positions, ...missing],
  }
}

export const isSameShape = (a: StaircaseShape, b: StaircaseShape): boolean =>
  a.lowestFloor === b.lowestFloor &&
  a.highestFloor === b.highestFloor &&
  a.positions.length === b.positions.length &&
  a.positions.every((label, at) => label === b.positions[at])
