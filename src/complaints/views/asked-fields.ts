import { type Channel, type EventKind, rowOf } from '../domain/event-kinds.ts'

/** What the form of a kind asks beside when, in which words and with which proof. */
export type Asked = {
  readonly actor: boolean
  /** Absent when how is known from the kind: somebody who comes, comes. */
  readonly channel?: Channel
  readonly fixedChannel: Channel
  readonly interlocutor: boolean
  readonly reference: boolean
}

const IN_PERSON: readonly EventKind[] = [
  'visit',
  'appointment_kept',
  'appointment_missed_by_contractor',
  'appointment_missed_by_landlord',
  'appointment_missed_by_tenant',
  'partial_repair',
  'work_done',
]
const UNSAID: readonly EventKind[] = ['effect', 'note', 'given_up', 'moved_out', 'work_order']
const ALONE: readonly EventKind[] = [
  ...UNSAID,
  'confirmed_gone',
  'appointment_missed_by_tenant',
  'appointment_missed_by_landlord',
  'appointment_missed_by_contractor',
]
const NUMBERED: readonly EventKind[] = ['registered', 'acknowledged', 'work_order', 'closed_by_landlord']
const USUAL: Partial<Record<EventKind, Channel>> = {
  first_telling: 'in_person',
  recurrence: 'phone',
  reminder: 'phone',
  closure_contested: 'phone',
  confirmed_gone: 'in_person',
  contempt: 'phone',
}

export function askedFor(kind: EventKind): Asked {
  const comes = IN_PERSON.includes(kind)
  return {
    actor: rowOf(kind).actors.length > 1,
    ...(comes || UNSAID.includes(kind) ? {} : { channel: USUAL[kind] ?? 'unknown' }),
    fixedChannel: comes ? 'in_person' : 'unknown',
    interlocutor: !ALONE.includes(kind),
    reference: NUMBERED.includes(kind),
  }
}
