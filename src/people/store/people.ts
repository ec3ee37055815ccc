import { type SqlBool, sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, calendarDay } from '../../kernel/calendar-day.ts'
import type { MergerPerson } from '../domain/merging.ts'
import {
  LANGUAGES,
  type Person,
  type PersonFields,
  phoneDigits,
  REACHES,
  searchTextOf,
} from '../domain/person.ts'

type Row = {
  id: string
  name: string
  phone: string
  email: string
  language: string
  reach_by: string
  note: string
  last_contact_on: string
  merged_into: string | null
  version: number
}

const COLUMNS = [
  'id',
  'name',
  'phone',
  'email',
  'language',
  'reach_by',
  'note',
  'last_contact_on',
  'merged_into',
  'version',
] as const

const personOf = (row: Row): Person => ({
  id: row.id,
  name: row.name,
  phone: row.phone,
  email: row.email,
  language: LANGUAGES.find((l) => l === row.language) ?? 'other',
  reachBy: REACHES.find((r) => r === row.reach_by) ?? 'union',
  note: row.note,
  lastContactOn: calendarDay(row.last_contact_on),
  mergedInto: row.merged_into,
  version: row.version,
})

const columnsOf = (fields: PersonFields) => ({
  name: fields.name,
  phone: fields.phone,
  email: fields.email,
  language: fields.language,
  reach_by: fields.reachBy,
  note: fields.note,
  search_text: searchTextOf(fields),
})

export async function findPerson(db: ScopedDb, id: string): Promise<Person | undefined> {
  const row = await db.sql
    .selectFrom('person')
    .select(COLUMNS)
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && personOf(row)
}

/** This person's file and those joined to it, itself first. */
export async function filesOf(db: ScopedDb, id: string): Promise<readonly Person[]> {
  const rows = await db.sql
    .selectFrom('person')
    .select(COLUMNS)
    .where('space_id', '=', db.actor.spaceId)
    .where((e) => e.or([e('id', '=', id), e('merged_into', '=', id)]))
    .orderBy(sql`merged_into is not null`)
    .orderBy('id')
    .execute()
  return rows.map(personOf)
}

/** The same files, by identifier only; locked, so that two acts on one person follow each other. */
export async function lockFiles(db: ScopedDb, ids: readonly string[]): Promise<readonly MergerPerson[]> {
  const rows = await db.sql
    .selectFrom('person')
    .select(['id', 'merged_into'])
    .where('space_id', '=', db.actor.spaceId)
    .where((e) => e.or([e('id', 'in', ids), e('merged_into', 'in', ids)]))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => ({ id: row.id, mergedInto: row.merged_into }))
}

export async function insertPerson(
  db: ScopedDb,
  id: string,
  fields: PersonFields,
  today: CalendarDay,
): Promise<void> {
  await db.sql
    .insertInto('person')
    .values({ space_id: db.actor.spaceId, id, ...columnsOf(fields), last_contact_on: today })
    .execute()
}

/** False when somebody wrote since this version was read: nothing is written then. */
export async function updatePerson(
  db: ScopedDb,
  person: { id: string; version: number; lastContactOn: CalendarDay },
  fields: PersonFields,
): Promise<boolean> {
  const done = await db.sql
    .updateTable('person')
    .set((e) => ({
      ...columnsOf(fields),
      last_contact_on: person.lastContactOn,
      version: e('version', '+', 1),
    }))
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', person.id)
    .where('version', '=', person.version)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Somebody spoke with this person today: the years of keeping start again. */
export async function noteContact(db: ScopedDb, id: string, today: CalendarDay): Promise<void> {
  await db.sql
    .updateTable('person')
    .set({ last_contact_on: today })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .where('last_contact_on', '<', today)
    .execute()
}

export async function pointAt(db: ScopedDb, ids: readonly string[], keptId: string | null): Promise<void> {
  if (ids.length === 0) return
  await db.sql
    .updateTable('person')
    .set({ merged_into: keptId })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', 'in', ids)
    .execute()
}

/** People who may be the one being noted: the same name, accents aside, or the same number. */
export async function namesakesOf(
  db: ScopedDb,
  fields: Pick<PersonFields, 'name' | 'phone'>,
): Promise<readonly Person[]> {
  const name = searchTextOf({ name: fields.name, phone: '' })
  const digits = phoneDigits(fields.phone)
  const rows = await db.sql
    .selectFrom('person')
    .select(COLUMNS)
    .where('space_id', '=', db.actor.spaceId)
    .where('merged_into', 'is', null)
    .where(
      sql<SqlBool>`(search_text = ${name} or regexp_replace(search_text, ' ?[0-9]*$', '') = ${name}
        or (${digits} <> '' and right(search_text, ${digits.length + 1}::int) = ${` ${digits}`}))`,
    )
    .orderBy('id')
    .limit(5)
    .execute()
  return rows.map(personOf)
}
