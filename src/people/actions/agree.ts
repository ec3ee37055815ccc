import type { ScopedDb } from '../../access/scope.ts'
import { undoReliantPassages } from '../../access/undo-passages.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import { type Purpose, runningFor } from '../domain/consent.ts'
import { currentWording } from '../domain/consent-wordings.fr.ts'
import { consentsOf, insertConsent, withdrawConsents } from '../store/consents.ts'
import { filesOf, noteContact } from '../store/people.ts'

type When = { readonly now: Date; readonly today: CalendarDay }

/** Notes an agreement to today's wording; given already, it keeps its day and its words. */
export async function giveConsent(
  db: ScopedDb,
  personId: string,
  purpose: Purpose,
  { now, today }: When,
): Promise<void> {
  const wordingVersion = currentWording(purpose).version
  await insertConsent(db, { id: newId(now), personId, purpose, wordingVersion, givenOn: today })
  await noteContact(db, personId, today)
}

/** Takes an agreement back in every file joined to this person, and with it what left on its strength. */
export async function withdrawConsent(
  db: ScopedDb,
  personId: string,
  purpose: Purpose,
  { now, today }: When,
): Promise<void> {
  const files = await filesOf(db, personId)
  const running = runningFor(
    await consentsOf(
      db,
      files.map((f) => f.id),
    ),
    purpose,
  )
  await withdrawConsents(
    db,
    running.map((c) => c.id),
    today,
  )
  for (const consent of running) await undoReliantPassages(db, consent.id, now)
  await noteContact(db, personId, today)
}
