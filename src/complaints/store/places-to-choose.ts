import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import type { NamedPlace } from '../domain/complaint.ts'
import { staircasesMatching } from './place-match.ts'
import type { PlaceWords } from './place-words.ts'

/** A place by the names of its chain, as one chooses among several. */
export type PlaceInNames = {
  readonly place: NamedPlace
  readonly home?: string
  readonly staircase?: string
  readonly building?: string
  readonly estate: string
  /** The word this space uses for a staircase. */
  readonly staircaseWord: string
}

const staircases = (db: ScopedDb) =>
  db.sql
    .selectFrom('staircase as s')
    .innerJoin('building as b', 'b.id', 's.building_id')
    .innerJoin('estate as e', 'e.id', 'b.estate_id')
    .innerJoin('space as sp', (join) => join.on('sp.space_id', '=', db.actor.spaceId))
    .select(['s.id', 's.name as staircase', 'b.name as building', 'e.name as estate'])
    .select('sp.staircase_word as staircaseWord')

const MOST = 10

/** Staircases that words name: what their neighbours share is in no home. */
export async function searchStaircases(db: ScopedDb, read: PlaceWords): Promise<readonly PlaceInNames[]> {
  const ids = await staircasesMatching(db, read, MOST)
  const rows = await staircases(db)
    .where('s.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return rows
    .map(({ id, ...names }) => ({ place: { staircase: id }, ...names }))
    .toSorted((a, z) => ids.indexOf(a.place.staircase) - ids.indexOf(z.place.staircase))
}

/** The names of a place that neighbours share; nothing when it is not in the directory. */
export async function nameSharedPlace(
  db: ScopedDb,
  place: Exclude<NamedPlace, { readonly home: string }>,
): Promise<PlaceInNames | undefined> {
  if ('staircase' in place) {
    const row = await staircases(db).where('s.id', '=', place.staircase).executeTakeFirst()
    return row && { place, staircase: row.staircase, building: row.building, ...wide(row) }
  }
  const estates = db.sql
    .selectFrom('estate as e')
    .innerJoin('space as sp', (join) => join.on('sp.space_id', '=', db.actor.spaceId))
    .select(['e.name as estate', 'sp.staircase_word as staircaseWord'])
  if ('estate' in place) {
    const row = await estates.where('e.id', '=', place.estate).executeTakeFirst()
    return row && { place, ...wide(row) }
  }
  const row = await estates
    .innerJoin('building as b', 'b.estate_id', 'e.id')
    .select('b.name as building')
    .where('b.id', '=', place.building)
    .executeTakeFirst()
  return row && { place, building: row.building, ...wide(row) }
}

const wide = ({ estate, staircaseWord }: Pick<PlaceInNames, 'estate' | 'staircaseWord'>) => ({
  estate,
  staircaseWord,
})
