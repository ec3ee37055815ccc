import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { Moment } from '../../kernel/length.ts'
import type { Complaint } from '../domain/complaint.ts'
import type { ComplaintState } from '../domain/state.ts'

/** Writers of one thread take turns: each folds what the one before it added. Held until the transaction ends. */
export async function takeTurn(db: ScopedDb, complaintId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${complaintId}, 0))`.execute(db.sql)
}

type WithoutAnchors = Pick<
  Complaint,
  'id' | 'estateId' | 'buildingId' | 'staircaseId' | 'homeId' | 'familyCode'
>

/** The row that stands for a thread; anchors only, since lengths need to know what day it is. */
export const stateRow = (
  spaceId: string,
  complaint: WithoutAnchors,
  state: ComplaintState,
  nextDueOn: CalendarDay | undefined,
) => ({
  space_id: spaceId,
  complaint_id: complaint.id,
  estate_id: complaint.estateId,
  building_id: complaint.buildingId ?? null,
  staircase_id: complaint.staircaseId ?? null,
  home_id: complaint.homeId ?? null,
  family_code: complaint.familyCode,
  ...clockColumns(state),
  ...countColumns(state),
  next_due_on: nextDueOn ?? null,
})

function clockColumns({ tenant: waits, landlord: files, answer: answers, lastWord, ball }: ComplaintState) {
  const [tenant, landlord, answer] = [waits.at(-1), files.at(-1), answers.at(-1)]
  return {
    told_earliest: tenant?.from.earliest ?? null,
    told_latest: tenant?.from.latest ?? null,
    ended_on: last(tenant?.until),
    ending: tenant?.until ? (tenant.ending ?? 'gone') : null,
    runs: waits.length,
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

export async function writeState(db: ScopedDb, row: ReturnType<typeof stateRow>): Promise<void> {
  const { space_id: _space, complaint_id: _complaint, ...anchors } = row
  await db.sql
    .insertInto('complaint_state')
    .values(row)
    .onConflict((oc) => oc.columns(['space_id', 'complaint_id']).doUpdateSet(anchors))
    .execute()
}
