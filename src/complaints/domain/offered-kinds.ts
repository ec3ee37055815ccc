import { standingEvents, type ThreadEvent } from './event.ts'
import type { EventKind } from './event-kinds.ts'
import { foldThread } from './fold.ts'

/** Kinds in the order in which one looks for them: who did something, then what. */
export const KIND_FAMILIES = {
  ours: ['first_telling', 'reminder', 'closure_contested', 'commission_seized', 'recurrence'],
  answered: [
    'registered',
    'acknowledged',
    'answer_substantive',
    'answer_holding',
    'promise',
    'refusal_with_reasons',
    'refusal_without_reasons',
    'transfer_between_services',
  ],
  came: [
    'visit',
    'appointment_kept',
    'appointment_missed_by_contractor',
    'appointment_missed_by_landlord',
    'appointment_missed_by_tenant',
    'work_order',
    'partial_repair',
    'work_done',
  ],
  over: ['closed_by_landlord', 'confirmed_gone', 'given_up', 'moved_out'],
  lived: ['contempt', 'effect', 'note'],
} as const satisfies Record<string, readonly EventKind[]>

const ANY_TIME: readonly EventKind[] = ['contempt', 'effect', 'note']
const ENDINGS: readonly EventKind[] = ['confirmed_gone', 'given_up', 'moved_out']

/** What can be added to this thread as it stands; noting late what came first stays possible for the rest. */
export function isOffered(kind: EventKind, thread: readonly ThreadEvent[]): boolean {
  const last = foldThread(thread).tenant.at(-1)
  const events = standingEvents(thread)
  if (kind === 'first_telling') return !events.some((event) => event.kind === 'first_telling')
  if (ANY_TIME.includes(kind)) return true
  if (!last || kind === 'retraction') return false
  if (kind === 'recurrence') return last.until !== undefined
  if (ENDINGS.includes(kind)) return last.until === undefined
  return kind !== 'closure_contested' || events.some((event) => event.kind === 'closed_by_landlord')
}
