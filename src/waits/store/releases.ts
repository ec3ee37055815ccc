import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { newId } from '../../kernel/ids.ts'
import type { Tally } from '../../measure/tally.ts'

/** What left of a clock (a source, or our complaints) under protection, whoever took it; the oldest first. */
export async function releasesOf(db: ScopedDb, clock: string): Promise<readonly Tally[]> {
  const { rows } = await sql<{ tally: Tally }>`
    select tally from waits_release where space_id = ${db.actor.spaceId} and clock = ${clock}
    order by taken_at, id`.execute(db.sql)
  return rows.map(({ tally }) => tally)
}

/** Once for the same counts, however often they are taken. */
export async function keepRelease(db: ScopedDb, clock: string, tally: Tally, now: Date): Promise<void> {
  const told = JSON.stringify([tally.asOf, tally.strata])
  await sql`insert into waits_release (space_id, id, clock, headers, digest, tally, taken_by, taken_at)
    values (${db.actor.spaceId}, ${newId(now)}, ${clock}, ${tally.by.join(',')},
      ${createHash('sha256').update(told).digest('hex')}, ${JSON.stringify(tally)}, ${db.actor.accountId}, ${now})
    on conflict on constraint one_release_of_the_same_counts do nothing`.execute(db.sql)
}
