import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'

/** How many people were met and have not left, by home of a staircase; files joined together are one person. */
export async function countPeopleMet(
  db: ScopedDb,
  staircaseId: string,
): Promise<ReadonlyMap<string, number>> {
  const { spaceId } = db.actor
  const { rows } = await sql<{ id: string; people: number }>`
    select h.id, count(distinct coalesce(p.merged_into, p.id))::int as people
    from home h
    join occupancy o on o.space_id = ${spaceId} and o.home_id = h.id and o.until_latest is null and o.until_said = ''
    join person p on p.space_id = ${spaceId} and p.id = o.person_id
    where h.space_id = ${spaceId} and h.staircase_id = ${staircaseId} and h.merged_into is null
    group by h.id`.execute(db.sql)
  return new Map(rows.map(({ id, people }) => [id, people]))
}
