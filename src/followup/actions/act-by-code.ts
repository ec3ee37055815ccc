import type { HouseholdDb } from '../../access/scope.ts'
import type { EventKind } from '../../complaints/domain/event-kinds.ts'
import { type AddRefusal, addEvent, type NewEvent } from '../../complaints/public.ts'
import { exactDay } from '../../kernel/approximate-day.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { Result } from '../../kernel/result.ts'
import type { RemindedBy } from '../domain/act.ts'
import { erasureAsked } from '../words.fr.ts'

/** What a household says by itself, with its code. */
export type SaidByCode =
  | { readonly act: 'gone'; readonly day?: CalendarDay; readonly words: string }
  | { readonly act: 'contest'; readonly words: string }
  | {
      readonly act: 'add'
      readonly day?: CalendarDay
      readonly words: string
      readonly reminded?: RemindedBy
    }
  | { readonly act: 'withdraw'; readonly how: 'give_up' | 'erase' }

type When = { readonly now: Date; readonly today: CalendarDay; readonly receipt: string }

/** Adds it to the thread, once per `receipt`: that of the form, which becomes the line's own identifier. */
export function actByCode(
  db: HouseholdDb,
  said: SaidByCode,
  { now, today, receipt }: When,
): Promise<Result<string, AddRefusal>> {
  const line = (kind: EventKind, words: string, rest: Partial<NewEvent> = {}): NewEvent => ({
    id: receipt,
    kind,
    actor: 'household',
    channel: 'unknown',
    happened: exactDay(('day' in said && said.day) || today),
    evidence: 'declared',
    details: {},
    words,
    interlocutor: '',
    ...rest,
  })
  return addEvent(db, db.actor.complaintId, lineOf(said, line), { now, today })
}

function lineOf(
  said: SaidByCode,
  line: (kind: EventKind, words: string, rest?: Partial<NewEvent>) => NewEvent,
): NewEvent {
  if (said.act === 'gone') return line('confirmed_gone', said.words)
  if (said.act === 'contest') return line('closure_contested', said.words)
  if (said.act === 'withdraw')
    return said.how === 'erase'
      ? line('note', erasureAsked, { details: { request: 'erasure' } })
      : line('given_up', '')
  return said.reminded ? line('reminder', said.words, { channel: said.reminded }) : line('note', said.words)
}
