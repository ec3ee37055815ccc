import type { ScopedDb } from '../../access/scope.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { Purpose } from '../../people/domain/consent.ts'
import type { Person } from '../../people/domain/person.ts'
import { findPerson, giveConsent, keepPerson } from '../../people/public.ts'
import { placeOf } from '../store/place.ts'
import type { When } from './add-event.ts'
import { type NewComplaint, recordComplaint, type RecordRefusal } from './record-complaint.ts'

/** Who tells it: somebody already known, or a name and a number taken at the same time. */
export type Teller =
  | { readonly known: string }
  | { readonly name: string; readonly phone: string; readonly isAnother: boolean }

export type Telling = {
  readonly complaint: Omit<NewComplaint, 'personId'>
  readonly teller?: Teller
  readonly agreed: readonly Purpose[]
}

export type TellingRefusal =
  | RecordRefusal
  | { readonly because: 'no_such_person' }
  | { readonly because: 'maybe_known'; readonly namesakes: readonly Person[] }

/** Notes a complaint with who tells it and what they agree to, all or nothing. @returns the complaint's id. */
export async function recordTelling(
  db: ScopedDb,
  { complaint, teller, agreed }: Telling,
  when: When,
): Promise<Result<string, TellingRefusal>> {
  const told = teller ? await tellerOf(db, teller, { complaint, agreed }, when) : accept()
  if (!told.ok) return told
  const personId = told.value
  return recordComplaint(db, { ...complaint, ...(personId && { personId }) }, when)
}

async function tellerOf(
  db: ScopedDb,
  teller: Teller,
  { complaint, agreed }: Omit<Telling, 'teller'>,
  when: When,
): Promise<Result<string, TellingRefusal>> {
  if ('known' in teller) {
    if (!(await findPerson(db, teller.known))) return refuse({ because: 'no_such_person' })
    for (const purpose of agreed) await giveConsent(db, teller.known, purpose, when)
    return accept(teller.known)
  }
  const place = await placeOf(db, complaint.place)
  const fields = { ...NOBODY_YET, name: teller.name, phone: teller.phone }
  const home = place?.homeId === undefined ? undefined : { id: place.homeId, since: undefined }
  return keepPerson(db, { fields, home, agreed, isAnother: teller.isAnother }, when)
}

const NOBODY_YET = { email: '', language: 'fr', reachBy: 'union', note: '' } as const
