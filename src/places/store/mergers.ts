import * as v from 'valibot'
import type { ScopedDb } from '../../access/scope.ts'
import { newId } from '../../kernel/ids.ts'

const Moved = v.strictObject({ occupancies: v.array(v.string()), homes: v.array(v.string()) })
/** What a merge moved, so that undoing it moves the same and nothing else. */
export type Moved = v.InferOutput<typeof Moved>

export type HomeMerger = {
  readonly id: string
  readonly keptId: string
  readonly mergedId: string
  readonly moved: Moved
  readonly mergedAt: Date
}

const ofSpace = (db: ScopedDb) =>
  db.sql
    .selectFrom('merger')
    .select(['id', 'kept_id', 'merged_id', 'moved', 'merged_at'])
    .where('space_id', '=', db.actor.spaceId)
    .where('table_name', '=', 'home')
    .where('undone_at', 'is', null)

type Row = { id: string; kept_id: string; merged_id: string; moved: unknown; merged_at: Date }
const mergerOf = (row: Row): HomeMerger => ({
  id: row.id,
  keptId: row.kept_id,
  mergedId: row.merged_id,
  moved: v.parse(Moved, row.moved),
  mergedAt: row.merged_at,
})

/** Merges into this home that still hold, the latest first. */
export async function mergersInto(db: ScopedDb, keptId: string): Promise<HomeMerger[]> {
  const rows = await ofSpace(db).where('kept_id', '=', keptId).orderBy('merged_at', 'desc').execute()
  return rows.map(mergerOf)
}

export async function findMerger(db: ScopedDb, id: string): Promise<HomeMerger | undefined> {
  const row = await ofSpace(db).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && mergerOf(row)
}

/** Locks both homes in one order, whoever merges which into which: two hands at once do not wait for each other. */
export async function lockHomes(
  db: ScopedDb,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await db.sql
    .selectFrom('home')
    .select(['id', 'merged_into'])
    .where('space_id', '=', db.actor.spaceId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  return new Map(rows.map((row) => [row.id, row.merged_into]))
}

/** Moves who lives in one home, and the homes merged into it, to another. */
export async function moveInto(db: ScopedDb, fromId: string, toId: string): Promise<Moved> {
  const { spaceId } = db.actor
  const occupancies = await db.sql
    .updateTable('occupancy')
    .set({ home_id: toId })
    .where('space_id', '=', spaceId)
    .where('home_id', '=', fromId)
    .returning('id')
    .execute()
  const homes = await db.sql
    .updateTable('home')
    .set({ merged_into: toId })
    .where('space_id', '=', spaceId)
    .where('merged_into', '=', fromId)
    .returning('id')
    .execute()
  return { occupancies: occupancies.map(({ id }) => id), homes: homes.map(({ id }) => id) }
}

export async function moveBack(db: ScopedDb, { keptId, mergedId, moved }: HomeMerger): Promise<void> {
  const { spaceId } = db.actor
  if (moved.occupancies.length > 0) {
    await db.sql
      .updateTable('occupancy')
      .set({ home_id: mergedId })
      .where('space_id', '=', spaceId)
      .where('home_id', '=', keptId)
      .where('id', 'in', moved.occupancies)
      .execute()
  }
  if (moved.homes.length > 0) {
    await db.sql
      .updateTable('home')
      .set({ merged_into: mergedId })
      .where('space_id', '=', spaceId)
      .where('merged_into', '=', keptId)
      .where('id', 'in', moved.homes)
      .execute()
  }
}

export async function setMergedInto(db: ScopedDb, id: string, keptId: string | null): Promise<void> {
  await db.sql
    .updateTable('home')
    .set({ merged_into: keptId })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .execute()
}

export async function noteMerger(db: ScopedDb, merger: Omit<HomeMerger, 'id'>): Promise<string> {
  const id = newId(merger.mergedAt)
  const { keptId, mergedId, moved, mergedAt } = merger
  await db.sql
    .insertInto('merger')
    .values({
      space_id: db.actor.spaceId,
      id,
      table_name: 'home',
      kept_id: keptId,
      merged_id: mergedId,
      moved: JSON.stringify(moved),
      merged_by: db.actor.accountId,
      merged_at: mergedAt,
    })
    .execute()
  return id
}

export async function noteUndone(db: ScopedDb, id: string, now: Date): Promise<void> {
  await db.sql
    .updateTable('merger')
    .set({ undone_at: now })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .execute()
}
