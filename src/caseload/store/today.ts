import { sql } from 'kysely'
import { isIn, type ScopedDb } from '../../access/scope.ts'
import { addDays, addMonths, type CalendarDay, calendarDay, dayIn } from '../../kernel/calendar-day.ts'
import { type EventKind, isEventKind } from '../../complaints/domain/event-kinds.ts'
import type { ListedComplaint } from '../domain/listed-complaint.ts'
import { WAITS_SINCE } from './list-conditions.ts'
import { listRunning } from './lists.ts'

const MOST = 8
const MOST_LONG = 5
const WEEK = 7

export type PassedDeadline = {
  readonly complaintId: string
  readonly dueOn: CalendarDay
  readonly title: string
  readonly place: string
}
/** What a household did by itself, with its code. */
export type ActByCode = {
  readonly complaintId: string
  readonly kind: EventKind
  readonly at: Date
  readonly place: string
}

/** A household asked that everything be erased: the law gives a month. */
export type ErasureAsked = {
  readonly complaintId: string
  readonly before: CalendarDay
  readonly place: string
}

/** What asks for somebody today: each line leads to its complaint. */
export type ComplaintsToday = {
  readonly toFollowUp: readonly ListedComplaint[]
  readonly promisesPassed: readonly ListedComplaint[]
  readonly deadlinesPassed: readonly PassedDeadline[]
  /** Closed by the landlord and not by the household: contested, or waiting for its word. */
  readonly closures: readonly ListedComplaint[]
  readonly byCode: readonly ActByCode[]
  readonly erasures: readonly ErasureAsked[]
  readonly mayErase: boolean
  readonly longest: readonly ListedComplaint[]
}

/** Follow-ups are those of whoever reads, and those of nobody; the rest is the union's. */
export async function readComplaintsToday(
  db: ScopedDb,
  today: CalendarDay,
  now: Date,
): Promise<ComplaintsToday> {
  const { accountId } = db.actor
  const mine = sql`s.follow_up_on <= ${today}::date and (s.assigned_to = ${accountId}::uuid or s.assigned_to is null)`
  const closed = sql`(s.contested or (s.closed_on is not null and s.ball = 'household'))`
  return {
    toFollowUp: await listRunning(db, mine, sql`s.follow_up_on`, MOST),
    promisesPassed: await listRunning(
      db,
      sql`s.next_promise_on < ${today}::date`,
      sql`s.next_promise_on desc`,
      MOST,
    ),
    deadlinesPassed: await deadlinesPassed(db, today),
    closures: await listRunning(db, closed, WAITS_SINCE, MOST),
    byCode: await actsByCode(db, new Date(now.getTime() - WEEK * 86_400_000)),
    erasures: await erasuresAsked(db),
    mayErase: isIn(db.actor, 'officer'),
    longest: await listRunning(db, sql`true`, WAITS_SINCE, MOST_LONG),
  }
}

/** A door, else what neighbours share, in the fewest words that tell it. */
const PLACE = sql`concat_ws(', ', (select h.label from home h where h.space_id = s.space_id and h.id = s.home_id),
  (select p.staircase_word || ' ' || t.name from staircase t, space p where t.id = s.staircase_id and p.space_id = s.space_id), (select b.name from building b where b.id = s.building_id),
  (select e.name from estate e where e.id = s.estate_id))`

async function deadlinesPassed(db: ScopedDb, today: CalendarDay): Promise<readonly PassedDeadline[]> {
  const { rows } = await sql<{ complaintId: string; dueOn: string; title: string; place: string }>`
    select d.complaint_id as "complaintId", d.due_on as "dueOn", d.rule->>'title' as title, ${PLACE} as place
    from complaint_deadline d join complaint_state s on s.space_id = d.space_id and s.complaint_id = d.complaint_id
    where d.space_id = ${db.actor.spaceId} and d.stopped_latest is null and s.ending is null
      and d.due_on >= ${addDays(today, -WEEK)}::date and d.due_on < ${today}::date
      and d.rule->>'kind' <> 'R' and d.rule->>'bound' = 'landlord'
    order by d.due_on desc, d.id limit ${sql.lit(MOST)}`.execute(db.sql)
  return rows.map((row) => ({ ...row, dueOn: calendarDay(row.dueOn) }))
}

async function actsByCode(db: ScopedDb, since: Date): Promise<readonly ActByCode[]> {
  const { rows } = await sql<{ complaintId: string; kind: string; at: Date; place: string }>`
    select v.complaint_id as "complaintId", v.kind, v.recorded_at as at, ${PLACE} as place
    from complaint_event v join complaint_state s on s.space_id = v.space_id and s.complaint_id = v.complaint_id
    where v.space_id = ${db.actor.spaceId} and v.recorded_by is null and v.recorded_at >= ${since}
    order by v.recorded_at desc limit ${sql.lit(MOST)}`.execute(db.sql)
  return rows.flatMap(({ kind, ...row }) => (isEventKind(kind) ? [{ ...row, kind }] : []))
}

/** Until the complaint is erased: it then is not there, nor what it asked. */
async function erasuresAsked(db: ScopedDb): Promise<readonly ErasureAsked[]> {
  const { rows } = await sql<{ complaintId: string; at: Date; place: string }>`
    select v.complaint_id as "complaintId", min(v.recorded_at) as at, ${PLACE} as place
    from complaint_event v join complaint_state s on s.space_id = v.space_id and s.complaint_id = v.complaint_id
    where v.space_id = ${db.actor.spaceId} and v.details->>'request' = 'erasure'
      and not exists (select from complaint_event o
        where o.space_id = v.space_id and o.supersedes = v.id and o.kind = 'retraction')
    group by v.complaint_id, s.space_id, s.complaint_id order by at`.execute(db.sql)
  return rows.map(({ at, ...row }) => ({ ...row, before: addMonths(dayIn(at), 1) }))
}
