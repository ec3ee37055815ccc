import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, calendarDay } from '../../kernel/calendar-day.ts'
import { currentHomesOf, type Whereabouts } from './whereabouts.ts'

export type ToCallBack = {
  readonly id: string
  readonly name: string
  readonly lastContactOn: CalendarDay
  readonly place: Whereabouts | undefined
}

/** People who agreed to be called back, who was met longest ago first: a name, a home and a day, as in the lists. */
export async function listToCallBack(db: ScopedDb, most: number): Promise<readonly ToCallBack[]> {
  const rows = await metLongestAgo(db, most)
  const ids = rows.map((row) => row.id)
  const places = await currentHomesOf(db, ids)
  return rows.map(({ id, name, met_on }) => ({
    id,
    name,
    lastContactOn: calendarDay(met_on),
    place: places.get(id),
  }))
}

/** One row per human: joined files count as one, met on the latest of their days. */
async function metLongestAgo(
  { sql: connection, actor: { spaceId } }: ScopedDb,
  most: number,
): Promise<readonly { id: string; name: string; met_on: string }[]> {
  const { rows } = await sql<{ id: string; name: string; met_on: string }>`
    with files as (
      select coalesce(p.merged_into, p.id) as id, max(p.last_contact_on) as met_on
      from person p
      where p.space_id = ${spaceId}
      group by coalesce(p.merged_into, p.id)
    ), agreed as (
      select distinct coalesce(p.merged_into, p.id) as id
      from consent c
      join person p on p.space_id = c.space_id and p.id = c.person_id
      where c.space_id = ${spaceId} and c.purpose = 'called_back' and c.withdrawn_on is null
    )
    select k.id, k.name, f.met_on
    from agreed a
    join files f on f.id = a.id
    join person k on k.space_id = ${spaceId} and k.id = a.id
    order by f.met_on, k.search_text collate "C", k.id
    limit ${most}`.execute(connection)
  return rows
}
