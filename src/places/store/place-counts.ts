import type { ScopedDb } from '../../access/scope.ts'

export type PlaceCount = { readonly buildings: number; readonly staircaseIds: readonly string[] }

/** Buildings and staircases of each estate, in one reading. */
export async function countPlaces(db: ScopedDb): Promise<ReadonlyMap<string, PlaceCount>> {
  const rows = await db.sql
    .selectFrom('building')
    .leftJoin('staircase', 'staircase.building_id', 'building.id')
    .select(['building.estate_id', 'building.id', 'staircase.id as staircase_id'])
    .execute()
  const byEstate = Map.groupBy(rows, (row) => row.estate_id)
  return new Map(
    [...byEstate].map(([estateId, own]) => [
      estateId,
      {
        buildings: new Set(own.map((row) => row.id)).size,
        staircaseIds: own.flatMap((row) => row.staircase_id ?? []),
      },
    ]),
  )
}
