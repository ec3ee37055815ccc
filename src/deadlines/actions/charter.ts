import { isIn, type ScopedDb } from '../../access/scope.ts'
import { addDays, type CalendarDay } from '../../kernel/calendar-day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { CharterEntry } from '../domain/charter.ts'
import { endCharterRow, holdCharterRow, insertCharterRow } from '../store/charter-rows.ts'

export type CharterRefusal = {
  readonly because: 'not_yours_to_write' | 'unknown_rule' | 'already_replaced' | 'before_former'
}

/** Who writes charters: a union's organisers and officers, a desk's data officer and decision owner. */
export const writesCharters = (db: Pick<ScopedDb, 'actor'>): boolean =>
  db.actor.kind === 'union'
    ? isIn(db.actor, 'organiser', 'officer')
    : db.actor.kind === 'desk' && isIn(db.actor, 'data_officer', 'decision_owner')

/** Who reads them beside those who write. */
export const readsCharters = (db: Pick<ScopedDb, 'actor'>): boolean =>
  writesCharters(db) || isIn(db.actor, db.actor.kind === 'union' ? 'steward' : 'contact')

/** A desk writes its own institution's charter, whatever it was asked. */
export async function addCharterRule(
  db: ScopedDb,
  institutionId: string,
  entry: CharterEntry,
  now: Date,
): Promise<Result<string, CharterRefusal>> {
  if (!writesCharters(db)) return refuse({ because: 'not_yours_to_write' })
  const whose = db.actor.kind === 'desk' ? db.actor.institutionId : institutionId
  return accept(await insertCharterRow(db, whose, entry, null, now))
}

/** A new version from a day on: the former ends the day before, and stays as it was written. */
export async function changeCharterRule(
  db: ScopedDb,
  id: string,
  entry: CharterEntry,
  now: Date,
): Promise<Result<string, CharterRefusal>> {
  if (!writesCharters(db)) return refuse({ because: 'not_yours_to_write' })
  const former = await holdCharterRow(db, id)
  if (!former) return refuse({ because: 'unknown_rule' })
  if (former.replacedBy) return refuse({ because: 'already_replaced' })
  if (entry.validFrom < former.validFrom) return refuse({ because: 'before_former' })
  const lastDay = addDays(entry.validFrom, -1)
  if (former.validUntil === null || former.validUntil > lastDay) await endCharterRow(db, id, lastDay)
  return accept(await insertCharterRow(db, former.institutionId, entry, id, now))
}

/** A rule holds until that day, included. */
export async function closeCharterRule(
  db: ScopedDb,
  id: string,
  lastDay: CalendarDay,
): Promise<Result<string, CharterRefusal>> {
  if (!writesCharters(db)) return refuse({ because: 'not_yours_to_write' })
  const row = await holdCharterRow(db, id)
  if (!row) return refuse({ because: 'unknown_rule' })
  if (row.replacedBy) return refuse({ because: 'already_replaced' })
  if (lastDay < addDays(row.validFrom, -1)) return refuse({ because: 'before_former' })
  await endCharterRow(db, id, lastDay)
  return accept(id)
}
