import type { ScopedDb } from '../../access/scope.ts'
import { standingEvents } from '../../complaints/domain/event.ts'
import { type AddRefusal, addEvent, readThread } from '../../complaints/public.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { Sending } from '../domain/letter-facts.ts'
import { eventOfSending } from '../domain/sending.ts'
import { findLetter, writeSending } from '../store.ts'

export type SendRefusal =
  | AddRefusal
  | { readonly because: 'no_such_letter' }
  | { readonly because: 'already_sent' }

/** Notes that a letter left, and adds the line that this makes in its thread, in one transaction. */
export async function recordSending(
  db: ScopedDb,
  id: string,
  sent: { readonly on: CalendarDay; readonly how: Sending },
  when: { readonly now: Date; readonly today: CalendarDay },
): Promise<Result<string, SendRefusal>> {
  const kept = await findLetter(db, id)
  if (!kept) return refuse({ because: 'no_such_letter' })
  if (kept.sent) return refuse({ because: 'already_sent' })
  const thread = standingEvents(await readThread(db, kept.complaintId))
  const wasTold = thread.some(({ kind }) => kind === 'first_telling')
  const added = await addEvent(db, kept.complaintId, eventOfSending(kept.letter, sent, wasTold), when)
  if (!added.ok) return added
  const isWritten = await writeSending(db, id, { ...sent, eventId: added.value })
  return isWritten ? accept(kept.complaintId) : refuse({ because: 'already_sent' })
}
