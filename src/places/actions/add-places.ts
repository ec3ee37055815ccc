import { type Actor, isIn, type ScopedDb } from '../../access/scope.ts'
import { foldText } from '../../kernel/fold-text.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { defaultDoorName, defaultHomeLabel } from '../domain/floors.fr.ts'
import { type Door, homeId } from '../domain/home-id.ts'
import { buildingKey, staircaseKey } from '../domain/names.fr.ts'
import type { Building, Commune, Estate } from '../domain/place.ts'
import { homesOf, type QuickPlan } from '../domain/quick-entry.fr.ts'
import {
  doorsOf,
  isDoorInReach,
  isSameShape,
  type StaircaseShape,
  widenTo,
} from '../domain/staircase-shape.ts'
import {
  findEstate,
  findStaircase,
  listBuildings,
  listCommunes,
  listLandlords,
  listStaircases,
} from '../store/directory.ts'
import {
  addBuilding,
  addCommune,
  addEstate,
  addLandlord,
  addStaircase,
  reshapeStaircase,
} from '../store/directory-writes.ts'
import { addHomes } from '../store/homes.ts'

/** The circles that describe places for everybody (access/grants-of-the-directory.ts). */
const DESCRIBERS = ['organiser', 'steward', 'officer'] as const

/** Whether this person describes places; the database decides all the same. */
export const describes = (actor: Actor): boolean => actor.kind === 'union' && isIn(actor, ...DESCRIBERS)

export type EstateWanted = {
  readonly name: string
  /** A landlord known already, or the name of one who is not. */
  readonly landlord: { readonly id: string } | { readonly name: string }
  readonly commune: { readonly code: string } | Commune
}
export type EstateRefusal = {
  readonly because: 'unknown_landlord' | 'unknown_commune' | 'landlord_not_yours'
}

/** The estate of this landlord and commune under this name, made when it is not there. */
export async function openEstate(
  db: ScopedDb,
  wanted: EstateWanted,
  now: Date,
): Promise<Result<Estate, EstateRefusal>> {
  const landlord = await landlordOf(db, wanted.landlord, now)
  if (!landlord.ok) return landlord
  const commune =
    'name' in wanted.commune
      ? await addCommune(db, wanted.commune)
      : (await listCommunes(db)).find(({ code }) => code === wanted.commune.code)
  if (!commune) return refuse({ because: 'unknown_commune' })
  return accept(await addEstate(db, { name: wanted.name, landlord: landlord.value, commune }, now))
}

async function landlordOf(db: ScopedDb, wanted: EstateWanted['landlord'], now: Date) {
  const known = await listLandlords(db)
  const there = known.find((l) =>
    'id' in wanted ? l.id === wanted.id : foldText(l.name) === foldText(wanted.name),
  )
  if (there) return accept(there)
  if ('id' in wanted) return refuse({ because: 'unknown_landlord' })
  if (!isIn(db.actor, 'organiser', 'officer')) return refuse({ because: 'landlord_not_yours' })
  return accept(await addLandlord(db, wanted.name, now))
}

export type PlanRefusal =
  | { readonly because: 'unknown_estate' }
  | { readonly because: 'staircase_differs'; readonly name: string }
export type PlanWritten = { readonly building: Building; readonly made: number; readonly there: number }

/** Writes a plan once it was shown. What is there already stays: a staircase of another shape refuses the whole. */
export async function writePlan(
  db: ScopedDb,
  estateId: string,
  plan: QuickPlan,
  now: Date,
): Promise<Result<PlanWritten, PlanRefusal>> {
  const estate = await findEstate(db, estateId)
  if (!estate) return refuse({ because: 'unknown_estate' })
  const known = (await listBuildings(db, [estate.id])).find(
    (b) => buildingKey(b.name) === buildingKey(plan.building),
  )
  const building = known ?? (await addBuilding(db, estate, { name: plan.building, address: '' }, now))
  const there = await listStaircases(db, [building.id])
  let made = 0
  for (const name of plan.staircases) {
    const same = there.find((s) => staircaseKey(s.name) === staircaseKey(name))
    const staircase = same ?? (await addStaircase(db, building.id, name, plan.shape, now))
    if (!isSameShape(staircase, plan.shape)) return refuse({ because: 'staircase_differs', name })
    made += await addHomes(db, homesOfStaircase(staircase.id, plan.shape))
  }
  return accept({ building, made, there: homesOf(plan) - made })
}

const homesOfStaircase = (staircaseId: string, shape: StaircaseShape) =>
  doorsOf(shape).map((door) => ({
    ...door,
    staircaseId,
    label: defaultHomeLabel(door.floor, shape.positions[door.position - 1] ?? defaultDoorName(door.position)),
  }))

export type DoorRefusal = {
  readonly because: 'unknown_staircase' | 'door_out_of_reach' | 'shape_not_yours' | 'door_there'
}

/** Adds a door that the plan of the staircase forgot; an empty label gives it its usual one. */
export async function addDoor(
  db: ScopedDb,
  staircaseId: string,
  wanted: Door & { readonly label: string },
): Promise<Result<string, DoorRefusal>> {
  const found = await findStaircase(db, staircaseId)
  if (!found) return refuse({ because: 'unknown_staircase' })
  if (!isDoorInReach(wanted)) return refuse({ because: 'door_out_of_reach' })
  const shape = widenTo(found.staircase, wanted, defaultDoorName)
  if (!isSameShape(shape, found.staircase)) {
    if (!describes(db.actor)) return refuse({ because: 'shape_not_yours' })
    await reshapeStaircase(db, staircaseId, shape)
  }
  const { floor, position } = wanted
  const label =
    wanted.label || defaultHomeLabel(floor, shape.positions[position - 1] ?? defaultDoorName(position))
  const made = await addHomes(db, [{ staircaseId, floor, position, label }])
  return made === 1
    ? accept(homeId(db.actor.spaceId, staircaseId, { floor, position }))
    : refuse({ because: 'door_there' })
}
