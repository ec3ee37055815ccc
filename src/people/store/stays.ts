import type { ScopedDb } from '../../access/scope.ts'
import type { ApproximateDay, DayPrecision } from '../../kernel/approximate-day.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import type { Stay } from '../domain/stay.ts'

const COLUMNS = [
  'id',
  'home_id',
  'person_id',
  'since_said',
  'since_earliest',
  'since_latest',
  'since_precision',
  'until_said',
  'until_earliest',
  'until_latest',
  'until_precision',
] as const
const PRECISIONS: readonly DayPrecision[] = ['day', 'month', 'season', 'year', 'before', 'about']

type Ends = Record<`${'since' | 'until'}_${'earliest' | 'latest' | 'precision'}`, string | null>
type Row = Ends & { id: string; home_id: string; person_id: string; since_said: string; until_said: string }

function dayOf(row: Row, end: 'since' | 'until'): ApproximateDay | undefined {
  const [earliest, latest] = [row[`${end}_earliest`], row[`${end}_latest`]]
  const precision = PRECISIONS.find((p) => p === row[`${end}_precision`])
  if (!earliest || !latest || !precision) return undefined
  return { earliest: calendarDay(earliest), latest: calendarDay(latest), precision, said: row[`${end}_said`] }
}

const stayOf = (row: Row): Stay => ({
  id: row.id,
  homeId: row.home_id,
  personId: row.person_id,
  since: dayOf(row, 'since'),
  until: dayOf(row, 'until'),
})

const columnsOf = ({ since, until }: Pick<Stay, 'since' | 'until'>) => ({
  since_said: since?.said ?? '',
  since_earliest: since?.earliest ?? null,
  since_latest: since?.latest ?? null,
  since_precision: since?.precision ?? null,
  until_said: until?.said ?? '',
  until_earliest: until?.earliest ?? null,
  until_latest: until?.latest ?? null,
  until_precision: until?.precision ?? null,
})

export async function staysOf(db: ScopedDb, personIds: readonly string[]): Promise<readonly Stay[]> {
  const rows = await db.sql
    .selectFrom('occupancy')
    .select(COLUMNS)
    .where('space_id', '=', db.actor.spaceId)
    .where('person_id', 'in', personIds)
    .execute()
  return rows.map(stayOf)
}

export type Occupant = Stay & { readonly name: string; readonly keptId: string }

/** Everybody who lives or lived in these homes: one home, and those joined to it. */
export async function occupantsOf(db: ScopedDb, homeIds: readonly string[]): Promise<readonly Occupant[]> {
  const rows = await db.sql
    .selectFrom('occupancy as o')
    .innerJoin('person as p', (join) =>
      join.onRef('p.space_id', '=', 'o.space_id').onRef('p.id', '=', 'o.person_id'),
    )
    .select(COLUMNS.map((column) => `o.${column}` as const))
    .select((e) => ['p.name', e.fn.coalesce('p.merged_into', 'p.id').as('kept_id')])
    .where('o.space_id', '=', db.actor.spaceId)
    .where('o.home_id', 'in', homeIds)
    .execute()
  return rows.map((row) => ({ ...stayOf(row), name: row.name, keptId: row.kept_id }))
}

export async function insertStay(db: ScopedDb, stay: Stay): Promise<void> {
  await db.sql
    .insertInto('occupancy')
    .values({
      space_id: db.actor.spaceId,
      id: stay.id,
      home_id: stay.homeId,
      person_id: stay.personId,
      ...columnsOf(stay),
    })
    .execute()
}

export async function updateStay(db: ScopedDb, stay: Pick<Stay, 'id' | 'since' | 'until'>): Promise<void> {
  await db.sql
    .updateTable('occupancy')
    .set(columnsOf(stay))
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', stay.id)
    .execute()
}
