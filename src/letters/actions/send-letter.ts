import type { ScopedDb } from '../../access/scope.ts'
import type { Secrets } from '../../access/secrets.ts'
import { standingEvents } from '../../complaints/domain/event.ts'
import { type AddRefusal, addEvent, attachFiles, readThread } from '../../complaints/public.ts'
import type { CleanFile } from '../../documents/upload.ts'
import { type CalendarDay, dayIn } from '../../kernel/calendar-day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { Sending } from '../domain/letter-facts.ts'
import { eventOfSending } from '../domain/sending.ts'
import { findLetter, writeSending } from '../store.ts'

export type SendRefusal =
  | AddRefusal
  | { readonly because: 'no_such_letter' }
  | { readonly because: 'already_sent' }
  | { readonly because: 'before_written'; readonly writtenOn: CalendarDay }

/** How it left, and what proves it: files already cleaned. */
export type Sent = {
  readonly on: CalendarDay
  readonly how: Sending
  readonly proof?: { readonly files: readonly CleanFile[]; readonly label: string }
}
type When = { readonly now: Date; readonly today: CalendarDay; readonly secrets: Secrets }

/** Notes that a letter left, and adds the line that this makes in its thread with its proof, in one transaction. */
export async function recordSending(
  db: ScopedDb,
  id: string,
  sent: Sent,
  when: When,
): Promise<Result<string, SendRefusal>> {
  const kept = await findLetter(db, id)
  if (!kept) return refuse({ because: 'no_such_letter' })
  if (kept.sent) return refuse({ because: 'already_sent' })
  const writtenOn = dayIn(kept.preparedAt)
  if (sent.on < writtenOn) return refuse({ because: 'before_written', writtenOn })
  const { complaintId } = kept
  const proof = sent.proof ?? { files: [], label: '' }
  const thread = standingEvents(await readThread(db, complaintId))
  const wasTold = thread.some(({ kind }) => kind === 'first_telling')
  const isProven = proof.files.length > 0
  const line = eventOfSending(kept.letter, { ...sent, isProven }, wasTold)
  const added = await addEvent(db, complaintId, line, when)
  if (!added.ok) return added
  const attached = await attachFiles(db, { complaintId, eventId: added.value, ...proof }, when)
  if (!attached.ok) return attached
  const [proofId] = attached.value
  const isWritten = await writeSending(db, id, { on: sent.on, how: sent.how, eventId: added.value, proofId })
  return isWritten ? accept(complaintId) : refuse({ because: 'already_sent' })
}
