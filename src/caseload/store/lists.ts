import { type RawBuilder, sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, calendarDay, parseCalendarDay } from '../../kernel/calendar-day.ts'
import type { BallHolder, Ending } from '../../complaints/domain/event-kinds.ts'
import type { ListCursor } from '../domain/list-filter.ts'
import type { ListedComplaint } from '../domain/listed-complaint.ts'
import { type Asked, conditionsOf, WAITS_SINCE } from './list-conditions.ts'

export const PAGE = 50
export const MOST_COUNTED = 1000

export type ListPage = {
  readonly complaints: readonly ListedComplaint[]
  /** Where the next page begins; absent on the last one. */
  readonly next?: ListCursor
}

/** A page of the complaints that a filter keeps, the longest wait first; read from the state, then named. */
export async function listComplaints(
  db: ScopedDb,
  asked: Asked,
  after?: ListCursor,
  most = PAGE,
): Promise<ListPage> {
  const where = conditionsOf(db, asked, after)
  const chosen = sql`select s.* from complaint_state s where ${where}
    order by ${WAITS_SINCE}, s.complaint_id limit ${sql.lit(most + 1)}`
  const rows = await named(db, chosen)
  const complaints = rows.slice(0, most).map(listedOf)
  const last = complaints.at(-1)
  const next = last && { id: last.id, ...(last.told && { told: last.told.latest }) }
  return { complaints, ...(rows.length > most && next && { next }) }
}

const MOST_SHARED = 20

/** What waits in the parts of a building that neighbours share, the longest first. */
export const listShared = (db: ScopedDb, buildingId: string): Promise<readonly ListedComplaint[]> =>
  listRunning(db, sql`s.building_id = ${buildingId}::uuid and s.home_id is null`, WAITS_SINCE, MOST_SHARED)

/** A few of the waits that run and answer to `condition`, in this order; for pages that are not the list. */
export async function listRunning(
  db: ScopedDb,
  condition: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
  most: number,
): Promise<readonly ListedComplaint[]> {
  const rows = await named(
    db,
    sql`select s.* from complaint_state s
      where s.space_id = ${db.actor.spaceId} and s.ending is null and s.waits_since < 'infinity'::date and ${condition}
      order by ${order}, s.complaint_id limit ${sql.lit(most)}`,
    order,
  )
  return rows.map(listedOf)
}

/** How many a filter keeps, up to a thousand and one: beyond, nobody needs the figure to choose a page. */
export async function countListed(db: ScopedDb, asked: Asked): Promise<number> {
  const where = conditionsOf(db, asked)
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from complaint_state s where ${where} limit ${sql.lit(MOST_COUNTED + 1)}) few`.execute(
    db.sql,
  )
  return rows[0]?.n ?? 0
}

type Row = {
  complaint_id: string
  estate: string
  building: string | null
  staircase: string | null
  home_id: string | null
  home: string | null
  floor: number | null
  family: string
  problem: string
  told_earliest: string | null
  told_latest: string | null
  ended_earliest: string | null
  ended_on: string | null
  ending: Ending | null
  registered_on: string | null
  closed_on: string | null
  contested: boolean
  ball: BallHolder | null
  reminders: number
  next_promise_on: string | null
  next_due_on: string | null
  assignee: string | null
  follow_up_on: string | null
}

/** Names what was chosen: fifty rows are named, not a hundred thousand. */
async function named(
  db: ScopedDb,
  chosen: RawBuilder<unknown>,
  order: RawBuilder<unknown> = WAITS_SINCE,
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select s.*, e.name as estate, b.name as building, 
      (select p.staircase_word from space p where p.space_id = ${db.actor.spaceId}) || ' ' || t.name as staircase, h.label as home, h.floor,
      f.label as family, p.label as problem,
      (select a.account_name from membership a
        where a.space_id = s.space_id and a.account_id = s.assigned_to order by a.ended_at nulls first limit 1) as assignee
    from (${chosen}) s
    join estate e on e.id = s.estate_id
    join nomenclature f on f.code = s.family_code
    join nomenclature p on p.code = s.problem_code
    left join building b on b.id = s.building_id
    left join staircase t on t.id = s.staircase_id
    left join home h on h.space_id = s.space_id and h.id = s.home_id
    order by ${order}, s.complaint_id`.execute(db.sql)
  return rows
}

const dayOr = (text: string | null): CalendarDay | undefined => parseCalendarDay(text ?? '')

function listedOf(row: Row): ListedComplaint {
  const [latest, earliest] = [dayOr(row.told_latest), dayOr(row.told_earliest)]
  return {
    id: row.complaint_id,
    estate: row.estate,
    ...(row.building && { building: row.building }),
    ...(row.staircase && { staircase: row.staircase }),
    ...(row.home_id &&
      row.home !== null && { home: { id: row.home_id, label: row.home, floor: row.floor ?? 0 } }),
    family: row.family,
    problem: row.problem,
    ...(latest && { told: { latest, ...(earliest && { earliest }) } }),
    ...(row.ended_on && row.ending && { ended: endOf(row.ended_earliest, row.ended_on, row.ending) }),
    ...anchorsOf(row),
    contested: row.contested,
    reminders: row.reminders,
  }
}

const endOf = (earliest: string | null, latest: string, how: Ending) => ({
  earliest: calendarDay(earliest ?? latest),
  latest: calendarDay(latest),
  how,
})

function anchorsOf(row: Row) {
  const [registeredOn, closedOn] = [dayOr(row.registered_on), dayOr(row.closed_on)]
  const [nextPromiseOn, nextDueOn] = [dayOr(row.next_promise_on), dayOr(row.next_due_on)]
  const followUpOn = dayOr(row.follow_up_on)
  return {
    ...(registeredOn && { registeredOn }),
    ...(closedOn && { closedOn }),
    ...(nextPromiseOn && { nextPromiseOn }),
    ...(nextDueOn && { nextDueOn }),
    ...(followUpOn && { followUpOn }),
    ...(row.ball && { ball: row.ball }),
    ...(row.assignee && { assignee: row.assignee }),
  }
}
