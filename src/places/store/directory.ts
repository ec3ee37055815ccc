import type { ScopedDb } from '../../access/scope.ts'
import type { Building, Commune, Estate, Landlord, Staircase, StaircasePlace } from '../domain/place.ts'

type EstateRow = {
  id: string
  name: string
  landlord_id: string
  landlord_name: string
  code: string
  commune_name: string
  postcode: string
}
type BuildingRow = { id: string; estate_id: string; name: string; address: string }
type StaircaseRow = {
  id: string
  building_id: string
  name: string
  lowest_floor: number
  highest_floor: number
  positions: string[]
}

export const estateOf = (row: EstateRow): Estate => ({
  id: row.id,
  name: row.name,
  landlord: { id: row.landlord_id, name: row.landlord_name },
  commune: { code: row.code, name: row.commune_name, postcode: row.postcode },
})
const buildingOf = (row: BuildingRow): Building => ({
  id: row.id,
  estateId: row.estate_id,
  name: row.name,
  address: row.address,
})
export const staircaseOf = (row: StaircaseRow): Staircase => ({
  id: row.id,
  buildingId: row.building_id,
  name: row.name,
  lowestFloor: row.lowest_floor,
  highestFloor: row.highest_floor,
  positions: row.positions,
})

/** Names as people count them: «2» before «12». */
const inOrder = <T extends { readonly name: string }>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true }))

export const estatesQuery = (db: ScopedDb) =>
  db.sql
    .selectFrom('estate')
    .innerJoin('institution', 'institution.id', 'estate.landlord_id')
    .innerJoin('commune', 'commune.code', 'estate.commune_code')
    .select([
      'estate.id',
      'estate.name',
      'estate.landlord_id',
      'institution.name as landlord_name',
      'commune.code',
      'commune.name as commune_name',
      'commune.postcode',
    ])

export async function listLandlords(db: ScopedDb): Promise<Landlord[]> {
  const rows = db.sql.selectFrom('institution').select(['id', 'name']).where('kind', '=', 'landlord')
  return inOrder(await rows.execute())
}

export async function listCommunes(db: ScopedDb): Promise<Commune[]> {
  return inOrder(await db.sql.selectFrom('commune').selectAll().execute())
}

export async function listEstates(db: ScopedDb): Promise<Estate[]> {
  return inOrder((await estatesQuery(db).execute()).map(estateOf))
}

export async function findEstate(db: ScopedDb, id: string): Promise<Estate | undefined> {
  const row = await estatesQuery(db).where('estate.id', '=', id).executeTakeFirst()
  return row && estateOf(row)
}

export async function listBuildings(db: ScopedDb, estateIds: readonly string[]): Promise<Building[]> {
  if (estateIds.length === 0) return []
  const rows = db.sql.selectFrom('building').select(['id', 'estate_id', 'name', 'address'])
  return inOrder((await rows.where('estate_id', 'in', estateIds).execute()).map(buildingOf))
}

export async function listStaircases(db: ScopedDb, buildingIds: readonly string[]): Promise<Staircase[]> {
  if (buildingIds.length === 0) return []
  const rows = await db.sql
    .selectFrom('staircase')
    .selectAll()
    .where('building_id', 'in', buildingIds)
    .execute()
  return inOrder(rows.map(staircaseOf))
}

/** A staircase with its building and estate. */
export async function findStaircase(db: ScopedDb, id: string): Promise<StaircasePlace | undefined> {
  const row = await db.sql.selectFrom('staircase').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const staircase = staircaseOf(row)
  const building = await db.sql
    .selectFrom('building')
    .select(['id', 'estate_id', 'name', 'address'])
    .where('id', '=', staircase.buildingId)
    .executeTakeFirstOrThrow()
  const estate = await estatesQuery(db).where('estate.id', '=', building.estate_id).executeTakeFirstOrThrow()
  return { staircase, building: buildingOf(building), estate: estateOf(estate) }
}

/** The word this space uses for a staircase. */
export async function staircaseWord(db: ScopedDb): Promise<string> {
  const row = await db.sql
    .selectFrom('space')
    .select('staircase_word')
    .where('space_id', '=', db.actor.spaceId)
    .executeTakeFirst()
  return row?.staircase_word ?? 'entrée'
}
