import { type RawBuilder, sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { isUuid } from '../../kernel/ids.ts'
import { dayNumber } from '../../measure/day-number.ts'
import type { WaitPart } from '../domain/explorer-waits.ts'
import { firstDayOf } from '../domain/explorer-question.ts'
import type { Cell } from '../domain/cell-waits.ts'
import { type CutRow, lastDayOf, type Months, type Selection } from './source-waits.ts'
import { columnsOf, gathered, type ToldColumns } from './wait-columns.ts'

/** Complaints of one landlord's estates only, when `landlord` says so. */
export type ComplaintSelection = Selection & { readonly landlord?: string | null }

/** Our own complaints, on the tenants' clock. Places are estates, categories families of the nomenclature. */
export const holdsComplaints = (db: ScopedDb): boolean => db.actor.kind === 'union'

function conditionsOf(
  { place, category, landlord = null }: ComplaintSelection,
  { from, until }: Months,
): RawBuilder<unknown> {
  const asked = [
    ...(place === null ? [] : [sql`estate_id = ${isUuid(place) ? place : null}::uuid`]),
    ...(landlord === null
      ? []
      : [sql`estate_id in (select id from estate where landlord_id = ${landlord}::uuid)`]),
    ...(category === null ? [] : [sql`family_code = ${category}`]),
    ...(from === null ? [] : [sql`opened_day >= ${firstDayOf(from)}`]),
    ...(until === null ? [] : [sql`opened_day < ${firstDayOf(until + 1)}`]),
  ]
  return asked.length === 0 ? sql`true` : sql.join(asked, sql` and `)
}

/** Cells read at a day: what is closed later still waits, what is opened later is not counted. */
function cellsAt(db: ScopedDb, today: CalendarDay, key: RawBuilder<unknown>, where: RawBuilder<unknown>) {
  const asOf = dayNumber(today)
  return sql`select ${key} as key, least(closed_day, ${asOf}) - opened_day as days,
      case when closed_day <= ${asOf} then outcome else 0 end as outcome, n
    from complaint_cell where space_id = ${db.actor.spaceId} and opened_day <= ${asOf} and ${where}`
}

export async function complaintWaitsOf(
  db: ScopedDb,
  { selections, landlord }: { readonly selections: readonly Selection[]; readonly landlord: string | null },
  months: Months,
  today: CalendarDay,
): Promise<readonly WaitPart[]> {
  const parts = selections.map((one, at) =>
    cellsAt(db, today, sql`${at}::int`, conditionsOf({ ...one, landlord }, months)),
  )
  const counted = sql`select key as at, days, outcome, sum(n)::int as n
    from (${sql.join(parts, sql` union all `)}) c group by 1, 2, 3 having sum(n) <> 0`
  const { rows } = await sql<ToldColumns & { at: number }>`${gathered(counted, 'at')}`.execute(db.sql)
  return rows.map((row) => ({ at: row.at, ...columnsOf(row) }))
}

/** The waits of every estate, or of every family. */
export async function complaintWaitsOfEach(
  db: ScopedDb,
  by: 'place' | 'category',
  selection: Selection,
  months: Months,
  today: CalendarDay,
): Promise<{ readonly names: readonly string[]; readonly rows: readonly WaitPart[] }> {
  const key = by === 'place' ? sql`estate_id::text` : sql`family_code`
  const kept = by === 'place' ? { ...selection, place: null } : { ...selection, category: null }
  const counted = sql`select key as name, days, outcome, sum(n)::int as n
    from (${cellsAt(db, today, key, conditionsOf(kept, months))}) c group by 1, 2, 3 having sum(n) <> 0`
  const { rows } = await sql<ToldColumns & { name: string }>`${gathered(counted, 'name')}`.execute(db.sql)
  return { names: rows.map(({ name }) => name), rows: rows.map((row, at) => ({ at, ...columnsOf(row) })) }
}

export type NamedChoice = { readonly value: string; readonly label: string }

/** Estates and families where somebody waits or waited, and how many complaints are known in all. */
export async function complaintChoices(db: ScopedDb): Promise<{
  readonly places: readonly NamedChoice[]
  readonly categories: readonly NamedChoice[]
  readonly known: number
}> {
  const { rows } = await sql<{ kind: string; value: string; label: string }>`
    select 'place' as kind, e.id::text as value, e.name as label from estate e
    where e.id in (select estate_id from complaint_cell where space_id = ${db.actor.spaceId})
    union all
    select 'category', f.code, f.label from nomenclature f
    where f.code in (select family_code from complaint_cell where space_id = ${db.actor.spaceId})
    union all
    select 'known', count(*)::text, '' from complaint_state where space_id = ${db.actor.spaceId}`.execute(
    db.sql,
  )
  const french = new Intl.Collator('fr')
  const of = (kind: string) =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ value, label }) => ({ value, label }))
      .toSorted((a, b) => french.compare(a.label, b.label))
  return { places: of('place'), categories: of('category'), known: Number(of('known')[0]?.value ?? 0) }
}

/** What came and what ended each day, on the tenants' clock. */
export async function complaintFlows(
  db: ScopedDb,
  selection: Selection,
): Promise<readonly { readonly day: number; readonly opened: number; readonly closed: number }[]> {
  const where = conditionsOf(selection, { from: null, until: null })
  const { rows } = await sql<{ day: number; opened: number; closed: number }>`
    select day, sum(opened)::float8 as opened, sum(closed)::float8 as closed from (
      select opened_day as day, n as opened, 0 as closed from complaint_cell
      where space_id = ${db.actor.spaceId} and ${where}
      union all
      select closed_day, 0, n from complaint_cell
      where space_id = ${db.actor.spaceId} and closed_day < 2147483647 and ${where}) c
    group by day order by day`.execute(db.sql)
  return rows
}

/** The same as cells, for days that are not those of the calendar. */
export async function complaintCells(
  db: ScopedDb,
  selection: ComplaintSelection,
  months: Months,
): Promise<readonly Cell[]> {
  const { rows } = await sql<Cell>`
    select opened_day as opened, closed_day as closed, outcome, sum(n)::float8 as n from complaint_cell
    where space_id = ${db.actor.spaceId} and ${conditionsOf(selection, months)}
    group by 1, 2, 3 having sum(n) <> 0`.execute(db.sql)
  return rows
}

/** Waits of every stratum of these headers, laid on the last day of their stretch (source-waits.ts). */
export async function cutComplaintWaits(
  db: ScopedDb,
  by: readonly ('place' | 'category')[],
  ends: readonly number[],
  today: CalendarDay,
): Promise<readonly CutRow[]> {
  const place = by.includes('place') ? sql`estate_id::text` : sql`'*'`
  const category = by.includes('category') ? sql`family_code` : sql`'*'`
  const key = sql`array[${place}, ${category}]`
  const { rows } = await sql<CutRow>`
    select key[1] as place, key[2] as category, ${lastDayOf(sql`days`, ends)} as days, 0 as entry, outcome,
      sum(n)::float8 as n
    from (${cellsAt(db, today, key, sql`true`)}) c group by 1, 2, 3, 5 having sum(n) <> 0`.execute(db.sql)
  return rows
}
