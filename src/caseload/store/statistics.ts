import { type RawBuilder, sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'

/** Complaints counted under one head: every one is in n, and in one of the five that follow. */
export type Tallied = {
  readonly label: string
  readonly n: number
  readonly running: number
  readonly gone: number
  readonly givenUp: number
  readonly movedOut: number
  readonly untold: number
  readonly contested: number
  readonly recurred: number
}

const COUNTS = sql`count(*)::int as n,
  count(*) filter (where s.ending is null and s.told_latest is not null)::int as running,
  count(*) filter (where s.ending = 'gone')::int as gone,
  count(*) filter (where s.ending = 'given_up')::int as "givenUp",
  count(*) filter (where s.ending = 'moved_out')::int as "movedOut",
  count(*) filter (where s.told_latest is null)::int as untold,
  count(*) filter (where s.contested)::int as contested,
  count(*) filter (where s.runs > 1)::int as recurred`

/** Counted by key first, named after: a hundred thousand rows are not joined to be counted. */
async function tallied(
  db: ScopedDb,
  key: RawBuilder<unknown>,
  name: RawBuilder<unknown>,
): Promise<readonly Tallied[]> {
  const { rows } = await sql<Tallied>`
    select ${name} as label, n, running, gone, "givenUp", "movedOut", untold, contested, recurred
    from (select ${key} as key, ${COUNTS} from complaint_state s where s.space_id = ${db.actor.spaceId} group by 1) k
    order by n desc, 1`.execute(db.sql)
  return rows
}

export const byFamily = (db: ScopedDb): Promise<readonly Tallied[]> =>
  tallied(db, sql`s.family_code`, sql`(select f.label from nomenclature f where f.code = k.key)`)

export const byEstate = (db: ScopedDb): Promise<readonly Tallied[]> =>
  tallied(db, sql`s.estate_id`, sql`(select e.name from estate e where e.id = k.key)`)

export async function byLandlord(db: ScopedDb): Promise<readonly Tallied[]> {
  const { rows } = await sql<Tallied>`
    select i.name as label, sum(n)::int as n, sum(running)::int as running, sum(gone)::int as gone,
      sum("givenUp")::int as "givenUp", sum("movedOut")::int as "movedOut", sum(untold)::int as untold,
      sum(contested)::int as contested, sum(recurred)::int as recurred
    from (select s.estate_id as key, ${COUNTS} from complaint_state s where s.space_id = ${db.actor.spaceId} group by 1) k
    join estate e on e.id = k.key join institution i on i.id = e.landlord_id
    group by i.id, i.name order by n desc, i.name`.execute(db.sql)
  return rows
}

export type Counted = { readonly key: string; readonly n: number }

/** Of the waits that run: who must act now. */
export async function byBall(db: ScopedDb): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    select coalesce(s.ball, 'nobody') as key, count(*)::int as n from complaint_state s
    where s.space_id = ${db.actor.spaceId} and s.ending is null and s.told_latest is not null
    group by 1 order by n desc`.execute(db.sql)
  return rows
}

export type PromiseCount = Readonly<Record<'made' | 'kept' | 'late' | 'broken' | 'awaited', number>>

/** Promises of complaints over or not; what was never kept and whose day passed is broken. */
export async function countPromises(db: ScopedDb, today: CalendarDay): Promise<PromiseCount> {
  const { rows } = await sql<PromiseCount>`
    select coalesce(sum(promises), 0)::int as made, coalesce(sum(promises_kept), 0)::int as kept,
      coalesce(sum(promises_late), 0)::int as late,
      coalesce(sum((select count(*) from unnest(awaited_days) d where d < ${today}::date)), 0)::int as broken,
      coalesce(sum((select count(*) from unnest(awaited_days) d where d >= ${today}::date)), 0)::int as awaited
    from complaint_state where space_id = ${db.actor.spaceId} and promises > 0`.execute(db.sql)
  return rows[0] ?? { made: 0, kept: 0, late: 0, broken: 0, awaited: 0 }
}

/** Lines that stand, of the kinds whose index they are: missed appointments by side, contempt by type. */
async function countLines(
  db: ScopedDb,
  key: RawBuilder<unknown>,
  kinds: RawBuilder<unknown>,
): Promise<readonly Counted[]> {
  const { rows } = await sql<Counted>`
    select ${key} as key, count(*)::int as n from complaint_event v
    where v.space_id = ${db.actor.spaceId} and v.kind in (${kinds})
      and not exists (select from complaint_event o where o.space_id = ${db.actor.spaceId} and o.supersedes = v.id)
    group by 1 order by n desc, 1`.execute(db.sql)
  return rows
}

export const countMissed = (db: ScopedDb): Promise<readonly Counted[]> =>
  countLines(
    db,
    sql`v.kind`,
    sql`'appointment_missed_by_landlord', 'appointment_missed_by_contractor', 'appointment_missed_by_tenant'`,
  )

export const countContempt = (db: ScopedDb): Promise<readonly Counted[]> =>
  countLines(db, sql`coalesce(v.details->>'contempt', '')`, sql`'contempt'`)
