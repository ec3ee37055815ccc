import type { ThreadEvent } from '../../complaints/domain/event.ts'
import type { Channel, EventKind, Evidence } from '../../complaints/domain/event-kinds.ts'
import { exactDay } from '../../kernel/approximate-day.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { LetterKind, Sending } from './letter-facts.ts'

/** A letter handed over is a letter; what proves it is what one keeps of it, and shows: a word alone is declared. */
const WAYS: Readonly<Record<Sending, { readonly channel: Channel; readonly evidence: Evidence }>> = {
  registered_letter: { channel: 'registered_letter', evidence: 'registered_letter' },
  letter: { channel: 'letter', evidence: 'letter' },
  by_hand: { channel: 'letter', evidence: 'letter' },
  email: { channel: 'email', evidence: 'letter' },
}

type SentEvent = Omit<ThreadEvent, 'id' | 'recordedAt' | 'recordedBy'>

/**
 * The line that a sent letter adds to the thread. What is sent to a commission is told to somebody else than the
 * landlord: it starts the commission's own delay, and no clock of the landlord's.
 */
export function eventOfSending(
  letter: { readonly kind: LetterKind; readonly title: string },
  sent: { readonly on: CalendarDay; readonly how: Sending; readonly isProven: boolean },
  wasTold: boolean,
): SentEvent {
  const { channel, evidence } = WAYS[sent.how]
  return {
    kind: kindOf(letter.kind, wasTold),
    actor: 'household',
    channel,
    evidence: sent.isProven ? evidence : 'declared',
    happened: exactDay(sent.on),
    details: {},
    words: letter.title,
    interlocutor: '',
  }
}

function kindOf(kind: LetterKind, wasTold: boolean): EventKind {
  if (kind === 'conciliation') return wasTold ? 'commission_seized' : 'note'
  return wasTold ? 'reminder' : 'first_telling'
}
