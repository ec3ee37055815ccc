import { type RawBuilder, sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import type { Cell } from '../domain/cell-waits.ts'
import { firstDayOf } from '../domain/explorer-question.ts'
import type { WaitRow, WaitPart } from '../domain/explorer-waits.ts'
import { columnsOf, type ToldColumns, wholeNumbers } from './wait-columns.ts'

/** Which waits of a source: null is all places, all categories, all months. */
export type Selection = { readonly place: string | null; readonly category: string | null }
export type Months = { readonly from: number | null; readonly until: number | null }

/** What stands for all of them in the roll-ups (migration 0120). */
const ALL = '*'
const ALL_MONTHS = -1

const openedIn = ({ from, until }: Months): RawBuilder<unknown> =>
  from === null && until === null
    ? sql`w.opened_month = ${ALL_MONTHS}`
    : sql`w.opened_month between ${from ?? 0} and ${until ?? 2_147_483_647}`

const TOLD = sql`w.days::text as days, w.entry_days::text as entry, w.outcome::text as outcome, w.n::text as n`

/** The waits of each selection, counted by length, month by month if need be; `at` is its place in the list. */
export async function waitsOf(
  db: ScopedDb,
  sourceId: string,
  selections: readonly Selection[],
  months: Months,
): Promise<readonly WaitPart[]> {
  const asked = sql.join(
    selections.map(
      ({ place, category }, at) => sql`(${at}::int, ${place ?? ALL}::text, ${category ?? ALL}::text)`,
    ),
  )
  const { rows } = await sql<ToldColumns & { at: number }>`
    select a.at, ${TOLD}
    from (values ${asked}) as a(at, place, category)
    join source_wait w on w.space_id = ${db.actor.spaceId} and w.source_id = ${sourceId}
      and w.place = a.place and w.category = a.category
    where ${openedIn(months)}`.execute(db.sql)
  return rows.map((row) => ({ at: row.at, ...columnsOf(row) }))
}

/** The waits of every place, or of every category, inside a selection: all of them, since each counts in the whole. */
export async function waitsOfEach(
  db: ScopedDb,
  sourceId: string,
  by: 'place' | 'category',
  { place, category }: Selection,
  months: Months,
): Promise<{ readonly names: readonly string[]; readonly rows: readonly WaitPart[] }> {
  const each = sql.ref(`w.${by}`)
  const fixed = by === 'place' ? sql`w.category = ${category ?? ALL}` : sql`w.place = ${place ?? ALL}`
  const { rows } = await sql<ToldColumns & { name: string }>`
    select ${each} as name, ${TOLD} from source_wait w
    where w.space_id = ${db.actor.spaceId} and w.source_id = ${sourceId} and ${fixed} and ${each} <> ${ALL}
      and ${openedIn(months)}`.execute(db.sql)
  const names = [...new Set(rows.map(({ name }) => name))]
  const at = new Map(names.map((name, index) => [name, index]))
  return {
    names,
    rows: rows.flatMap((row) => {
      const place = at.get(row.name)
      return place === undefined ? [] : [{ at: place, ...columnsOf(row) }]
    }),
  }
}

/** What came and what was closed each day, for one category or all: the flows know no place. */
export async function flowsOf(
  db: ScopedDb,
  sourceId: string,
  category: string | null,
): Promise<readonly { readonly day: number; readonly opened: number; readonly closed: number }[]> {
  const { rows } = await sql<Record<'day' | 'opened' | 'closed', string | null>>`
    select array_agg(day)::text as day, array_agg(opened)::text as opened, array_agg(closed)::text as closed
    from (select day, opened::int, closed::int from source_day
      where space_id = ${db.actor.spaceId} and source_id = ${sourceId} and category = ${category ?? ALL}
      order by day) d`.execute(db.sql)
  const column = (name: 'day' | 'opened' | 'closed') => wholeNumbers(rows[0]?.[name] ?? '{}')
  const [opened, closed] = [column('opened'), column('closed')]
  return Array.from(column('day'), (day, at) => ({ day, opened: opened[at] ?? 0, closed: closed[at] ?? 0 }))
}

/** Past this many cells, days that are not those of the calendar are not computed while somebody waits for a page. */
const MOST_CELLS = 250_000

/** The cells of a selection, for working days and for days that are not believed; null when there are too many. */
export async function cellsOf(
  db: ScopedDb,
  sourceId: string,
  { place, category }: Selection,
  { from, until }: Months,
): Promise<readonly Cell[] | null> {
  const strata = [
    ...(place === null ? [] : [sql`t.place = ${place}`]),
    ...(category === null ? [] : [sql`t.category = ${category}`]),
  ]
  const { rows } = await sql<Cell>`
    select c.opened_day as opened, c.closed_day as closed, c.outcome, sum(c.n)::float8 as n
    from source_stratum t join source_cell c on c.space_id = t.space_id and c.source_id = t.source_id
      and c.stratum_id = t.stratum_id
    where t.space_id = ${db.actor.spaceId} and t.source_id = ${sourceId}
      and c.opened_day >= ${from === null ? -2_147_483_648 : firstDayOf(from)}
      and c.opened_day < ${until === null ? 2_147_483_647 : firstDayOf(until + 1)}
      ${strata.length === 0 ? sql`` : sql`and ${sql.join(strata, sql` and `)}`}
    group by 1, 2, 3 having sum(c.n) <> 0 limit ${MOST_CELLS + 1}`.execute(db.sql)
  return rows.length > MOST_CELLS ? null : rows
}

/** A stratum of these headers, cut at the days at which waits may be told: what a protection looks at. */
export type CutRow = WaitRow & { readonly place: string; readonly category: string }

/** Waits of every stratum of these headers, all months, laid on the last day of their stretch; seen late, at the last end at most. */
export async function cutWaits(
  db: ScopedDb,
  sourceId: string,
  by: readonly ('place' | 'category')[],
  ends: readonly number[],
): Promise<readonly CutRow[]> {
  const side = (name: 'place' | 'category') =>
    by.includes(name) ? sql`${sql.ref(`w.${name}`)} <> ${ALL}` : sql`${sql.ref(`w.${name}`)} = ${ALL}`
  const { rows } = await sql<CutRow>`
    select w.place, w.category, ${lastDayOf(sql`c.days`, ends)} as days, least(coalesce(c.entry_days, 0), ${Math.max(...ends)}::int) as entry, c.outcome,
      sum(c.n)::float8 as n
    from source_wait w
    cross join unnest(w.days, w.entry_days, w.outcome, w.n) as c(days, entry_days, outcome, n)
    where w.space_id = ${db.actor.spaceId} and w.source_id = ${sourceId}
      and ${side('place')} and ${side('category')} and w.opened_month = ${ALL_MONTHS} group by 1, 2, 3, 4, 5`.execute(
    db.sql,
  )
  return rows
}

/** The last whole day before the end of a stretch; past the last end, the day of that end. */
export function lastDayOf(days: RawBuilder<unknown>, ends: readonly number[]): RawBuilder<number> {
  const cuts = ends.filter((end) => end > 0)
  const whens = cuts.map((end) => sql`when ${days} < ${sql.lit(end)} then ${sql.lit(end - 1)}`)
  return sql`case ${sql.join(whens, sql` `)} else ${sql.lit(cuts.at(-1) ?? 0)} end`
}
