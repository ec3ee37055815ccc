import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import type { NewSource, Source, SourceReading } from '../domain/source.ts'

const select = (db: ScopedDb) =>
  db.sql
    .selectFrom('source')
    .select([
      'id',
      'name',
      'agreement_id',
      'institution_id',
      'map',
      'time_zone',
      'entry_from',
      'extraction_rule',
      'current_vintage',
      'recorded_at',
    ])
    .where('space_id', '=', db.actor.spaceId)
    .where('removed_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const isEmpty = (map: unknown): boolean =>
  typeof map === 'object' && map !== null && Object.keys(map).length === 0

const sourceOf = (row: Row): Source => ({
  id: row.id,
  name: row.name,
  agreementId: row.agreement_id,
  institutionId: row.institution_id,
  map: isEmpty(row.map) ? null : row.map,
  timeZone: row.time_zone,
  entryFrom: row.entry_from === null ? null : calendarDay(row.entry_from),
  extractionRule: row.extraction_rule,
  currentVintage: row.current_vintage,
  recordedAt: row.recorded_at,
})

/** By name; those that were removed are not shown. */
export async function listSources(db: ScopedDb): Promise<readonly Source[]> {
  return (await select(db).orderBy('name').execute()).map(sourceOf)
}

export async function findSource(db: ScopedDb, id: string): Promise<Source | undefined> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  return row && sourceOf(row)
}

export async function findSourceNamed(db: ScopedDb, name: string): Promise<Source | undefined> {
  const row = await select(db).where('name', '=', name).executeTakeFirst()
  return row && sourceOf(row)
}

/** How far a source of this name ever came, taken away or not: the last of them. */
export async function fateOfSourceNamed(
  db: ScopedDb,
  name: string,
): Promise<{ readonly id: string; readonly fate: 'unread' | 'read' | 'removed' } | undefined> {
  const row = await db.sql
    .selectFrom('source')
    .select(['id', 'current_vintage', 'removed_at'])
    .where('space_id', '=', db.actor.spaceId)
    .where('name', '=', name)
    .orderBy('recorded_at', 'desc')
    .executeTakeFirst()
  if (!row) return undefined
  return { id: row.id, fate: row.removed_at ? 'removed' : row.current_vintage === null ? 'unread' : 'read' }
}

/** As `findSource`, and nobody else reads a file into it until the transaction ends. */
export async function lockSource(db: ScopedDb, id: string): Promise<Source | undefined> {
  const row = await select(db).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && sourceOf(row)
}

export async function insertSource(db: ScopedDb, source: NewSource, now: Date): Promise<string> {
  const id = newId(now)
  await db.sql
    .insertInto('source')
    .values({
      space_id: db.actor.spaceId,
      id,
      name: source.name,
      agreement_id: source.agreementId,
      institution_id: source.institutionId,
      map: '{}',
      time_zone: 'Europe/Paris',
      recorded_by: db.actor.accountId,
      recorded_at: now,
    })
    .execute()
  return id
}

export async function updateReading(db: ScopedDb, id: string, reading: SourceReading): Promise<void> {
  await db.sql
    .updateTable('source')
    .set({
      map: JSON.stringify(reading.map),
      time_zone: reading.timeZone,
      entry_from: reading.entryFrom,
      extraction_rule: reading.extractionRule,
    })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .execute()
}

/** From here on the vintage is what everybody sees. */
export async function showVintage(db: ScopedDb, id: string, vintage: number): Promise<void> {
  await db.sql
    .updateTable('source')
    .set({ current_vintage: vintage })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .execute()
}

const OF_A_SOURCE = [
  'source_upload',
  'source_reject',
  'source_wait',
  'source_day',
  'source_cell',
  'source_case',
  'source_stratum',
] as const

/** Deletes what was counted in a source; what stays says that it was there, and which files were read. */
export async function removeContents(db: ScopedDb, id: string, now: Date): Promise<void> {
  await sql`set local statement_timeout = 0`.execute(db.sql)
  for (const table of OF_A_SOURCE)
    await db.sql
      .deleteFrom(table)
      .where('space_id', '=', db.actor.spaceId)
      .where('source_id', '=', id)
      .execute()
  await db.sql
    .updateTable('source')
    .set({ removed_at: now, current_vintage: null })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .execute()
}
