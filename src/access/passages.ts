import * as v from 'valibot'
import { newId } from '../kernel/ids.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { Door } from './door.ts'
import { isIn, type ScopedDb } from './scope.ts'

export type PassageRefusal =
  | { readonly because: 'not_your_door' | 'not_yours_to_decide' | 'consent_missing' }
  | { readonly because: 'wrong_projection'; readonly fields: readonly string[] }

export type NewPassage = {
  /** Whose space it goes to; none when it is published. */
  toInstitutionId?: string
  /** Checked against the door: a field it does not name is refused, not dropped. */
  projection: unknown
  consentIds: readonly string[]
  /** The versions of what was seen when the decision was taken. */
  versions: Readonly<Record<string, string | number>>
  preparedBy: string
  now: Date
}

/** Writes what crosses in the giving scope; the doorkeeper carries it in a transaction of its own. */
export async function sendPassage<P>(
  db: ScopedDb,
  door: Door<P>,
  passage: NewPassage,
): Promise<Result<string, PassageRefusal>> {
  if (door.from !== db.actor.kind) return refuse({ because: 'not_your_door' })
  if (!isIn(db.actor, door.decidedBy)) return refuse({ because: 'not_yours_to_decide' })
  const read = v.safeParse(door.projection, passage.projection)
  if (!read.success) {
    return refuse({ because: 'wrong_projection', fields: read.issues.map((i) => v.getDotPath(i) ?? '') })
  }
  if (!(await consentsHold(db, door, passage.consentIds))) return refuse({ because: 'consent_missing' })
  return accept(await write(db, door, passage, read.output))
}

async function write(db: ScopedDb, door: Door, passage: NewPassage, projection: unknown): Promise<string> {
  const id = newId(passage.now)
  await db.sql
    .insertInto('passage')
    .values({
      space_id: db.actor.spaceId,
      id,
      door: door.name,
      to_kind: door.to,
      to_institution_id: passage.toInstitutionId ?? null,
      projection: JSON.stringify(projection),
      versions: JSON.stringify(passage.versions),
      consent_ids: [...passage.consentIds],
      prepared_by: passage.preparedBy,
      decided_by: db.actor.accountId,
      sent_at: passage.now,
    })
    .execute()
  return id
}

/** Each purpose the door relies on is covered, and no consent named here is withdrawn: read under lock until commit. */
async function consentsHold(db: ScopedDb, door: Door, consentIds: readonly string[]): Promise<boolean> {
  if (consentIds.length === 0) return door.reliesOn.length === 0
  const running = await db.sql
    .selectFrom('consent')
    .select('purpose')
    .where('space_id', '=', db.actor.spaceId)
    .where('id', 'in', consentIds)
    .where('withdrawn_on', 'is', null)
    .forShare()
    .execute()
  const purposes = new Set(running.map((c) => c.purpose))
  return running.length === new Set(consentIds).size && door.reliesOn.every((p) => purposes.has(p))
}
