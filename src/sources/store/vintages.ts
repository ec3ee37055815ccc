import type { ScopedDb } from '../../access/scope.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Vintage, VintageChanges, VintageFacts } from '../domain/vintage.ts'

export type NewVintage = Omit<Vintage, 'id' | 'recordedBy' | 'recordedAt'>

const select = (db: ScopedDb) =>
  db.sql.selectFrom('source_vintage').selectAll().where('space_id', '=', db.actor.spaceId)

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const vintageOf = (row: Row): Vintage => ({
  id: row.id,
  sourceId: row.source_id,
  vintage: row.vintage,
  fileName: row.file_name,
  sha256: row.sha256,
  bytes: row.bytes,
  rows: row.rows,
  kept: row.kept,
  // three texts written by `insertVintage` alone, and never again
  rejected: row.rejected as Record<string, number>,
  facts: row.facts as VintageFacts,
  changes: row.changes as VintageChanges,
  asOf: calendarDay(row.as_of),
  asOfInstant: row.as_of_instant,
  map: row.map,
  recordedBy: row.recorded_by,
  recordedAt: row.recorded_at,
})

/** The last first. */
export async function listVintages(db: ScopedDb, sourceId: string): Promise<readonly Vintage[]> {
  const rows = await select(db).where('source_id', '=', sourceId).orderBy('vintage', 'desc').execute()
  return rows.map(vintageOf)
}

export async function findVintage(
  db: ScopedDb,
  sourceId: string,
  vintage: number,
): Promise<Vintage | undefined> {
  const row = await select(db)
    .where('source_id', '=', sourceId)
    .where('vintage', '=', vintage)
    .executeTakeFirst()
  return row && vintageOf(row)
}

/** What each source shows now, for a list of them. */
export async function currentVintages(db: ScopedDb): Promise<ReadonlyMap<string, Vintage>> {
  const rows = await db.sql
    .selectFrom('source_vintage as v')
    .innerJoin('source as s', (on) =>
      on
        .onRef('s.space_id', '=', 'v.space_id')
        .onRef('s.id', '=', 'v.source_id')
        .onRef('s.current_vintage', '=', 'v.vintage'),
    )
    .selectAll('v')
    .where('v.space_id', '=', db.actor.spaceId)
    .execute()
  return new Map(rows.map((row) => [row.source_id, vintageOf(row)]))
}

export async function insertVintage(db: ScopedDb, vintage: NewVintage, now: Date): Promise<void> {
  await db.sql
    .insertInto('source_vintage')
    .values({
      space_id: db.actor.spaceId,
      source_id: vintage.sourceId,
      vintage: vintage.vintage,
      id: newId(now),
      file_name: vintage.fileName,
      sha256: vintage.sha256,
      bytes: vintage.bytes,
      rows: vintage.rows,
      kept: vintage.kept,
      rejected: JSON.stringify(vintage.rejected),
      as_of: vintage.asOf,
      as_of_instant: vintage.asOfInstant,
      map: JSON.stringify(vintage.map),
      facts: JSON.stringify(vintage.facts),
      changes: JSON.stringify(vintage.changes),
      recorded_by: db.actor.accountId,
      recorded_at: now,
    })
    .execute()
}
