import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, calendarDay } from '../../kernel/calendar-day.ts'

/** A source as the explorer may ask of it: its current vintage, and nothing that is not yet visible. */
export type ReadySource = {
  readonly id: string
  readonly name: string
  readonly institutionId: string | null
  readonly landlord: string | null
  readonly entryFrom: CalendarDay | null
  readonly vintage: number
  readonly fileName: string
  readonly sha256: string
  readonly rows: number
  readonly kept: number
  readonly asOf: CalendarDay
}

type Row = {
  readonly id: string
  readonly name: string
  readonly institution_id: string | null
  readonly landlord: string | null
  readonly entry_from: string | null
  readonly vintage: number
  readonly file_name: string
  readonly sha256: string
  readonly rows: number
  readonly kept: number
  readonly as_of: string
}

export async function readySources(db: ScopedDb): Promise<readonly ReadySource[]> {
  const { rows } = await sql<Row>`
    select s.id, s.name, s.institution_id, i.name as landlord, s.entry_from::text as entry_from, v.vintage, v.file_name,
      v.sha256, v.rows::float8 as rows, v.kept::float8 as kept, v.as_of::text as as_of
    from source s
    join source_vintage v on v.space_id = s.space_id and v.source_id = s.id and v.vintage = s.current_vintage
    left join institution i on i.id = s.institution_id
    where s.space_id = ${db.actor.spaceId} and s.removed_at is null
    order by s.name collate "fr-x-icu", s.id`.execute(db.sql)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    institutionId: row.institution_id,
    landlord: row.landlord,
    entryFrom: row.entry_from === null ? null : calendarDay(row.entry_from),
    vintage: row.vintage,
    fileName: row.file_name,
    sha256: row.sha256,
    rows: row.rows,
    kept: row.kept,
    asOf: calendarDay(row.as_of),
  }))
}

/** What can be chosen in a source: a blank place or category is one as well. */
export type SourceChoices = { readonly places: readonly string[]; readonly categories: readonly string[] }

export async function choicesOf(db: ScopedDb, sourceId: string): Promise<SourceChoices> {
  const { rows } = await sql<{ places: string[] | null; categories: string[] | null }>`
    select array_agg(distinct place) as places, array_agg(distinct category) as categories
    from source_stratum where space_id = ${db.actor.spaceId} and source_id = ${sourceId}`.execute(db.sql)
  const french = new Intl.Collator('fr')
  const sorted = (names: string[] | null | undefined) =>
    (names ?? []).toSorted((a, b) => french.compare(a, b))
  return { places: sorted(rows[0]?.places), categories: sorted(rows[0]?.categories) }
}
