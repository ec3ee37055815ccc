import type { ScopedDb } from '../../access/scope.ts'
import { type AddRefusal, addEvent, readThread } from '../../complaints/public.ts'
import { exactDay } from '../../kernel/approximate-day.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { refuse, type Result } from '../../kernel/result.ts'
import { actsByCode } from '../domain/act-by-code.ts'

export type UndoRefusal = AddRefusal | { readonly because: 'no_such_act' | 'too_late' }

/** Takes back what a household said with its code, within seven days: both lines stay in the thread. */
export async function undoAct(
  db: ScopedDb,
  complaintId: string,
  eventId: string,
  { now, today }: { readonly now: Date; readonly today: CalendarDay },
): Promise<Result<string, UndoRefusal>> {
  const act = actsByCode(await readThread(db, complaintId), now).find(({ event }) => event.id === eventId)
  if (!act) return refuse({ because: 'no_such_act' })
  if (act.undoneAt) return refuse({ because: 'already_corrected' })
  if (!act.undoableUntil) return refuse({ because: 'too_late' })
  const retraction = {
    kind: 'retraction',
    actor: 'union',
    channel: 'unknown',
    happened: exactDay(today),
    evidence: 'declared',
    details: {},
    words: '',
    interlocutor: '',
    supersedes: eventId,
  } as const
  return addEvent(db, complaintId, retraction, { now, today })
}
