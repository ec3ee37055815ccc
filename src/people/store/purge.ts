import { type Kysely, sql } from 'kysely'
import { AUDIT_RULE } from '../../access/audit-purges.ts'
import { schemaOf, SPACE_KINDS, type SpaceKind } from '../../db/logins.ts'
import type { Tables } from '../../db/tables.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import { eraseFiles } from './erasure.ts'

export type Purged = {
  readonly kind: SpaceKind
  readonly spaceId: string
  readonly rule: string
  readonly rows: number
}
type System = Kysely<Tables>

/** How a row of each table of a space tells the day it counts from, and what else must hold. */
const EXPIRED: Readonly<Record<string, string>> = {
  form_receipt: 'received_at',
  invitation: 'expires_at',
  inbox: 'undone_at',
  source_upload: 'recorded_at',
}

/** Deletes what each space keeps no longer. @returns how many rows of each space went. */
export async function purgeTable(
  db: System,
  table: string,
  keptSince: CalendarDay,
  now: Date,
): Promise<readonly Purged[]> {
  if (table === 'person') return purgePeople(db, keptSince, now)
  if (table === 'complaint') return purgeComplaints(db, keptSince)
  if (table === 'source') return purgeSources(db, keptSince)
  if (table === AUDIT_RULE) return purgeAuditLines(db, keptSince)
  const day = EXPIRED[table]
  if (!day) throw new Error(`store/purge.ts does not know how to purge ${table}`)
  const purged: Purged[] = []
  for (const kind of SPACE_KINDS) {
    const { rows } = await sql<{ space_id: string; rows: number }>`
      with gone as (delete from ${sql.id(schemaOf(kind), table)} where ${sql.id(day)} < ${keptSince}::date returning space_id)
      select space_id, count(*)::int as rows from gone group by space_id`.execute(db)
    purged.push(...rows.map((r) => ({ kind, spaceId: r.space_id, rule: table, rows: r.rows })))
  }
  return purged
}

/** Complaints whose wait ended before that day; thread, state, deadlines and papers go with them. */
async function purgeComplaints(db: System, keptSince: CalendarDay): Promise<readonly Purged[]> {
  const { rows } = await sql<{ space_id: string; rows: number }>`
    with gone as (
      delete from union_space.complaint c using union_space.complaint_state s
      where s.space_id = c.space_id and s.complaint_id = c.id and s.ended_on < ${keptSince}::date returning c.space_id)
    select space_id, count(*)::int as rows from gone group by space_id`.execute(db)
  return rows.map((r) => ({ kind: 'union', spaceId: r.space_id, rule: 'complaint', rows: r.rows }))
}

/** Sources whose agreement was over before that day; what was counted in them goes first, then the source and its vintages. */
async function purgeSources(db: System, keptSince: CalendarDay): Promise<readonly Purged[]> {
  const purged: Purged[] = []
  for (const kind of SPACE_KINDS) {
    const schema = schemaOf(kind)
    const { rows } = await sql<{ space_id: string; ids: string[] }>`
      select s.space_id, array_agg(s.id) as ids
      from ${sql.id(schema, 'source')} s
      join ${sql.id(schema, 'data_agreement')} a on a.space_id = s.space_id and a.id = s.agreement_id
      where least(a.valid_until, a.ended_at::date) < ${keptSince}::date group by s.space_id`.execute(db)
    for (const { space_id, ids } of rows) {
      for (const table of OF_A_SOURCE)
        await sql`delete from ${sql.id(schema, table)} where space_id = ${space_id} and source_id = any (${ids}::uuid[])`.execute(
          db,
        )
      await sql`delete from ${sql.id(schema, 'source')} where space_id = ${space_id} and id = any (${ids}::uuid[])`.execute(
        db,
      )
      purged.push({ kind, spaceId: space_id, rule: 'source', rows: ids.length })
    }
  }
  return purged
}

const OF_A_SOURCE = [
  'source_stratum',
  'source_case',
  'source_reject',
  'source_cell',
  'source_wait',
  'source_day',
] as const

/** Lines go once they are sealed, from the oldest: what remains is still a chain. */
async function purgeAuditLines(db: System, keptSince: CalendarDay): Promise<readonly Purged[]> {
  const purged: Purged[] = []
  for (const kind of SPACE_KINDS) {
    const { rows } = await sql<{ space_id: string; rows: number }>`
      with gone as (
        delete from ${sql.id(schemaOf(kind), 'audit_line')} l using ${sql.id(schemaOf(kind), 'audit_seal')} s
        where s.space_id = l.space_id and s.line_id = l.id and s.sealed_at < ${keptSince}::date returning l.space_id)
      select space_id, count(*)::int as rows from gone group by space_id`.execute(db)
    purged.push(...rows.map((r) => ({ kind, spaceId: r.space_id, rule: AUDIT_RULE, rows: r.rows })))
  }
  return purged
}

/** People nobody spoke with since that day, in any of the files joined to them; all that was theirs goes with them. */
async function purgePeople(db: System, keptSince: CalendarDay, now: Date): Promise<readonly Purged[]> {
  const { rows } = await sql<{ space_id: string; ids: string[] }>`
    select p.space_id, array_agg(p.id) as ids
    from union_space.person p
    where p.last_contact_on < ${keptSince}::date and not exists (
      select from union_space.person f where f.space_id = p.space_id and f.last_contact_on >= ${keptSince}::date
        and coalesce(f.merged_into, f.id) = coalesce(p.merged_into, p.id))
    group by p.space_id`.execute(db)
  for (const { space_id, ids } of rows) await eraseFiles(db, space_id, ids, now)
  return rows.map((r) => ({ kind: 'union', spaceId: r.space_id, rule: 'person', rows: r.ids.length }))
}

export async function writeRegister(
  db: System,
  purged: readonly Purged[],
  keptSince: CalendarDay,
  now: Date,
): Promise<void> {
  for (const { kind, spaceId, rule, rows } of purged) {
    await db
      .withSchema(schemaOf(kind))
      .insertInto('purge_register')
      .values({
        space_id: spaceId,
        id: newId(now),
        rule,
        rows_purged: rows,
        kept_since: keptSince,
        purged_at: now,
      })
      .execute()
  }
}

const KEYRING_DAYS: Readonly<Record<string, string>> = {
  sign_in_link: 'expires_at',
  session: 'coalesce(ended_at, expires_at)',
  draft: 'expires_at',
  attempt: 'at',
  mail: 'created_at',
}

export const isOfKeyring = (table: string): boolean => table in KEYRING_DAYS

/** Tables of the house, which belong to no space: how many rows went, for the log. */
export async function purgeKeyring(db: System, table: string, keptSince: CalendarDay): Promise<number> {
  const day = KEYRING_DAYS[table]
  if (!day) throw new Error(`store/purge.ts does not know how to purge ${table}`)
  const result =
    await sql`delete from ${sql.id('keyring', table)} where ${sql.raw(day)} < ${keptSince}::date`.execute(db)
  return Number(result.numAffectedRows ?? 0)
}
