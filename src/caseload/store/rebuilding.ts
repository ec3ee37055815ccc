import { sql } from 'kysely'
import type { Database } from '../../db/connect.ts'
import { parseCalendarDay } from '../../kernel/calendar-day.ts'
import { HOLIDAY_ZONES } from '../../kernel/holiday-rules.ts'
import type { ThreadSubject } from '../../complaints/domain/complaint.ts'
import type { ThreadEvent } from '../../complaints/domain/event.ts'
import { eventOf, type stateRow } from '../../complaints/public.ts'

export type SpaceNamed = { readonly id: string; readonly name: string }

export async function spacesWithComplaints(owner: Database): Promise<readonly SpaceNamed[]> {
  const { rows } = await sql<SpaceNamed>`
    select p.space_id as id, p.name from union_space.space p
    where exists (select from union_space.complaint c where c.space_id = p.space_id) order by p.name`.execute(
    owner,
  )
  return rows
}

/** Nobody adds a line while a few threads are read and their states written: a state is never older than its thread. */
export async function holdThreads(tx: Database): Promise<void> {
  await sql`lock table union_space.complaint_event in share mode`.execute(tx)
}

/** Counts the waits of a space again, from what its states say; nobody writes a state meanwhile. */
export async function recountCells(tx: Database, spaceId: string): Promise<void> {
  await sql`lock table union_space.complaint_state in share row exclusive mode`.execute(tx)
  await sql`delete from union_space.complaint_cell where space_id = ${spaceId}`.execute(tx)
  await sql`
    insert into union_space.complaint_cell (space_id, estate_id, family_code, opened_day, closed_day, outcome, known_from, n)
    select s.space_id, s.estate_id, s.family_code, c.opened_day, c.closed_day, c.outcome, c.known_from, sum(c.n)
    from union_space.complaint_state s
    cross join jsonb_populate_recordset(null::union_space.complaint_cell, s.cells::jsonb) c
    where s.space_id = ${spaceId} group by 1, 2, 3, 4, 5, 6, 7 having sum(c.n) <> 0`.execute(tx)
}

/** Complaints by identifier, the first left out and the last one in. */
export type Stretch = { readonly after: string; readonly until: string }

/** Cuts a space's complaints in two stretches of one length. */
export async function middleOf(owner: Database, spaceId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from union_space.complaint where space_id = ${spaceId} order by id
    offset (select count(*) / 2 from union_space.complaint where space_id = ${spaceId}) limit 1`.execute(
    owner,
  )
  return rows[0]?.id
}

export type Unfolded = {
  readonly complaint: ThreadSubject
  readonly thread: readonly ThreadEvent[]
  readonly nextDueOn: ReturnType<typeof parseCalendarDay>
}

/** The next complaints of a space by identifier, with their lines and the day they are next due. */
export async function threadsAfter(
  tx: Database,
  spaceId: string,
  { after, until }: Stretch,
  most: number,
): Promise<readonly Unfolded[]> {
  const complaints = await complaintsAfter(tx, spaceId, { after, until }, most)
  const last = complaints.at(-1)
  if (!last) return []
  const threads = await threadsBetween(tx, spaceId, after, last.id)
  return complaints.map(({ due, ...complaint }) => ({
    complaint,
    thread: threads.get(complaint.id) ?? [],
    nextDueOn: parseCalendarDay(due ?? ''),
  }))
}

/** As domain/complaint-deadlines.ts says it: the first day that binds the landlord and that nothing has stopped. */
const NEXT_DUE = sql<string | null>`(select min(d.due_on) from union_space.complaint_deadline d
  where d.space_id = c.space_id and d.complaint_id = c.id and d.stopped_latest is null
    and d.rule->>'kind' <> 'R' and d.rule->>'bound' = 'landlord')`

async function complaintsAfter(tx: Database, spaceId: string, { after, until }: Stretch, most: number) {
  const { rows } = await sql<
    Record<'id' | 'estate' | 'family' | 'problem' | 'zone', string> &
      Record<'building' | 'staircase' | 'home' | 'due', string | null>
  >`
    select c.id, c.estate_id as estate, c.building_id as building, c.staircase_id as staircase, c.home_id as home,
      c.family_code as family, c.problem_code as problem, c.holiday_zone as zone, ${NEXT_DUE} as due
    from union_space.complaint c where c.space_id = ${spaceId} and c.id > ${after}::uuid and c.id <= ${until}::uuid
    order by c.id limit ${sql.lit(most)}`.execute(tx)
  return rows.map((row) => ({
    id: row.id,
    estateId: row.estate,
    ...(row.building && { buildingId: row.building }),
    ...(row.staircase && { staircaseId: row.staircase }),
    ...(row.home && { homeId: row.home }),
    familyCode: row.family,
    problemCode: row.problem,
    holidayZone: HOLIDAY_ZONES.find((zone) => zone === row.zone) ?? ('national' as const),
    due: row.due,
  }))
}

async function threadsBetween(tx: Database, spaceId: string, after: string, last: string) {
  const rows = await tx
    .withSchema('union_space')
    .selectFrom('complaint_event')
    .selectAll()
    .where('space_id', '=', spaceId)
    .where('complaint_id', '>', after)
    .where('complaint_id', '<=', last)
    .execute()
  const threads = new Map<string, ThreadEvent[]>()
  for (const row of rows) {
    const thread = threads.get(row.complaint_id)
    if (thread) thread.push(eventOf(row))
    else threads.set(row.complaint_id, [eventOf(row)])
  }
  return threads
}

type StateRow = ReturnType<typeof stateRow>

/** Writes the states that are not what is written already. @returns the complaints whose state differed. */
export async function writeDifferingStates(
  tx: Database,
  rows: readonly StateRow[],
): Promise<readonly string[]> {
  const [first] = rows
  if (!first) return []
  const names = Object.keys(first)
  const list = (prefix: string) => sql.join(names.map((name) => sql.ref(`${prefix}.${name}`)))
  const columns = sql.join(names.map((name) => sql.id(name)))
  const sets = sql.join(names.map((name) => sql`${sql.id(name)} = ${sql.ref(`excluded.${name}`)}`))
  const { rows: written } = await sql<{ complaint_id: string }>`
    insert into union_space.complaint_state as kept (${columns})
    select ${list('fresh')} from jsonb_populate_recordset(null::union_space.complaint_state, ${JSON.stringify(rows)}::jsonb) fresh
    on conflict (space_id, complaint_id) do update set ${sets}
    where (${list('kept')}) is distinct from (${list('excluded')})
    returning complaint_id`.execute(tx)
  return written.map((row) => row.complaint_id)
}
