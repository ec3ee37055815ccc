import { type SqlBool, sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import type { Search } from '../domain/search-words.ts'

/** A home in one line: what tells it from the others, and whose estate it stands in. */
export type Whereabouts = {
  readonly homeId: string
  readonly label: string
  readonly staircase: string
  /** The word this space uses for a staircase. */
  readonly staircaseWord: string
  readonly building: string
  readonly address: string
  readonly estate: string
  readonly landlordId: string
  readonly landlordName: string
}

const homes = (db: ScopedDb) =>
  db.sql
    .selectFrom('home as h')
    .innerJoin('staircase as s', 's.id', 'h.staircase_id')
    .innerJoin('building as b', 'b.id', 's.building_id')
    .innerJoin('estate as e', 'e.id', 'b.estate_id')
    .innerJoin('institution as i', 'i.id', 'e.landlord_id')
    .innerJoin('space as sp', 'sp.space_id', 'h.space_id')
    .select(['h.id as homeId', 'h.label', 's.name as staircase', 'b.name as building', 'b.address'])
    .select([
      'e.name as estate',
      'i.id as landlordId',
      'i.name as landlordName',
      'sp.staircase_word as staircaseWord',
    ])
    .where('h.space_id', '=', db.actor.spaceId)

/** One parameter whatever the length of the list: the query keeps one text, and its plan. */
const anyOf = (ids: readonly string[]) => sql<string>`any(${[...ids]}::uuid[])`

/** Where these homes are, by identifier; those of another space are not there. */
export async function whereaboutsOf(
  db: ScopedDb,
  homeIds: readonly string[],
): Promise<ReadonlyMap<string, Whereabouts>> {
  if (homeIds.length === 0) return new Map()
  const rows = await homes(db).where('h.id', '=', anyOf(homeIds)).execute()
  return new Map(rows.map((row) => [row.homeId, row]))
}

const ACCENTED = 'àâäçéèêëîïôöùûüÿœ’'
const PLAIN = "aaaceeeeiioouuuyo'"
const MOST_HOMES = 20

/** Homes whose door, staircase or address holds every word, one of them at least being of the door itself. */
export async function searchHomes(db: ScopedDb, { words }: Search): Promise<readonly Whereabouts[]> {
  const label = sql<string>`translate(lower(h.label || ' ' || s.name), ${ACCENTED}, ${PLAIN})`
  return homes(db)
    .where('h.merged_into', 'is', null)
    .where(sql<SqlBool>`(
      select bool_and(strpos(${label}, w) > 0 or directory.word_similarity(w, b.search_text) >= 0.5)
        and bool_or(strpos(' ' || ${label}, ' ' || w) > 0)
      from unnest(${[...words]}::text[]) as w)`)
    .orderBy(sql`e.name collate "fr-x-icu"`)
    .orderBy('b.name')
    .orderBy('s.name')
    .orderBy('h.floor')
    .orderBy('h.position')
    .limit(MOST_HOMES)
    .execute()
}

/** Where each of these people lives now, the latest told of when there are several. */
export async function currentHomesOf(
  db: ScopedDb,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, Whereabouts>> {
  if (personIds.length === 0) return new Map()
  const rows = await homes(db)
    .innerJoin('occupancy as o', (on) =>
      on.onRef('o.space_id', '=', 'h.space_id').onRef('o.home_id', '=', 'h.id'),
    )
    .select('o.person_id as personId')
    .where('o.space_id', '=', db.actor.spaceId)
    .where('o.person_id', '=', anyOf(personIds))
    .where('o.until_earliest', 'is', null)
    .orderBy('o.id')
    .execute()
  return new Map(rows.map((row) => [row.personId, row]))
}
