import type { ScopedDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { admitEvent, type EventRefusal } from '../domain/admissible-event.ts'
import type { ThreadEvent } from '../domain/event.ts'
import { findComplaint } from '../store/complaints.ts'
import { insertEvent, readThread } from '../store/events.ts'
import { takeTurn } from '../store/states.ts'
import { keepState } from './keep-state.ts'

export type When = { readonly now: Date; readonly today: CalendarDay }
export type NewEvent = Omit<ThreadEvent, 'id' | 'recordedAt' | 'recordedBy'>
export type AddRefusal =
  | EventRefusal
  | { readonly because: 'no_such_complaint' }
  | { readonly because: 'no_such_event' }
  | { readonly because: 'already_corrected' }

/** Adds a line to a thread, a correction if it supersedes another, and writes what the thread says since. */
export async function addEvent(
  db: ScopedDb,
  complaintId: string,
  event: NewEvent,
  { now, today }: When,
): Promise<Result<string, AddRefusal>> {
  const complaint = await findComplaint(db, complaintId)
  if (!complaint) return refuse({ because: 'no_such_complaint' })
  await takeTurn(db, complaintId)
  const thread = await readThread(db, complaintId)
  const replaced = replacement(event, thread)
  if (!replaced.ok) return replaced
  const line: ThreadEvent = { ...event, id: newId(now), recordedAt: now, recordedBy: db.actor.accountId }
  const admitted = admitEvent(line, thread, today)
  if (!admitted.ok) return admitted
  await insertEvent(db, complaintId, line)
  await keepState(db, complaint, [...thread, line], now)
  return accept(line.id)
}

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
