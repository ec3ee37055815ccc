import { noteLine, type ScopedDb } from '../../access/scope.ts'
import { newId } from '../../kernel/ids.ts'
import {
  type Building,
  buildingSearchText,
  type Commune,
  type Estate,
  estateSearchText,
  type Landlord,
  type Staircase,
} from '../domain/place.ts'
import type { StaircaseShape } from '../domain/staircase-shape.ts'
import { estateOf, estatesQuery, staircaseOf } from './directory.ts'

// The directory is shared by all spaces: what another has just written is found again, never written over.

export async function addLandlord(db: ScopedDb, name: string, now: Date): Promise<Landlord> {
  const id = newId(now)
  const made = await db.sql
    .insertInto('institution')
    .values({ id, kind: 'landlord', name })
    .onConflict((oc) => oc.columns(['kind', 'name']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) {
    await noteLine(db, 'insert', 'institution', id)
    return { id, name }
  }
  return db.sql
    .selectFrom('institution')
    .select(['id', 'name'])
    .where('kind', '=', 'landlord')
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
}

/** Keeps the commune as it is known already: a code names one commune only. */
export async function addCommune(db: ScopedDb, commune: Commune): Promise<Commune> {
  await db.sql
    .insertInto('commune')
    .values(commune)
    .onConflict((oc) => oc.column('code').doNothing())
    .execute()
  return db.sql.selectFrom('commune').selectAll().where('code', '=', commune.code).executeTakeFirstOrThrow()
}

export type NewEstate = { readonly name: string; readonly landlord: Landlord; readonly commune: Commune }

export async function addEstate(
  db: ScopedDb,
  { name, landlord, commune }: NewEstate,
  now: Date,
): Promise<Estate> {
  const id = newId(now)
  const made = await db.sql
    .insertInto('estate')
    .values({
      id,
      name,
      landlord_id: landlord.id,
      commune_code: commune.code,
      search_text: estateSearchText(name, landlord, commune),
    })
    .onConflict((oc) => oc.columns(['landlord_id', 'commune_code', 'name']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) await noteLine(db, 'insert', 'estate', id)
  const row = await estatesQuery(db)
    .where('estate.landlord_id', '=', landlord.id)
    .where('estate.commune_code', '=', commune.code)
    .where('estate.name', '=', name)
    .executeTakeFirstOrThrow()
  return estateOf(row)
}

export async function addBuilding(
  db: ScopedDb,
  estate: Estate,
  { name, address }: { name: string; address: string },
  now: Date,
): Promise<Building> {
  const id = newId(now)
  const made = await db.sql
    .insertInto('building')
    .values({
      id,
      estate_id: estate.id,
      name,
      address,
      search_text: buildingSearchText(name, address, estate.name),
    })
    .onConflict((oc) => oc.columns(['estate_id', 'name']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) await noteLine(db, 'insert', 'building', id)
  const row = await db.sql
    .selectFrom('building')
    .select(['id', 'name', 'address'])
    .where('estate_id', '=', estate.id)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return { ...row, estateId: estate.id }
}

export async function setAddress(
  db: ScopedDb,
  estate: Estate,
  building: Building,
  address: string,
): Promise<void> {
  await db.sql
    .updateTable('building')
    .set({ address, search_text: buildingSearchText(building.name, address, estate.name) })
    .where('id', '=', building.id)
    .execute()
  await noteLine(db, 'update', 'building', building.id)
}

export async function addStaircase(
  db: ScopedDb,
  buildingId: string,
  name: string,
  shape: StaircaseShape,
  now: Date,
): Promise<Staircase> {
  const id = newId(now)
  const { lowestFloor, highestFloor, positions } = shape
  const made = await db.sql
    .insertInto('staircase')
    .values({
      id,
      building_id: buildingId,
      name,
      lowest_floor: lowestFloor,
      highest_floor: highestFloor,
      positions: [...positions],
    })
    .onConflict((oc) => oc.columns(['building_id', 'name']).doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 1n) {
    await noteLine(db, 'insert', 'staircase', id)
    return { id, buildingId, name, lowestFloor, highestFloor, positions }
  }
  return staircaseNamed(db, buildingId, name)
}

async function staircaseNamed(db: ScopedDb, buildingId: string, name: string): Promise<Staircase> {
  const row = await db.sql
    .selectFrom('staircase')
    .selectAll()
    .where('building_id', '=', buildingId)
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return staircaseOf(row)
}

export async function reshapeStaircase(db: ScopedDb, id: string, shape: StaircaseShape): Promise<void> {
  await db.sql
    .updateTable('staircase')
    .set({
      lowest_floor: shape.lowestFloor,
      highest_floor: shape.highestFloor,
      positions: [...shape.positions],
    })
    .where('id', '=', id)
    .execute()
  await noteLine(db, 'update', 'staircase', id)
}
