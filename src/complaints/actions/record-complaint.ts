import type { ScopedDb } from '../../access/scope.ts'
import type { ApproximateDay } from '../../kernel/approximate-day.ts'
import { newId } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { admitEvent, type EventRefusal } from '../domain/admissible-event.ts'
import type { HolidayZone } from '../../kernel/holiday-rules.ts'
import type { NamedPlace, PlaceOfTrouble, Subject } from '../domain/complaint.ts'
import type { Channel, Evidence } from '../domain/event-kinds.ts'
import type { ThreadEvent } from '../domain/event.ts'
import { isColleague } from '../store/colleagues.ts'
import { type Care, insertComplaint } from '../store/complaints.ts'
import { insertEvent } from '../store/events.ts'
import { subjectOf } from '../store/nomenclature.ts'
import { placeOf } from '../store/place.ts'
import type { When } from './add-event.ts'
import { keepState } from './keep-state.ts'

export type NewComplaint = {
  readonly place: NamedPlace
  readonly problemCode: string
  readonly personId?: string
  readonly words: string
  readonly since?: ApproximateDay
  /** Who follows it here, and when to come back to it. */
  readonly care?: Care
  /** Absent when nobody on the other side was told yet: no clock runs then. */
  readonly told?: {
    readonly on: ApproximateDay
    readonly channel: Channel
    readonly interlocutor: string
    readonly evidence: Evidence
  }
}

export type RecordRefusal =
  | EventRefusal
  | { readonly because: 'no_such_place' | 'no_such_problem' | 'retired_problem' | 'no_such_colleague' }

/** Notes a household's trouble and, when it was told, the first line of its thread. @returns the complaint's id. */
export async function recordComplaint(
  db: ScopedDb,
  asked: NewComplaint,
  when: When,
): Promise<Result<string, RecordRefusal>> {
  const place = await placeOf(db, asked.place)
  if (!place) return refuse({ because: 'no_such_place' })
  const subject = await subjectOf(db, asked.problemCode)
  if (!subject) return refuse({ because: 'no_such_problem' })
  if (subject.retiredOn && subject.retiredOn <= when.today) return refuse({ because: 'retired_problem' })
  if (!(await isColleague(db, asked.care?.assignedTo))) return refuse({ because: 'no_such_colleague' })
  const told = asked.told ? firstTelling(db, asked, asked.told, when) : undefined
  const admitted = told ? admitEvent(told, [], when.today) : undefined
  if (admitted && !admitted.ok) return admitted
  return accept(await keep(db, asked, { ...place, ...subject }, told, when))
}

type Known = PlaceOfTrouble & Subject & { readonly holidayZone: HolidayZone }

async function keep(
  db: ScopedDb,
  { personId, words, since, care }: NewComplaint,
  { familyCode, problemCode, holidayZone, estateId, buildingId, staircaseId, homeId }: Known,
  told: ThreadEvent | undefined,
  { now }: When,
): Promise<string> {
  const complaint = {
    id: newId(now),
    estateId,
    ...(buildingId && { buildingId }),
    ...(staircaseId && { staircaseId }),
    ...(homeId && { homeId }),
    ...(personId && { personId }),
    ...(since && { since }),
    ...care,
    familyCode,
    problemCode,
    words,
    holidayZone,
    recordedBy: db.actor.accountId,
    recordedAt: now,
    version: 1,
  }
  await insertComplaint(db, complaint)
  if (told) await insertEvent(db, complaint.id, told)
  await keepState(db, complaint, told ? [told] : [], now)
  return complaint.id
}

function firstTelling(
  db: ScopedDb,
  { words }: NewComplaint,
  { on, ...told }: NonNullable<NewComplaint['told']>,
  { now }: When,
): ThreadEvent {
  return {
    id: newId(now),
    kind: 'first_telling',
    actor: 'household',
    ...told,
    happened: on,
    details: {},
    words,
    recordedAt: now,
    recordedBy: db.actor.accountId,
  }
}
