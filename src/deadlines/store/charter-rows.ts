import type { ScopedDb } from '../../access/scope.ts'
import { calendarDay, dayIn } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Unit } from '../../kernel/working-calendar.ts'
import type { CharterEntry, CharterVersion } from '../domain/charter.ts'
import type { Trigger } from '../domain/rule.ts'

export type CharterRow = CharterVersion & {
  readonly institutionId: string
  readonly institutionName: string
  readonly replaces: string | null
  /** The version that took its place. */
  readonly replacedBy: string | null
}
const MOST = 500

const charter = (db: ScopedDb) =>
  db.sql
    .selectFrom('charter_rule as c')
    .innerJoin('institution as i', 'i.id', 'c.institution_id')
    .leftJoin('charter_rule as n', (join) =>
      join.onRef('n.space_id', '=', 'c.space_id').onRef('n.replaces', '=', 'c.id'),
    )
    .selectAll('c')
    .select(['i.name as institution_name', 'n.id as replaced_by'])
    .where('c.space_id', '=', db.actor.spaceId)

type Selected = Awaited<ReturnType<ReturnType<typeof charter>['execute']>>[number]

/** Every version that this space wrote, by landlord and title, the latest first. */
export async function listCharterRows(db: ScopedDb, institutionId?: string): Promise<readonly CharterRow[]> {
  const all = charter(db).orderBy('i.name').orderBy('c.title').orderBy('c.valid_from', 'desc').limit(MOST)
  const rows = await (institutionId ? all.where('c.institution_id', '=', institutionId) : all).execute()
  return rows.map(charterRow)
}

export async function findCharterRow(db: ScopedDb, id: string): Promise<CharterRow | undefined> {
  const row = await charter(db).where('c.id', '=', id).executeTakeFirst()
  return row && charterRow(row)
}

/** Holds the row until commit: two people who change one rule wait for one another. */
export async function holdCharterRow(db: ScopedDb, id: string): Promise<CharterRow | undefined> {
  await db.sql
    .selectFrom('charter_rule')
    .select('id')
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return findCharterRow(db, id)
}

export async function insertCharterRow(
  db: ScopedDb,
  institutionId: string,
  entry: CharterEntry,
  replaces: string | null,
  now: Date,
): Promise<string> {
  const id = newId(now)
  await db.sql
    .insertInto('charter_rule')
    .values({
      space_id: db.actor.spaceId,
      id,
      institution_id: institutionId,
      replaces,
      ...columnsOf(entry),
      recorded_by: db.actor.accountId,
      recorded_at: now,
    })
    .execute()
  return id
}

const columnsOf = (entry: CharterEntry) => ({
  title: entry.title,
  starts_on: entry.startsOn,
  stops_on: [...entry.stopsOn],
  length: entry.length,
  unit: entry.unit,
  families: [...entry.families],
  source_title: entry.source.title,
  source_page: entry.source.page,
  source_on: entry.source.on,
  source_href: entry.source.href,
  note: entry.note,
  valid_from: entry.validFrom,
  valid_until: entry.validUntil,
})

export async function endCharterRow(db: ScopedDb, id: string, lastDay: string): Promise<void> {
  await db.sql
    .updateTable('charter_rule')
    .set({ valid_until: lastDay })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .execute()
}

function charterRow(row: Selected): CharterRow {
  return {
    id: row.id,
    institutionId: row.institution_id,
    institutionName: row.institution_name,
    replaces: row.replaces,
    replacedBy: row.replaced_by,
    title: row.title,
    // The form and the table's constraints let in only these words.
    startsOn: row.starts_on as Trigger,
    stopsOn: row.stops_on as Trigger[],
    length: row.length,
    unit: row.unit as Unit,
    families: row.families,
    source: {
      title: row.source_title,
      page: row.source_page,
      on: calendarDay(row.source_on),
      href: row.source_href,
    },
    note: row.note,
    validFrom: calendarDay(row.valid_from),
    validUntil: row.valid_until === null ? null : calendarDay(row.valid_until),
    recordedOn: dayIn(row.recorded_at),
  }
}
