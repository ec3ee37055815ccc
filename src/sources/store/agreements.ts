import type { ScopedDb } from '../../access/scope.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import type { DataAgreement } from '../domain/agreement.ts'
import { SENSITIVE_KINDS } from '../domain/sensitive-columns.ts'

export type NewAgreement = Omit<DataAgreement, 'id' | 'recordedAt' | 'endedAt'>

const select = (db: ScopedDb) =>
  db.sql
    .selectFrom('data_agreement')
    .select([
      'id',
      'title',
      'giver',
      'purpose',
      'valid_from',
      'valid_until',
      'allowed_columns',
      'recorded_at',
      'ended_at',
    ])
    .where('space_id', '=', db.actor.spaceId)

type Row = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>

const agreementOf = (row: Row): DataAgreement => ({
  id: row.id,
  title: row.title,
  giver: row.giver,
  purpose: row.purpose,
  validFrom: calendarDay(row.valid_from),
  validUntil: calendarDay(row.valid_until),
  allowedColumns: SENSITIVE_KINDS.filter((kind) => row.allowed_columns.includes(kind)),
  recordedAt: row.recorded_at,
  endedAt: row.ended_at,
})

/** Running ones first, then the last recorded. */
export async function listAgreements(db: ScopedDb): Promise<readonly DataAgreement[]> {
  const rows = await select(db)
    .orderBy('ended_at', (o) => o.desc().nullsFirst())
    .orderBy('recorded_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(agreementOf)
}

export async function findAgreement(db: ScopedDb, id: string): Promise<DataAgreement | undefined> {
  const row = await select(db).where('id', '=', id).executeTakeFirst()
  return row && agreementOf(row)
}

export async function insertAgreement(db: ScopedDb, agreement: NewAgreement, now: Date): Promise<string> {
  const id = newId(now)
  await db.sql
    .insertInto('data_agreement')
    .values({
      space_id: db.actor.spaceId,
      id,
      title: agreement.title,
      giver: agreement.giver,
      purpose: agreement.purpose,
      valid_from: agreement.validFrom,
      valid_until: agreement.validUntil,
      allowed_columns: [...agreement.allowedColumns],
      recorded_by: db.actor.accountId,
      recorded_at: now,
    })
    .execute()
  return id
}

/** @returns whether it was still running. */
export async function markAgreementEnded(db: ScopedDb, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db.sql
    .updateTable('data_agreement')
    .set({ ended_at: now })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
