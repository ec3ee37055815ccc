import { sql } from 'kysely'
import type { ThreadDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { Moment } from '../../kernel/length.ts'
import { HOLIDAY_ZONES } from '../../kernel/holiday-rules.ts'
import type { Contribution } from '../../measure/lexis.ts'
import type { ThreadSubject } from '../domain/complaint.ts'
import { fileOf } from '../domain/clocks.ts'
import type { ComplaintState } from '../domain/state.ts'

/** Writers of one thread take turns: each folds what the one before it added. Held until the transaction ends. */
export async function takeTurn(db: ThreadDb, complaintId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${complaintId}, 0))`.execute(db.sql)
}

/** The row that stands for a thread; anchors only, since lengths need to know what day it is. */
export const stateRow = (
  spaceId: string,
  complaint: ThreadSubject,
  state: ComplaintState,
  nextDueOn: CalendarDay | undefined,
  cells: readonly Contribution[],
) => ({
  space_id: spaceId,
  complaint_id: complaint.id,
  estate_id: complaint.estateId,
  building_id: complaint.buildingId ?? null,
  staircase_id: complaint.staircaseId ?? null,
  home_id: complaint.homeId ?? null,
  family_code: complaint.familyCode,
  problem_code: complaint.problemCode,
  holiday_zone: complaint.holidayZone,
  ...clockColumns(state),
  ...countColumns(state),
  next_due_on: nextDueOn ?? null,
  cells: JSON.stringify(cells.map(cellColumns)),
})

/** As the database adds them to complaint_cell. */
const cellColumns = ({ opened, closed, outcome, knownFrom, count }: Contribution) => ({
  opened_day: opened,
  closed_day: closed,
  outcome,
  known_from: knownFrom,
  n: count,
})

function clockColumns(state: ComplaintState) {
  const { lastWord, ball } = state
  const [tenant, landlord, answer] = [state.tenant.at(-1), fileOf(state), state.answer.at(-1)]
  return {
    told_earliest: tenant?.from.earliest ?? null,
    told_latest: tenant?.from.latest ?? null,
    ended_earliest: tenant?.until?.earliest ?? last(tenant?.until),
    ended_on: last(tenant?.until),
    ending: tenant?.until ? (tenant.ending ?? 'gone') : null,
    runs: state.tenant.length,
    registered_on: last(landlord?.from),
    closed_on: last(landlord?.until),
    answered_on: answer?.answered ? last(answer.until) : null,
    last_word_on: last(lastWord),
    ball: ball?.holder ?? null,
    ball_since: last(ball?.since),
  }
}

function countColumns(state: ComplaintState) {
  const awaited = state.promises
    .filter(({ keptOn }) => keptOn === undefined)
    .map(({ dueOn }) => dueOn)
    .toSorted()
  const kept = state.promises.filter(({ keptOn }) => keptOn !== undefined)
  const late = kept.filter(({ dueOn, keptOn }) => keptOn && (keptOn.earliest ?? keptOn.latest) > dueOn)
  return {
    longest_silence: state.longestSilence,
    contested: state.contested,
    reminders: state.reminders,
    tellings: state.tellings,
    interlocutors: state.interlocutors,
    contempts: state.contempts,
    missed_appointments: state.missedAppointments,
    promises: state.promises.length,
    promises_kept: kept.length - late.length,
    promises_late: late.length,
    awaited_days: awaited,
    next_promise_on: awaited[0] ?? null,
    last_event_on: state.lastEventOn ?? null,
    event_count: state.eventCount,
  }
}

const last = (moment: Moment | undefined): CalendarDay | null => moment?.latest ?? null

/** The state of a thread is changed by whoever adds to it, and made once, by the union: a household may only change it. */
export async function writeState(db: ThreadDb, row: ReturnType<typeof stateRow>): Promise<void> {
  const { space_id: spaceId, complaint_id: complaintId, ...anchors } = row
  const changed = await db.sql
    .updateTable('complaint_state')
    .set(anchors)
    .where('space_id', '=', spaceId)
    .where('complaint_id', '=', complaintId)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) await db.sql.insertInto('complaint_state').values(row).execute()
}

/** What the thread of this complaint is about; nothing when this scope does not reach it. */
export async function subjectOfThread(db: ThreadDb, complaintId: string): Promise<ThreadSubject | undefined> {
  const row = await db.sql
    .selectFrom('complaint_state')
    .select(['estate_id', 'building_id', 'staircase_id', 'home_id'])
    .select(['family_code', 'problem_code', 'holiday_zone'])
    .where('space_id', '=', db.actor.spaceId)
    .where('complaint_id', '=', complaintId)
    .executeTakeFirst()
  return (
    row && {
      id: complaintId,
      estateId: row.estate_id,
      ...(row.building_id && { buildingId: row.building_id }),
      ...(row.staircase_id && { staircaseId: row.staircase_id }),
      ...(row.home_id && { homeId: row.home_id }),
      familyCode: row.family_code,
      problemCode: row.problem_code,
      holidayZone: HOLIDAY_ZONES.find((zone) => zone === row.holiday_zone) ?? 'national',
    }
  )
}
