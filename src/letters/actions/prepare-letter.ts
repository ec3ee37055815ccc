import type { ScopedDb } from '../../access/scope.ts'
import { clocksOn } from '../../complaints/domain/clocks.ts'
import { foldThread } from '../../complaints/domain/fold.ts'
import { findComplaint, readDeadlines, readThread, sayProblem } from '../../complaints/public.ts'
import { sayApproximateDay } from '../../kernel/approximate-day.fr.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { quotedDeadlines } from '../domain/letter-deadlines.fr.ts'
import type { LetterFacts, LetterKind } from '../domain/letter-facts.ts'
import type { Letter } from '../domain/letter.ts'
import { letterDeadlines, letterEvents } from '../domain/thread-facts.ts'
import { writeLetter } from '../domain/write-letter.fr.ts'
import type { LetterFields } from '../forms.ts'
import { insertLetter } from '../store.ts'

/** What the thread and the register say; a form adds what the household chooses. */
export async function readMaterial(db: ScopedDb, complaintId: string, today: CalendarDay) {
  const complaint = await findComplaint(db, complaintId)
  if (!complaint) return undefined
  const thread = await readThread(db, complaintId)
  const deadlines = letterDeadlines(await readDeadlines(db, complaintId))
  return {
    complaint,
    thread,
    deadlines,
    events: letterEvents(thread, today),
    wait: clocksOn(foldThread(thread), today).tenant,
  }
}
export type Material = NonNullable<Awaited<ReturnType<typeof readMaterial>>>

export function factsOf(material: Material, fields: LetterFields, today: CalendarDay): LetterFacts {
  const { complaint, events, deadlines, wait } = material
  return {
    voice: fields.voice,
    household: { name: fields.name, address: fields.address },
    landlord: { name: fields.landlord_name, address: fields.landlord_address },
    commission:
      fields.commission_address.length === 0
        ? undefined
        : { name: 'Commission départementale de conciliation', address: fields.commission_address },
    support: fields.support || undefined,
    problem: { label: sayProblem(complaint), words: fields.words },
    place: fields.place,
    since: complaint.since ? sayApproximateDay(complaint.since) : '',
    wait,
    events,
    deadlines,
    askedBy: fields.asked_by,
    sending: fields.sending,
    writtenAt: fields.written_at,
    today,
    attachments: fields.attachments,
  }
}

/** Titles of what the letter quotes and nobody has checked. */
export const toCheckIn = ({ deadlines }: Pick<LetterFacts, 'deadlines'>): readonly string[] =>
  quotedDeadlines(deadlines)
    .filter(({ isChecked }) => !isChecked)
    .map(({ title }) => title)

type Prepared = { readonly kind: LetterKind; readonly complaintId: string; readonly fields: LetterFields }

/** Keeps the letter as it is now: a thread that goes on does not change it. */
export async function prepareLetter(
  db: ScopedDb,
  { kind, complaintId, fields }: Prepared,
  { now, today }: { readonly now: Date; readonly today: CalendarDay },
): Promise<Result<string, { because: 'no_such_complaint' }>> {
  const material = await readMaterial(db, complaintId, today)
  if (!material) return refuse({ because: 'no_such_complaint' })
  const facts = factsOf(material, fields, today)
  const letter: Letter = writeLetter(kind, facts)
  const id = newId(now)
  await insertLetter(db, { id, complaintId, letter, toCheck: toCheckIn(facts), preparedAt: now })
  return accept(id)
}
