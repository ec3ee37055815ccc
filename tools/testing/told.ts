// Complaints told for tests, by the actions that the forms call; who tells is one of the union's own.
import { inScope, type Actor } from '../../src/access/scope.ts'
import { addEvent, type NewEvent, recordComplaint, type NewComplaint } from '../../src/complaints/public.ts'
import type { EventKind } from '../../src/complaints/domain/event-kinds.ts'
import { dayIn } from '../../src/kernel/calendar-day.ts'
import type { TestDatabase } from './database.ts'
import { line, saidDay } from './thread.ts'

type Told = Partial<Omit<NewComplaint, 'told'>> & Pick<NewComplaint, 'place'>
/** A day, a kind, and what the story needs besides; the first of a thread is its telling. */
export type Happened = readonly [day: string, kind: EventKind, rest?: Partial<NewEvent>]

/** A complaint with the lines of its life, in the order given. @returns its id. */
export async function tellComplaint(
  t: TestDatabase,
  actor: Actor,
  now: Date,
  complaint: Told,
  lines: readonly Happened[] = [],
): Promise<string> {
  const [first, ...others] = lines
  const when = { now, today: dayIn(now) }
  const asked: NewComplaint = {
    problemCode: 'damp.kitchen',
    words: '',
    ...complaint,
    ...(first && {
      told: { on: saidDay(first[0]), channel: 'phone', interlocutor: '', evidence: 'declared' } as const,
    }),
  }
  return inScope(t.logins, actor, async (db) => {
    const kept = await recordComplaint(db, asked, when)
    if (!kept.ok) throw new Error(kept.refusal.because)
    for (const [day, kind, rest] of others) {
      const { id: _id, recordedAt: _at, recordedBy: _by, ...event } = line(day, kind, rest)
      const added = await addEvent(db, kept.value, event, when)
      if (!added.ok) throw new Error(`${kind}: ${added.refusal.because}`)
    }
    return kept.value
  })
}
