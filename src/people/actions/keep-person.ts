import type { ScopedDb } from '../../access/scope.ts'
import type { ApproximateDay } from '../../kernel/approximate-day.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { Purpose } from '../domain/consent.ts'
import type { Person, PersonFields } from '../domain/person.ts'
import { findPerson, insertPerson, namesakesOf, updatePerson } from '../store/people.ts'
import { insertStay } from '../store/stays.ts'
import { giveConsent } from './agree.ts'

export type When = { readonly now: Date; readonly today: CalendarDay }
export type NewPerson = {
  readonly fields: PersonFields
  readonly home: { readonly id: string; readonly since: ApproximateDay | undefined } | undefined
  readonly agreed: readonly Purpose[]
  /** Somebody looked at those of the same name or number, and says that this is another person. */
  readonly isAnother: boolean
}
export type KeepRefusal = { because: 'maybe_known'; namesakes: readonly Person[] }

/** Keeps a person who told who they are; one of the same name or number is shown first, rather than noted twice. */
export async function keepPerson(
  db: ScopedDb,
  person: NewPerson,
  { now, today }: When,
): Promise<Result<string, KeepRefusal>> {
  const { fields, home, agreed, isAnother } = person
  const namesakes = isAnother ? [] : await namesakesOf(db, fields)
  if (namesakes.length > 0) return refuse({ because: 'maybe_known', namesakes })
  const id = newId(now)
  await insertPerson(db, id, fields, today)
  if (home)
    await insertStay(db, {
      id: newId(now),
      homeId: home.id,
      personId: id,
      since: home.since,
      until: undefined,
    })
  for (const purpose of agreed) await giveConsent(db, id, purpose, { now, today })
  return accept(id)
}

export type RewriteRefusal = { because: 'no_such_person' } | { because: 'written_meanwhile'; current: Person }

/** Rewrites a file as it was read; when somebody wrote since, tells what stands there now and writes nothing. */
export async function rewritePerson(
  db: ScopedDb,
  read: { id: string; version: number; spokeToday: boolean },
  fields: PersonFields,
  today: CalendarDay,
): Promise<Result<undefined, RewriteRefusal>> {
  const current = await findPerson(db, read.id)
  if (!current) return refuse({ because: 'no_such_person' })
  const lastContactOn = read.spokeToday ? today : current.lastContactOn
  if (await updatePerson(db, { id: read.id, version: read.version, lastContactOn }, fields)) return accept()
  return refuse({ because: 'written_meanwhile', current: (await findPerson(db, read.id)) ?? current })
}
