import { UNION_FIELD } from '../../access/grant.ts'
import { type Actor, isIn, type ScopedDb } from '../../access/scope.ts'
import { type Door, type HomeId, homeId } from '../domain/home-id.ts'
import type { Home, StaircasePlace } from '../domain/place.ts'
import { findStaircase } from './directory.ts'

export type NewHome = Door & { readonly staircaseId: string; readonly label: string }

type Row = { id: string; staircase_id: string; floor: number; position: number; label: string }
const COLUMNS = ['id', 'staircase_id', 'floor', 'position', 'label'] as const

const homeOf = (row: Row): Home => ({
  id: row.id as HomeId,
  staircaseId: row.staircase_id,
  floor: row.floor,
  position: row.position,
  label: row.label,
})

/** Only a union's field has homes; the other logins have no such table, and are never led to ask for it. */
export const seesHomes = (actor: Actor): boolean => actor.kind === 'union' && isIn(actor, ...UNION_FIELD)

/** A few thousand homes at a time: PostgreSQL takes 65,535 parameters in one statement. */
const BATCH = 5000

/** Homes that were not there; one that is there keeps its label. Gives back how many were made. */
export async function addHomes(db: ScopedDb, homes: readonly NewHome[]): Promise<number> {
  const { spaceId } = db.actor
  let made = 0
  for (let at = 0; at < homes.length; at += BATCH) {
    const rows = homes.slice(at, at + BATCH).map((home) => ({
      space_id: spaceId,
      id: homeId(spaceId, home.staircaseId, home),
      staircase_id: home.staircaseId,
      floor: home.floor,
      position: home.position,
      label: home.label,
    }))
    const done = await db.sql
      .insertInto('home')
      .values(rows)
      .onConflict((oc) => oc.columns(['space_id', 'id']).doNothing())
      .executeTakeFirst()
    made += Number(done.numInsertedOrUpdatedRows ?? 0n)
  }
  return made
}

/** The homes of these staircases, merged ones left out, from the top floor down. */
export async function homesOfStaircases(db: ScopedDb, staircaseIds: readonly string[]): Promise<Home[]> {
  if (staircaseIds.length === 0) return []
  const rows = await db.sql
    .selectFrom('home')
    .select(COLUMNS)
    .where('space_id', '=', db.actor.spaceId)
    .where('staircase_id', 'in', staircaseIds)
    .where('merged_into', 'is', null)
    .orderBy('floor', 'desc')
    .orderBy('position')
    .execute()
  return rows.map(homeOf)
}

export type FoundHome = StaircasePlace & { readonly home: Home; readonly mergedInto: string | null }

/** A home of this space with where it stands; one that was merged says into which. */
export async function findHome(db: ScopedDb, id: string): Promise<FoundHome | undefined> {
  const row = await db.sql
    .selectFrom('home')
    .select([...COLUMNS, 'merged_into'])
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const where = await findStaircase(db, row.staircase_id)
  return where && { ...where, home: homeOf(row), mergedInto: row.merged_into }
}

export async function relabelHome(db: ScopedDb, id: string, label: string): Promise<void> {
  await db.sql
    .updateTable('home')
    .set({ label })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .execute()
}

/** How many homes each staircase has in this space. */
export async function countHomes(db: ScopedDb): Promise<ReadonlyMap<string, number>> {
  const rows = await db.sql
    .selectFrom('home')
    .select(({ fn }) => ['staircase_id', fn.countAll<number>().as('homes')])
    .where('space_id', '=', db.actor.spaceId)
    .where('merged_into', 'is', null)
    .groupBy('staircase_id')
    .execute()
  return new Map(rows.map((row) => [row.staircase_id, Number(row.homes)]))
}
