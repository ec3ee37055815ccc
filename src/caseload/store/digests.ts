import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { nameUuid } from '../../kernel/ids.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { Database } from '../../db/connect.ts'

/** One letter to write: to whom, and two numbers. Nothing else of a complaint is read. */
export type Digest = {
  readonly spaceId: string
  readonly accountId: string
  readonly email: string
  readonly toFollowUp: number
  readonly promisesPassed: number
}

/** Read by the job, in every union at once; what is given to nobody is counted for those who organise. */
export async function digestsOf(system: Database, today: CalendarDay): Promise<readonly Digest[]> {
  const { rows } = await sql<Digest>`
    with followers as (
      select m.space_id, m.account_id, min(m.account_email) as email, bool_or(m.circle = 'organiser') as organises
      from union_space.membership m
      where m.ended_at is null and m.circle in ('organiser', 'steward', 'officer') and not exists (
        select from union_space.digest_refusal r where r.space_id = m.space_id and r.account_id = m.account_id)
      group by m.space_id, m.account_id),
    asking as (
      select s.space_id, s.assigned_to, count(*) filter (where s.follow_up_on <= ${today}::date) as follow,
        count(*) filter (where s.next_promise_on < ${today}::date) as promises
      from union_space.complaint_state s
      where s.ending is null and (s.follow_up_on <= ${today}::date or s.next_promise_on < ${today}::date)
      group by s.space_id, s.assigned_to)
    select f.space_id as "spaceId", f.account_id as "accountId", f.email, sum(a.follow)::int as "toFollowUp",
      sum(a.promises)::int as "promisesPassed"
    from followers f join asking a on a.space_id = f.space_id
      and (a.assigned_to = f.account_id or (a.assigned_to is null and f.organises))
    group by f.space_id, f.account_id, f.email order by f.space_id, f.account_id`.execute(system)
  return rows
}

/** One letter per space, account and day has one identifier: written twice, it is one. */
export const digestMailId = ({ spaceId, accountId }: Digest, today: CalendarDay): string =>
  nameUuid(spaceId, `digest ${accountId} ${today}`)

/** Whether this letter was posted already; those who ask take turns until the transaction ends. */
export async function isPosted(tx: Database, mailId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${mailId}, 0))`.execute(tx)
  const { rows } = await sql`select 1 from keyring.mail where id = ${mailId}`.execute(tx)
  return rows.length > 0
}

/** Wanting the letter is not having refused it. */
export async function refusesDigest(db: ScopedDb): Promise<boolean> {
  const row = await db.sql
    .selectFrom('digest_refusal')
    .select('id')
    .where('space_id', '=', db.actor.spaceId)
    .where('account_id', '=', db.actor.accountId)
    .executeTakeFirst()
  return row !== undefined
}

export async function writeDigestRefusal(db: ScopedDb, id: string): Promise<void> {
  const { spaceId, accountId } = db.actor
  await db.sql.insertInto('digest_refusal').values({ space_id: spaceId, id, account_id: accountId }).execute()
}

export async function removeDigestRefusal(db: ScopedDb): Promise<void> {
  await db.sql
    .deleteFrom('digest_refusal')
    .where('space_id', '=', db.actor.spaceId)
    .where('account_id', '=', db.actor.accountId)
    .execute()
}
