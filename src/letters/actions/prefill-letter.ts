import { noteLine, type ScopedDb } from '../../access/scope.ts'
import { findPerson } from '../../people/public.ts'
import { staircaseWord } from '../../places/public.ts'
import type { LetterKind, Sending } from '../domain/letter-facts.ts'
import { addressLines, placeSaid } from '../domain/place-said.fr.ts'
import { postcodeOf } from '../store.ts'
import type { Material } from './prepare-letter.ts'

const SENT_BY: Readonly<Record<LetterKind, Sending>> = {
  first_request: 'letter',
  reminder: 'letter',
  formal_notice: 'registered_letter',
  conciliation: 'registered_letter',
}

/** What is known is proposed; whoever signs keeps it, changes it or takes it out. Reading leaves its lines. */
export async function prefill(
  db: ScopedDb,
  kind: LetterKind,
  { complaint }: Material,
): Promise<Readonly<Record<string, string>>> {
  await noteLine(db, 'read', 'complaint', complaint.id)
  const word = await staircaseWord(db)
  const person = complaint.personId ? await findPerson(db, complaint.personId) : undefined
  if (person) await noteLine(db, 'read', 'person', person.id)
  return {
    voice: 'je',
    name: person?.name ?? '',
    address: addressLines(complaint, word, await postcodeOf(db, complaint.estateId)).join('\n'),
    landlord_name: complaint.landlord.name,
    landlord_address: '',
    commission_address: '',
    place: placeSaid(complaint, word),
    words: complaint.words,
    asked_by: '',
    support: '',
    sending: SENT_BY[kind],
    written_at: complaint.commune,
    attachments: '',
  }
}
