import { type PassageRefusal, sendPassage } from '../../access/passages.ts'
import type { ScopedDb } from '../../access/scope.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { type Consent, runningFor } from '../domain/consent.ts'
import type { Person } from '../domain/person.ts'
import { presentSpokesperson, type SpokespersonProjection } from '../doors.ts'
import { consentsOf } from '../store/consents.ts'
import { type PassageOfPerson, passagesRelyingOn } from '../store/passages.ts'
import { filesOf, lockFiles } from '../store/people.ts'

/** Where the person lives: the estate that will be named, and the landlord who will read it. */
export type Estate = { readonly name: string; readonly landlordId: string; readonly landlordName: string }
export type Presentation = {
  readonly person: Person
  readonly consents: readonly Consent[]
  readonly projection: SpokespersonProjection
  /** What this landlord already holds on the strength of these agreements. */
  readonly standing: readonly PassageOfPerson[]
}
export type PresentRefusal =
  | {
      because:
        | 'no_such_person'
        | 'consent_missing'
        | 'nothing_to_reach_by'
        | 'already_presented'
        | 'changed_meanwhile'
    }
  | PassageRefusal

/** Exactly what would leave, or why nothing may. */
export async function previewPresentation(
  db: ScopedDb,
  id: string,
  estate: Estate,
): Promise<Result<Presentation, PresentRefusal>> {
  const files = await filesOf(db, id)
  const [person] = files
  if (!person) return refuse({ because: 'no_such_person' })
  const all = await consentsOf(
    db,
    files.map((f) => f.id),
  )
  const consents = runningFor(all, 'presented_to_landlord')
  if (consents.length === 0) return refuse({ because: 'consent_missing' })
  const reachAt = person.reachBy === 'union' ? '' : person[person.reachBy]
  if (person.reachBy !== 'union' && reachAt === '') return refuse({ because: 'nothing_to_reach_by' })
  const passages = await passagesRelyingOn(
    db,
    consents.map((c) => c.id),
  )
  const standing = passages.filter((p) => p.door === presentSpokesperson.name && p.undoneAt === undefined)
  const projection = { name: person.name, reachBy: person.reachBy, reachAt, estate: estate.name }
  return accept({ person, consents, projection, standing })
}

/** Presents the person as the preview showed them: a file rewritten since is shown again first. */
export async function presentToLandlord(
  db: ScopedDb,
  seen: { id: string; version: number },
  estate: Estate,
  now: Date,
): Promise<Result<string, PresentRefusal>> {
  await lockFiles(db, [seen.id])
  const preview = await previewPresentation(db, seen.id, estate)
  if (!preview.ok) return preview
  const { person, consents, projection, standing } = preview.value
  if (person.version !== seen.version) return refuse({ because: 'changed_meanwhile' })
  if (standing.some((p) => p.toId === estate.landlordId)) return refuse({ because: 'already_presented' })
  return sendPassage(db, presentSpokesperson, {
    toInstitutionId: estate.landlordId,
    projection,
    consentIds: consents.map((c) => c.id),
    versions: { person: person.version },
    preparedBy: db.actor.accountId,
    now,
  })
}
