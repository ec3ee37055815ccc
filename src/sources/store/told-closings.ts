import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { STILL_OPEN } from '../../measure/lexis.ts'

/** How many closings of each day came to be known on which day, from `since` on. */
export async function closingsTold(db: ScopedDb, sourceId: string, since: number) {
  const { rows } = await sql<{ day: number; knownFrom: number; n: number }>`
    select closed_day as day, known_from as "knownFrom", sum(n)::bigint as n from source_cell
    where space_id = ${db.actor.spaceId} and source_id = ${sourceId}
      and closed_day >= ${since} and closed_day < ${STILL_OPEN}
    group by closed_day, known_from having sum(n) <> 0`.execute(db.sql)
  return rows
}
