import { type RawBuilder, sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { STILL_OPEN } from '../../measure/lexis.ts'
import type { PgColumn } from '../engine/pg-arrays.ts'

/** Whose rows: written in this space, for this source and vintage. */
export type Into = { readonly sourceId: string; readonly vintage: number }

/** Rows of the engine, and the statement that writes a batch of them. */
export type Writing = {
  readonly from: { readonly table: string; readonly where?: string }
  readonly columns: readonly PgColumn[]
  readonly write: (db: ScopedDb, into: Into, arrays: readonly string[]) => Promise<unknown>
}

type Act = (told: RawBuilder<unknown>, space: string, into: Into) => RawBuilder<unknown>
type Columns = Readonly<Record<string, PgColumn['type']>>

/** `told` is a row for each element. COPY would be faster, and is not allowed under row-level security. */
function writing(from: Writing['from'], named: Columns, act: Act): Writing {
  const columns = Object.entries(named).map(([name, type]) => ({ name, type }))
  const names = sql.join(columns.map(({ name }) => sql.id(name)))
  return {
    from,
    columns,
    write: (db, into, arrays) => {
      // Lists differ in length: each comes as the text of one.
      const typed = columns.map(
        ({ type }, at) => sql`${arrays[at]}::${sql.raw(type === 'int[]' ? 'text' : type)}[]`,
      )
      return act(sql`unnest(${sql.join(typed)}) as t(${names})`, db.actor.spaceId, into).execute(db.sql)
    },
  }
}

const CASE = {
  key: 'uuid',
  stratum: 'int',
  opened: 'int',
  closed: 'int',
  outcome: 'int',
  hours: 'int',
} as const

const insertCases: Act = (told, space, { sourceId, vintage }) => sql`
  insert into source_case (space_id, source_id, case_key, stratum_id, opened_day, closed_day, outcome, hours, first_vintage, last_vintage)
  select ${space}::uuid, ${sourceId}::uuid, key, stratum, opened, nullif(closed, ${STILL_OPEN}::int), outcome, hours, ${vintage}::int, ${vintage}::int
  from ${told}`

/** Every case of a source that had none told apart. */
export const ALL_CASES = writing({ table: 'now_case' }, CASE, insertCases)

export const NEW_CASES = writing({ table: 'change', where: "what = 'opened'" }, CASE, insertCases)

export const CHANGED_CASES = writing(
  { table: 'change', where: "what in ('closed', 'reopened', 'rewritten')" },
  CASE,
  (told, space, { sourceId, vintage }) => sql`
  update source_case c set stratum_id = t.stratum, opened_day = t.opened, closed_day = nullif(t.closed, ${STILL_OPEN}::int),
    outcome = t.outcome, hours = t.hours, last_vintage = ${vintage}::int
  from ${told} where c.space_id = ${space}::uuid and c.source_id = ${sourceId}::uuid and c.case_key = t.key`,
)

export const GONE_CASES = writing(
  { table: 'change', where: "what = 'gone'" },
  { key: 'uuid' },
  (told, space, { sourceId }) => sql`
  delete from source_case c using ${told}
  where c.space_id = ${space}::uuid and c.source_id = ${sourceId}::uuid and c.case_key = t.key`,
)

export const NEW_STRATA = writing(
  { table: 'stratum', where: 'is_new' },
  { id: 'int', place: 'text', category: 'text' },
  (told, space, { sourceId }) => sql`
  insert into source_stratum (space_id, source_id, stratum_id, place, category)
  select ${space}::uuid, ${sourceId}::uuid, id, place, category from ${told}`,
)

const CELL = {
  stratum: 'int',
  opened: 'int',
  closed: 'int',
  outcome: 'int',
  known_from: 'int',
  n: 'bigint',
} as const

const insertCells: Act = (told, space, { sourceId }) => sql`
  insert into source_cell (space_id, source_id, stratum_id, opened_day, closed_day, outcome, known_from, n)
  select ${space}::uuid, ${sourceId}::uuid, stratum, opened, closed, outcome, known_from, n from ${told}`

/** Signed counts known from a day that no cell knew before. */
export const CELLS_OF_A_NEW_DAY = writing({ table: 'delta' }, CELL, insertCells)

/** Signed counts: a cell that is there already adds. */
export const CELLS = writing(
  { table: 'delta' },
  CELL,
  (told, space, into) => sql`${insertCells(told, space, into)}
  on conflict (space_id, source_id, stratum_id, opened_day, closed_day, outcome, known_from)
  do update set n = source_cell.n + excluded.n`,
)

export const WAITS = writing(
  { table: 'wait' },
  {
    place: 'text',
    category: 'text',
    opened_month: 'int',
    days: 'int[]',
    entry_days: 'int[]',
    outcome: 'int[]',
    n: 'int[]',
  },
  (told, space, { sourceId }) => sql`
  insert into source_wait (space_id, source_id, place, category, opened_month, days, entry_days, outcome, n)
  select ${space}::uuid, ${sourceId}::uuid, place, category, opened_month, days::int[], entry_days::int[], outcome::smallint[], n::int[]
  from ${told}`,
)

export const DAYS = writing(
  { table: 'day' },
  { category: 'text', day: 'int', opened: 'bigint', closed: 'bigint' },
  (told, space, { sourceId }) => sql`
  insert into source_day (space_id, source_id, category, day, opened, closed)
  select ${space}::uuid, ${sourceId}::uuid, category, day, opened, closed from ${told}`,
)

export const REJECTS = writing(
  { table: 'reject_rows' },
  { row_no: 'bigint', reason: 'text', header: 'text', value: 'text', cells: 'text' },
  (told, space, { sourceId, vintage }) => sql`
  insert into source_reject (space_id, source_id, vintage, row_no, reason, header, value, cells)
  select ${space}::uuid, ${sourceId}::uuid, ${vintage}::int, row_no, reason, coalesce(header, ''), coalesce(value, ''), cells from ${told}`,
)

/** What the new vintage replaces whole: projections, rejects; and cases, when they cannot be told apart. */
export async function clearReplaced(db: ScopedDb, sourceId: string, cases: boolean): Promise<void> {
  const tables = ['source_wait', 'source_day', 'source_reject', ...(cases ? ['source_case' as const] : [])]
  for (const table of tables)
    await sql`delete from ${sql.id(table)} where space_id = ${db.actor.spaceId} and source_id = ${sourceId}`.execute(
      db.sql,
    )
}

/** Two vintages of one as-of day may add up to nothing in a cell: it is then no cell. */
export async function forgetEmptyCells(db: ScopedDb, sourceId: string, knownFrom: number): Promise<void> {
  await db.sql
    .deleteFrom('source_cell')
    .where('space_id', '=', db.actor.spaceId)
    .where('source_id', '=', sourceId)
    .where('known_from', '=', knownFrom)
    .where('n', '=', 0)
    .execute()
}

/** A file of millions is written for minutes: the limits of a page are not those of an import. */
export async function takeTime(db: ScopedDb): Promise<void> {
  await sql
    .raw('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    .execute(db.sql)
}
