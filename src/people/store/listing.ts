import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import type { Person } from '../domain/person.ts'

const PAGE = 50

/** What a list says of a person. */
export type ListedPerson = Pick<Person, 'id' | 'name' | 'lastContactOn'>

/**
 * A page of people by name, accents and case aside as in a French dictionary; a file joined to another shows there.
 * `more` says that another page follows: counting them all would cost more than showing fifty. The limit is a literal:
 * PostgreSQL plans once for few rows, and does not plan again each time.
 */
export async function listPeople(
  db: ScopedDb,
  page: number,
): Promise<{ people: readonly ListedPerson[]; more: boolean }> {
  const rows = await db.sql
    .selectFrom('person')
    .select(['id', 'name', 'last_contact_on'])
    .where('space_id', '=', db.actor.spaceId)
    .where('merged_into', 'is', null)
    .orderBy(sql`search_text collate "C"`)
    .orderBy('id')
    .limit(sql.lit(PAGE + 1))
    .$if(page > 1, (later) => later.offset((page - 1) * PAGE))
    .execute()
  const people = rows.slice(0, PAGE).map((row) => ({
    id: row.id,
    name: row.name,
    lastContactOn: calendarDay(row.last_contact_on),
  }))
  return { people, more: rows.length > PAGE }
}
