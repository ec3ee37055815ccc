import { foldText } from '../../kernel/fold-text.ts'
import { defaultDoorName } from './floors.fr.ts'
import type { Door } from './home-id.ts'
import { type HomeRow, positionSaid, type RejectReason, type RowReason } from './homes-csv.ts'
import { buildingKey, buildingName, staircaseKey, staircaseName } from './names.fr.ts'
import type { Building, Estate, Staircase } from './place.ts'
import { LIMITS, type StaircaseShape, widenTo } from './staircase-shape.ts'

/** What the directory knows already of the estates a table may name. */
export type Directory = {
  readonly estates: readonly Estate[]
  readonly buildings: readonly Building[]
  readonly staircases: readonly Staircase[]
}

/** An empty label means that the row gives none. */
export type HomePlan = Door & { readonly label: string }
export type StaircasePlan = {
  readonly known: Staircase | undefined
  readonly name: string
  shape: StaircaseShape
  readonly homes: HomePlan[]
}
export type BuildingPlan = {
  readonly known: Building | undefined
  readonly estate: Estate
  readonly name: string
  address: string
  readonly staircases: Map<string, StaircasePlan>
}
export type RowReject = { readonly row: HomeRow; readonly why: RowReason }
export type ImportPlan = {
  readonly buildings: readonly BuildingPlan[]
  readonly leftOut: readonly RowReject[]
}

/** Finds each row's place in the directory, or what must be added to it; writes nothing. */
export function planImport(rows: readonly HomeRow[], known: Directory, given?: Estate): ImportPlan {
  const byName = Map.groupBy(known.estates, ({ name }) => foldText(name))
  const buildings = new Map<string, BuildingPlan>()
  const leftOut: RowReject[] = []
  for (const row of rows) {
    if (given && row.estate !== '' && foldText(row.estate) !== foldText(given.name)) {
      leftOut.push({ row, why: { because: 'another_estate', said: row.estate, chosen: given.name } })
      continue
    }
    const estates = given ? [given] : (byName.get(foldText(row.estate)) ?? [])
    const [estate, another] = estates
    const because = !estate
      ? 'unknown_estate'
      : another
        ? 'ambiguous_estate'
        : place(row, estate, known, buildings)
    if (because) leftOut.push({ row, why: { because } })
  }
  return { buildings: [...buildings.values()], leftOut }
}

type Buildings = Map<string, BuildingPlan>

/** Puts one row in the plan, or says why it cannot be. */
function place(
  row: HomeRow,
  estate: Estate,
  known: Directory,
  buildings: Buildings,
): RejectReason | undefined {
  const building = planned(buildings, `${estate.id} ${buildingKey(row.building)}`, () =>
    newBuilding(row, estate, known),
  )
  const staircase = planned(building.staircases, staircaseKey(row.staircase), () =>
    newStaircase(row, building, known),
  )
  const position = positionOf(row.door, staircase)
  if (position === undefined) return 'landing_full'
  const { floor, label } = row
  if (staircase.homes.some((h) => h.floor === floor && h.position === position)) return 'same_door_twice'
  if (position > staircase.shape.positions.length) staircase.shape = withDoor(staircase.shape, row, position)
  staircase.shape = widenTo(staircase.shape, { floor, position }, defaultDoorName)
  staircase.homes.push({ floor, position, label })
  building.address ||= row.address
  return undefined
}

function planned<V>(map: Map<string, V>, key: string, make: () => V): V {
  const there = map.get(key)
  if (there !== undefined) return there
  const made = make()
  map.set(key, made)
  return made
}

function newBuilding(row: HomeRow, estate: Estate, { buildings }: Directory): BuildingPlan {
  const known = buildings.find(
    (b) => b.estateId === estate.id && buildingKey(b.name) === buildingKey(row.building),
  )
  return {
    known,
    estate,
    name: known?.name ?? buildingName(row.building),
    address: known?.address ?? '',
    staircases: new Map(),
  }
}

function newStaircase(row: HomeRow, building: BuildingPlan, { staircases }: Directory): StaircasePlan {
  const key = staircaseKey(row.staircase)
  const known = staircases.find((s) => s.buildingId === building.known?.id && staircaseKey(s.name) === key)
  const shape = known ?? { lowestFloor: row.floor, highestFloor: row.floor, positions: [] }
  return { known, name: known?.name ?? staircaseName(row.staircase), shape, homes: [] }
}

/** A door is known by its name first, «porte 11» may be the first of its landing; then by its number; else it is new. */
function positionOf(door: string, { shape }: StaircasePlan): number | undefined {
  const names = shape.positions.map((name) => foldText(name))
  const said = [foldText(door), foldText(defaultDoorName(Number(door)))]
  const at = names.findIndex((name) => said.includes(name))
  const position = at >= 0 ? at + 1 : (positionSaid(door) ?? names.length + 1)
  return position <= LIMITS.doorsPerLanding ? position : undefined
}

/** The landing with one more door: the doors before it by their number, this one by its name if it has one. */
function withDoor(shape: StaircaseShape, { door }: HomeRow, position: number): StaircaseShape {
  const isNumber = positionSaid(door) !== undefined
  const nameDoor = (at: number): string => {
    const name = at === position && !isNumber ? door : defaultDoorName(at)
    return shape.positions.includes(name) ? `${name} bis` : name
  }
  return widenTo(shape, { floor: shape.lowestFloor, position }, nameDoor)
}
