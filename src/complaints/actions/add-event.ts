import type { ThreadDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { admitEvent, type EventRefusal } from '../domain/admissible-event.ts'
import type { ThreadEvent } from '../domain/event.ts'
import { insertEvent, readThread } from '../store/events.ts'
import { subjectOfThread, takeTurn } from '../store/states.ts'
import { keepState } from './keep-state.ts'

export type When = { readonly now: Date; readonly today: CalendarDay }
/** `id` when the form that sends it has one: sent twice, it is one line. */
export type NewEvent = Omit<ThreadEvent, 'id' | 'recordedAt' | 'recordedBy' | 'byCode'> & {
  readonly id?: string
}
export type AddRefusal =
  | EventRefusal
  | { readonly because: 'no_such_complaint' }
  | { readonly because: 'no_such_event' }
  | { readonly because: 'already_corrected' }

/**
 * Adds a line to a thread, by somebody of the union or by the household itself: a correction if it supersedes another.
 * Writes what the thread says since.
 */
export async function addEvent(
  db: ThreadDb,
  complaintId: string,
  event: NewEvent,
  { now, today }: When,
): Promise<Result<string, AddRefusal>> {
  const complaint = await subjectOfThread(db, complaintId)
  if (!complaint) return refuse({ because: 'no_such_complaint' })
  await takeTurn(db, complaintId)
  const thread = await readThread(db, complaintId)
  if (event.id !== undefined && thread.some(({ id }) => id === event.id)) return accept(event.id)
  const replaced = replacement(event, thread)
  if (!replaced.ok) return replaced
  const line: ThreadEvent = { ...event, id: event.id ?? newId(now), recordedAt: now, ...recorder(db) }
  const admitted = admitEvent(line, thread, today)
  if (!admitted.ok) return admitted
  await insertEvent(db, complaintId, line)
  await keepState(db, complaint, [...thread, line], now)
  return accept(line.id)
}

const recorder = ({ actor }: ThreadDb) =>
  'codeId' in actor ? { byCode: actor.codeId } : { recordedBy: actor.accountId }

/** What a line supersedes is in this very thread, and nobody superseded it before. */
function replacement(
  { supersedes }: NewEvent,
  thread: readonly ThreadEvent[],
): Result<undefined, { because: 'no_such_event' } | { because: 'already_corrected' }> {
  if (supersedes === undefined) return accept()
  if (!thread.some(({ id }) => id === supersedes)) return refuse({ because: 'no_such_event' })
  const taken = thread.some((other) => other.supersedes === supersedes)
  return taken ? refuse({ because: 'already_corrected' }) : accept()
}
