import { deadlineRow, eventRow, stateRow } from '../complaints/public.ts'
import { deadlinesOf, nextDueOn } from '../complaints/domain/complaint-deadlines.ts'
import type { ThreadEvent } from '../complaints/domain/event.ts'
import { foldThread } from '../complaints/domain/fold.ts'
import { waitCells } from '../complaints/domain/wait-cells.ts'
import type { Database } from '../db/connect.ts'
import { addDays, type CalendarDay } from '../kernel/calendar-day.ts'
import { type InventedComplaint, inventedComplaints } from './complaints.ts'
import { demoAccountId, DEMO_PEOPLE } from './demo-people.ts'
import { ESTATES } from './estates.ts'
import { liveALife } from './live-a-life.ts'
import { charterOf } from './plant-charters.ts'
import { chance, seedId, type SpaceKey } from './neighbourhood.ts'

type Place = { estateId: string; buildingId?: string; staircaseId?: string; homeId?: string }

/** Complaints with their threads, what the threads say and the deadlines that ran; folded as any other is. */
export async function plantComplaints(db: Database, today: CalendarDay, now: Date): Promise<void> {
  const rooms = db.withSchema('union_space')
  const told = inventedComplaints(today).map((invented) => tell(invented, today, now))
  await rooms
    .insertInto('complaint')
    .values(told.map(({ complaint }) => complaint))
    .execute()
  await rooms
    .insertInto('complaint_event')
    .values(told.flatMap(({ events }) => events))
    .execute()
  await rooms
    .insertInto('complaint_state')
    .values(told.map(({ state }) => state))
    .execute()
  await rooms
    .insertInto('complaint_deadline')
    .values(told.flatMap(({ deadlines }) => deadlines))
    .execute()
}

function tell(invented: InventedComplaint, today: CalendarDay, now: Date) {
  const { key, union, life, toldOn, pace } = invented
  const spaceId = seedId('space', union)
  const id = seedId('complaint', key)
  const by = whoFollows(union, key)
  const thread = withCorrection(key, byCode(key, liveALife({ key, life, toldOn, pace, today, by })))
  const [family = ''] = life.problem.split('.')
  const place = placeOf(invented)
  const said = { familyCode: family, problemCode: life.problem, holidayZone: 'national' } as const
  const charter = charterOf(landlordOf(invented.estate), union)
  const deadlines = deadlinesOf({ thread, problemCode: life.problem, zone: 'national', charter, copied: [] })
  const state = foldThread(thread)
  return {
    complaint: {
      ...rowOf(spaceId, id, place, invented),
      family_code: family,
      ...careOf(key, state.tenant.at(-1)?.until === undefined, by, today),
      recorded_by: by,
      recorded_at: new Date(`${addDays(toldOn, 1) < today ? addDays(toldOn, 1) : today}T08:30:00Z`),
    },
    events: thread.map((event) => eventRow(spaceId, id, event)),
    state: stateRow(spaceId, { id, ...place, ...said }, state, nextDueOn(deadlines), waitCells(thread)),
    deadlines: deadlines.map((deadline) => deadlineRow(spaceId, id, deadline, now)),
  }
}

function landlordOf(name: string) {
  const estate = ESTATES.find((known) => known.name === name)
  if (!estate) throw new Error(`no estate is called ${name}`)
  return estate.landlord
}

const placeOf = ({ estate, building, staircase, homeId }: InventedComplaint): Place => ({
  estateId: seedId('estate', estate),
  ...(building && { buildingId: seedId('building', estate, building) }),
  ...(building && staircase && { staircaseId: seedId('staircase', estate, building, staircase) }),
  ...(homeId && { homeId }),
})

const rowOf = (spaceId: string, id: string, place: Place, { life, personId }: InventedComplaint) => ({
  space_id: spaceId,
  id,
  estate_id: place.estateId,
  building_id: place.buildingId ?? null,
  staircase_id: place.staircaseId ?? null,
  home_id: place.homeId ?? null,
  person_id: personId ?? null,
  problem_code: life.problem,
  words: life.words,
})

/** Somebody who organises or stewards this union. */
function whoFollows(union: SpaceKey, key: string): string {
  const able = DEMO_PEOPLE.filter(
    ({ space, circles }) =>
      space === union && circles.some((circle) => circle === 'organiser' || circle === 'steward'),
  )
  const chosen = able[Math.floor(chance(key, 'who') * able.length)]
  if (!chosen) throw new Error(`nobody organises ${union}`)
  return demoAccountId(chosen.key)
}

/** Three in four of what still waits is somebody's, and some of it should have been taken up again by now. */
function careOf(key: string, waits: boolean, by: string, today: CalendarDay) {
  if (!waits || chance(key, 'assigned') > 0.75) return { assigned_to: null, follow_up_on: null }
  const followUp = chance(key, 'follow up')
  return {
    assigned_to: by,
    follow_up_on: followUp < 0.4 ? addDays(today, Math.floor(followUp * 40) - 5) : null,
  }
}

const BY_THEMSELVES: readonly string[] = ['confirmed_gone', 'closure_contested']

/** One household in three says by its code that it is repaired, or that it is not. */
const byCode = (key: string, thread: readonly ThreadEvent[]): readonly ThreadEvent[] =>
  thread.map(({ recordedBy, ...event }) => ({
    ...event,
    ...(BY_THEMSELVES.includes(event.kind) && chance(key, 'code') < 0.33
      ? { byCode: seedId('code', key), channel: 'portal' as const }
      : recordedBy && { recordedBy }),
  }))

/** One registration in four was first noted three days too early. */
function withCorrection(key: string, thread: readonly ThreadEvent[]): readonly ThreadEvent[] {
  const right = thread.find(({ kind }) => kind === 'registered')
  const told = thread[0]
  if (!right || !told || chance(key, 'corrected') > 0.25) return thread
  const day = addDays(right.happened.latest, -3)
  if (day < told.happened.latest) return thread
  const wrong = {
    ...right,
    id: seedId('event', key, 'wrong'),
    happened: { ...right.happened, earliest: day, latest: day, said: day },
  }
  return thread.flatMap((event) => (event === right ? [wrong, { ...right, supersedes: wrong.id }] : event))
}
