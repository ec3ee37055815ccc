import { type SqlBool, sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'

export type PassageOfPerson = {
  readonly id: string
  readonly door: string
  readonly toId: string | null
  readonly toName: string
  readonly sentAt: Date
  readonly undoneAt: Date | undefined
  readonly projection: unknown
}

/** What left with these agreements, the latest first; what was taken back is empty. */
export async function passagesRelyingOn(
  db: ScopedDb,
  consentIds: readonly string[],
): Promise<readonly PassageOfPerson[]> {
  if (consentIds.length === 0) return []
  const rows = await db.sql
    .selectFrom('passage as p')
    .leftJoin('institution as i', 'i.id', 'p.to_institution_id')
    .leftJoin('passage as u', (join) =>
      join.onRef('u.space_id', '=', 'p.space_id').onRef('u.undoes', '=', 'p.id'),
    )
    .select(['p.id', 'p.door', 'p.to_institution_id as toId', 'i.name as toName', 'p.sent_at as sentAt'])
    .select(['u.sent_at as undoneAt', 'p.projection'])
    .where('p.space_id', '=', db.actor.spaceId)
    .where('p.undoes', 'is', null)
    .where(sql<SqlBool>`p.consent_ids && ${[...consentIds]}::uuid[]`)
    .orderBy('p.sent_at', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, toName: row.toName ?? '', undoneAt: row.undoneAt ?? undefined }))
}

/** Whether this landlord has a desk that receives; until then, what is sent to it waits. */
export async function deskAnswersFor(db: ScopedDb, landlordId: string): Promise<boolean> {
  const { rows } = await sql<{ answers: boolean }>`
    select union_space.desk_answers_for(${landlordId}) as answers`.execute(db.sql)
  return rows[0]?.answers ?? false
}

export type LineAbout = {
  readonly at: Date
  readonly verb: string
  readonly tableName: string
  readonly circles: readonly string[]
}

/** Who read or wrote these rows, by circle and never by name. */
export async function linesAbout(db: ScopedDb, rowIds: readonly string[]): Promise<readonly LineAbout[]> {
  const { rows } = await sql<{ at: Date; verb: string; table_name: string; circles: string[] }>`
    select * from union_space.lines_about(${[...rowIds]}::uuid[])`.execute(db.sql)
  return rows.map((row) => ({ at: row.at, verb: row.verb, tableName: row.table_name, circles: row.circles }))
}
