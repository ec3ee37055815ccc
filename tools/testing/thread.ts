import { rowOf, type EventKind } from '../../src/complaints/domain/event-kinds.ts'
import type { ThreadEvent } from '../../src/complaints/domain/event.ts'
import { type ApproximateDay, exactDay, parseApproximateDay } from '../../src/kernel/approximate-day.ts'
import { calendarDay } from '../../src/kernel/calendar-day.ts'

const TOLD = calendarDay('2026-11-22')
let counter = 0

export function saidDay(text: string): ApproximateDay {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return exactDay(calendarDay(text))
  const read = parseApproximateDay(text, TOLD)
  if (!read.ok) throw new Error(`the test says « ${text} », which is no day`)
  return read.value
}

/** One invented line: «2026-07-02» or «hiver 2025», a kind, and what the story needs besides. */
export function line(day: string, kind: EventKind, rest: Partial<ThreadEvent> = {}): ThreadEvent {
  const id = `00000000-0000-7000-8000-${String(counter++).padStart(12, '0')}`
  return {
    id,
    kind,
    actor: rowOf(kind).actors[0],
    channel: 'phone',
    happened: saidDay(day),
    evidence: 'declared',
    details: {},
    words: '',
    interlocutor: '',
    recordedAt: new Date('2026-11-22T10:00:00Z'),
    recordedBy: '00000000-0000-7000-8000-0000000000aa',
    ...rest,
  }
}
