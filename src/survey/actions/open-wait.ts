import type { ScopedDb } from '../../access/scope.ts'
import type { Secrets } from '../../access/secrets.ts'
import { addEvent, recordComplaint } from '../../complaints/public.ts'
import { readFollowUpCode } from '../../followup/domain/follow-up-code.ts'
import { registerCode } from '../../followup/public.ts'
import { exactDay } from '../../kernel/approximate-day.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { ToldVisit } from '../domain/told-visits.ts'
import type { ToldWait } from '../domain/told-waits.ts'

type When = { readonly secrets: Secrets; readonly now: Date; readonly today: CalendarDay }

/** Opens the complaint of one wait; what cannot be one says why. */
export async function openWait(
  db: ScopedDb,
  { now, today }: When,
  { door, on }: ToldVisit,
  { problemCode, words, since, told, note }: ToldWait,
): Promise<{ readonly complaintId: string } | { readonly refusal: string }> {
  if (problemCode === undefined) return { refusal: 'no_such_problem' }
  const complaint = {
    place: { home: door },
    problemCode,
    words,
    ...(since && { since }),
    ...(told && { told: { ...told, evidence: 'declared' as const } }),
  }
  const recorded = await recordComplaint(db, complaint, { now, today })
  if (!recorded.ok) return { refusal: recorded.refusal.because }
  if (note !== '') await addEvent(db, recorded.value, noteOf(note, on), { now, today })
  return { complaintId: recorded.value }
}

const noteOf = (words: string, on: CalendarDay) =>
  ({
    kind: 'note',
    actor: 'household',
    channel: 'in_person',
    happened: exactDay(on),
    evidence: 'declared',
    details: {},
    words,
    interlocutor: '',
  }) as const

/** The code that was drawn at the door opens the first wait told there. */
export async function keepCode(
  db: ScopedDb,
  { secrets, now }: When,
  { code: drawn, waits }: ToldVisit,
  { rank }: ToldWait,
  complaintId: string,
): Promise<boolean> {
  const code = waits[0]?.rank === rank ? readFollowUpCode(drawn ?? '') : undefined
  return code !== undefined && (await registerCode(db, secrets, { complaintId, code }, now))
}
