import { sql } from 'kysely'
import * as v from 'valibot'
import type { ScopedDb } from '../../access/scope.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { type CharterRule, charterRuleOf, type CharterVersion } from '../domain/charter.ts'
import { PublishedCharterShape } from '../forms.ts'
import { listCharterRows } from './charter-rows.ts'

export type PublishedBy = {
  readonly institutionId: string
  readonly institutionName: string
  readonly publishedAt: Date
  readonly versions: readonly CharterVersion[]
}
type Row = { institution_id: string; institution_name: string; published_at: Date; projection: unknown }

/** The charters that landlords' own desks publish now; only a union asks. */
export async function listPublishedCharters(
  db: ScopedDb,
  institutionId?: string,
): Promise<readonly PublishedBy[]> {
  if (db.actor.kind !== 'union') return []
  const one = institutionId === undefined ? sql`true` : sql`i.id = ${institutionId}::uuid`
  const { rows } = await sql<Row>`
    select i.id as institution_id, i.name as institution_name, p.published_at, p.projection
    from institution i cross join lateral union_space.published_charters(i.id) p
    where i.kind in ('landlord', 'authority') and ${one} order by i.name, p.published_at desc limit 200`.execute(
    db.sql,
  )
  return rows.map((row) => ({
    institutionId: row.institution_id,
    institutionName: row.institution_name,
    publishedAt: row.published_at,
    versions: versionsIn(row.projection),
  }))
}

/** What a publication holds; nothing when it has another shape than today's door. */
export function versionsIn(projection: unknown): readonly CharterVersion[] {
  const read = v.safeParse(PublishedCharterShape, projection)
  if (!read.success) return []
  return read.output.rules.map((rule) => ({
    ...rule,
    source: { ...rule.source, on: calendarDay(rule.source.on) },
    validFrom: calendarDay(rule.validFrom),
    validUntil: rule.validUntil === null ? null : calendarDay(rule.validUntil),
    recordedOn: calendarDay(rule.recordedOn),
  }))
}

/**
 * What a landlord promised, each rule with who wrote it: the landlord's own desk, which published it, or this space. All
 * versions, ended ones too: `rulesStartedBy` keeps those in force on its day.
 */
export async function charterRulesFor(db: ScopedDb, institutionId: string): Promise<readonly CharterRule[]> {
  if (db.actor.kind !== 'union' && db.actor.kind !== 'desk') return []
  const own = await listCharterRows(db, institutionId)
  const published = await listPublishedCharters(db, institutionId)
  return [
    ...published.flatMap(({ versions }) => versions.map((version) => charterRuleOf(version, 'landlord'))),
    ...own.map((row) => charterRuleOf(row, db.actor.kind === 'desk' ? 'landlord' : 'union')),
  ]
}
