import type { ScopedDb } from '../../access/scope.ts'
import type { ApproximateDay } from '../../kernel/approximate-day.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { endsBeforeItBegins, isToldAlready, type Stay } from '../domain/stay.ts'
import { filesOf, noteContact } from '../store/people.ts'
import { insertStay, staysOf, updateStay } from '../store/stays.ts'

type When = { readonly now: Date; readonly today: CalendarDay }
export type StayRefusal = { because: 'told_already' | 'ends_before_it_begins' | 'no_such_stay' }

/** Notes that somebody lives or lived in a home. */
export async function noteStay(
  db: ScopedDb,
  stay: Omit<Stay, 'id'>,
  { now, today }: When,
): Promise<Result<undefined, StayRefusal>> {
  if (endsBeforeItBegins(stay)) return refuse({ because: 'ends_before_it_begins' })
  const known = await staysOfFamily(db, stay.personId)
  if (stay.until === undefined && isToldAlready(known, stay.homeId))
    return refuse({ because: 'told_already' })
  await insertStay(db, { ...stay, id: newId(now) })
  await noteContact(db, stay.personId, today)
  return accept()
}

type Ends = { readonly since: ApproximateDay | undefined; readonly until: ApproximateDay | undefined }

/** Corrects when a stay began, or notes when it ended: somebody who moves out leaves no trace in the next home. */
export async function changeStay(
  db: ScopedDb,
  { personId, stayId }: { personId: string; stayId: string },
  ends: Ends,
  { today }: When,
): Promise<Result<undefined, StayRefusal>> {
  const stay = (await staysOfFamily(db, personId)).find((s) => s.id === stayId)
  if (!stay) return refuse({ because: 'no_such_stay' })
  if (endsBeforeItBegins(ends)) return refuse({ because: 'ends_before_it_begins' })
  await updateStay(db, { id: stayId, ...ends })
  await noteContact(db, personId, today)
  return accept()
}

async function staysOfFamily(db: ScopedDb, personId: string): Promise<readonly Stay[]> {
  const files = await filesOf(db, personId)
  return files.length === 0
    ? []
    : staysOf(
        db,
        files.map((file) => file.id),
      )
}
