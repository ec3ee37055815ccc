import { type PassageRefusal, sendPassage } from '../../access/passages.ts'
import type { ScopedDb } from '../../access/scope.ts'
import { undoPassage, type UndoRefusal } from '../../access/undo-passages.ts'
import { listOut } from '../../institutions/public.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { publishCharter } from '../doors.ts'
import type { PublishedCharter } from '../forms.ts'
import { type CharterRow, listCharterRows } from '../store/charter-rows.ts'

export type PublicationRefusal =
  | PassageRefusal
  | UndoRefusal
  | { readonly because: 'nothing_to_publish' | 'not_as_seen' }

/** What leaves: the rules in force or to come, in order, without who wrote them down. */
export async function charterProjection(db: ScopedDb, today: CalendarDay): Promise<PublishedCharter> {
  const rows = await listCharterRows(db, db.actor.institutionId)
  const held = rows.filter((row) => row.validUntil === null || row.validUntil >= today)
  const title = `${held[0]?.institutionName ?? db.actor.spaceName}, charte`
  return { title, rules: held.map(promiseOf) }
}

function promiseOf(row: CharterRow): PublishedCharter['rules'][number] {
  const { id, title, startsOn, length, unit, source, note, validFrom, validUntil, recordedOn } = row
  const [stopsOn, families] = [[...row.stopsOn], [...row.families]]
  return {
    id,
    title,
    startsOn,
    stopsOn,
    length,
    unit,
    families,
    source,
    note,
    validFrom,
    validUntil,
    recordedOn,
  }
}

/** The ids of what was seen: rules are never rewritten, so the same ids and ends are the same charter. */
export const seenOf = ({ rules }: PublishedCharter): string =>
  rules.map(({ id, validUntil }) => `${id.slice(-12)}${validUntil ?? ''}`).join('.')

/** Publishes exactly what was previewed; what was public before is taken back in the same act. */
export async function publishOwnCharter(
  db: ScopedDb,
  seen: string,
  today: CalendarDay,
  now: Date,
): Promise<Result<string, PublicationRefusal>> {
  const projection = await charterProjection(db, today)
  if (projection.rules.length === 0) return refuse({ because: 'nothing_to_publish' })
  if (seenOf(projection) !== seen) return refuse({ because: 'not_as_seen' })
  const earlier = await withdrawCharter(db, now)
  if (!earlier.ok) return earlier
  const preparedBy = db.actor.accountId
  const versions = { rules: projection.rules.length }
  return sendPassage(db, publishCharter, { projection, consentIds: [], versions, preparedBy, now })
}

export async function withdrawCharter(db: ScopedDb, now: Date): Promise<Result<undefined, UndoRefusal>> {
  for (const out of await listOut(db, publishCharter.name)) {
    const undone = await undoPassage(db, out.id, now)
    if (!undone.ok) return undone
  }
  return accept()
}
