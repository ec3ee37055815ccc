import { noteLine, type ScopedDb } from '../../access/scope.ts'
import type { Consent } from '../domain/consent.ts'
import type { Person } from '../domain/person.ts'
import { inOrder, type Stay } from '../domain/stay.ts'
import { consentsOf } from '../store/consents.ts'
import { type DatedMerger, mergersOf } from '../store/mergers.ts'
import { type LineAbout, linesAbout, type PassageOfPerson, passagesRelyingOn } from '../store/passages.ts'
import { filesOf, findPerson } from '../store/people.ts'
import { staysOf } from '../store/stays.ts'
import { type Whereabouts, whereaboutsOf } from '../store/whereabouts.ts'

export type PersonFile = {
  readonly person: Person
  /** Files joined to this one. */
  readonly joined: readonly Person[]
  readonly stays: readonly (Stay & { readonly place: Whereabouts | undefined })[]
  readonly consents: readonly Consent[]
  readonly mergers: readonly DatedMerger[]
  readonly passages: readonly PassageOfPerson[]
}

/** Everything a file holds; reading it leaves a line for each file it is made of. */
export async function readFile(db: ScopedDb, id: string): Promise<PersonFile | undefined> {
  const asked = await findPerson(db, id)
  if (!asked) return undefined
  const files = await filesOf(db, asked.mergedInto ?? asked.id)
  const [person, ...joined] = files
  if (!person) return undefined
  for (const file of files) await noteLine(db, 'read', 'person', file.id)
  const ids = files.map((file) => file.id)
  const stays = inOrder(await staysOf(db, ids))
  const places = await whereaboutsOf(
    db,
    stays.map((stay) => stay.homeId),
  )
  const consents = await consentsOf(db, ids)
  return {
    person,
    joined,
    stays: stays.map((stay) => ({ ...stay, place: places.get(stay.homeId) })),
    consents,
    mergers: await mergersOf(db, person.id),
    passages: await passagesRelyingOn(
      db,
      consents.map((consent) => consent.id),
    ),
  }
}

/** What a later noun holds on a person: said line by line for the page, whole for another program. */
export type HeldChapter = {
  readonly title: string
  readonly parts: readonly { readonly title: string; readonly lines: readonly string[] }[]
  /** For the file: under this name, these rows. */
  readonly name: string
  readonly rows: readonly unknown[]
  /** What stands beside its parts, by its name in the plural, and how many. */
  readonly beside?: readonly { readonly title: string; readonly count: number }[]
}
/** Reads a chapter for the files of one person; what it reads, it notes, unless it is only to count. */
export type ReadChapter = (
  db: ScopedDb,
  personIds: readonly string[],
  purpose?: 'count',
) => Promise<HeldChapter>

/** How much of each later noun goes with a person: nothing of it is shown. */
export async function countHeld(
  db: ScopedDb,
  id: string,
  readers: readonly ReadChapter[],
): Promise<readonly { readonly title: string; readonly count: number }[]> {
  const ids = (await filesOf(db, id)).map((file) => file.id)
  const counts: { title: string; count: number }[] = []
  for (const read of readers) {
    const { title, parts, beside = [] } = await read(db, ids, 'count')
    counts.push({ title, count: parts.length }, ...beside)
  }
  return counts
}

export type EverythingHeld = PersonFile & {
  readonly chapters: readonly HeldChapter[]
  readonly lines: readonly LineAbout[]
}

/** All that the union holds on a person, and who read it: what article 15 of the GDPR lets anybody ask for. */
export async function everythingHeld(
  db: ScopedDb,
  id: string,
  readers: readonly ReadChapter[] = [],
): Promise<EverythingHeld | undefined> {
  const file = await readFile(db, id)
  if (!file) return undefined
  const own = [file.person, ...file.joined].map((person) => person.id)
  for (const one of own) await noteLine(db, 'export', 'person', one)
  const chapters: HeldChapter[] = []
  for (const read of readers) chapters.push(await read(db, own))
  const rows = [
    file.person,
    ...file.joined,
    ...file.stays,
    ...file.consents,
    ...file.mergers,
    ...file.passages,
  ]
  return {
    ...file,
    chapters,
    lines: await linesAbout(
      db,
      rows.map((row) => row.id),
    ),
  }
}
