import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import type { EstateCount } from '../domain/tally.ts'

/** Per estate: homes known, homes where somebody was met and has not left, and how many people that is; files joined together are one person. */
export async function countEstates(db: ScopedDb): Promise<EstateCount[]> {
  const { spaceId } = db.actor
  const { rows } = await sql<EstateCount>`
    select e.id, e.name, c.name as commune, count(distinct h.id)::int as homes,
           count(distinct h.id) filter (where p.id is not null)::int as households,
           count(distinct coalesce(p.merged_into, p.id))::int as people
    from home h
    join staircase s on s.id = h.staircase_id
    join building b on b.id = s.building_id
    join estate e on e.id = b.estate_id
    join commune c on c.code = e.commune_code
    left join occupancy o on o.space_id = ${spaceId} and o.home_id = h.id and o.until_latest is null and o.until_said = ''
    left join person p on p.space_id = ${spaceId} and p.id = o.person_id
    where h.space_id = ${spaceId} and h.merged_into is null
    group by e.id, e.name, c.name
    order by e.name`.execute(db.sql)
  return rows
}

export type SentTally = { readonly id: string; readonly sentAt: Date; readonly undone: boolean }

/** Tallies this space has shared, the latest first. */
export async function sentTallies(db: ScopedDb, door: string): Promise<SentTally[]> {
  const rows = await db.sql
    .selectFrom('passage')
    .leftJoin('passage as undoing', (join) =>
      join.onRef('undoing.undoes', '=', 'passage.id').onRef('undoing.space_id', '=', 'passage.space_id'),
    )
    .select(['passage.id', 'passage.sent_at', 'undoing.id as undone_by'])
    .where('passage.space_id', '=', db.actor.spaceId)
    .where('passage.door', '=', door)
    .where('passage.undoes', 'is', null)
    .orderBy('passage.sent_at', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, sentAt: row.sent_at, undone: row.undone_by !== null }))
}

/** The federation this union belongs to, if any. */
export async function parentOf(db: ScopedDb): Promise<{ id: string; name: string } | undefined> {
  return db.sql
    .selectFrom('institution as own')
    .innerJoin('institution as parent', 'parent.id', 'own.parent_id')
    .select(['parent.id', 'parent.name'])
    .where('own.id', '=', db.actor.institutionId)
    .where('parent.kind', '=', 'federation')
    .executeTakeFirst()
}
