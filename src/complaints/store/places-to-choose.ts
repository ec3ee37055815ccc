import { type SqlBool, sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import type { NamedPlace } from '../domain/complaint.ts'

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

/** Staircases whose name or address holds every word: what their neighbours share is in no home. */
export async function searchStaircases(
  db: ScopedDb,
  words: readonly string[],
): Promise<readonly PlaceInNames[]> {
  const rows = await staircases(db)
    .where(sql<SqlBool>`(
      select bool_and(w = any(array[lower(s.name), lower(sp.staircase_word)]) or directory.word_similarity(w, b.search_text) >= 0.5)
      from unnest(${[...words]}::text[]) as w)`)
    .orderBy('e.name')
    .orderBy('b.name')
    .orderBy('s.name')
    .limit(MOST)
    .execute()
  return rows.map(({ id, ...names }) => ({ place: { staircase: id }, ...names }))
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
