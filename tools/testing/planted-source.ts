// A source as an import leaves it: cases, cells, waits and days, written by the owner for tests and measures.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Database } from '../../src/db/connect.ts'
import { schemaOf, type SpaceKind } from '../../src/db/logins.ts'
import { newId } from '../../src/kernel/ids.ts'

export type PlantedCase = {
  readonly place: string
  readonly category: string
  /** Day numbers; null while the case waits. */
  readonly opened: number
  readonly closed: number | null
  readonly outcome: number
  /** Whole hours until its end, where both hours are told. */
  readonly hours?: number
}

export type PlantedSource = {
  readonly name: string
  readonly asOf: string
  readonly cases: readonly PlantedCase[]
  readonly institutionId?: string
  readonly entryFrom?: string
  readonly rejected?: number
}

type Space = { readonly kind: SpaceKind; readonly spaceId: string }

/** Writes the source and everything counted of it, visible at once; gives back its id. */
export async function plantSource(owner: Database, space: Space, source: PlantedSource): Promise<string> {
  const id = await plantHead(owner, space, source)
  const table = (name: string) => sql.id(schemaOf(space.kind), name)
  const column = <T>(of: (one: PlantedCase) => T) => source.cases.map(of)
  await sql`with strata as (
      select place, category, row_number() over (order by place, category)::int - 1 as stratum_id
      from (select distinct place, category from unnest(${column((c) => c.place)}::text[], ${column((c) => c.category)}::text[]) s(place, category)) d)
    insert into ${table('source_stratum')} select ${space.spaceId}, ${id}, stratum_id, place, category from strata`.execute(
    owner,
  )
  await sql`insert into ${table('source_case')} (space_id, source_id, case_key, stratum_id, opened_day, closed_day, outcome, hours, first_vintage, last_vintage)
    select ${space.spaceId}, ${id}, gen_random_uuid(), t.stratum_id, c.opened, c.closed, c.outcome, c.hours, 1, 1
    from unnest(${column((c) => c.place)}::text[], ${column((c) => c.category)}::text[], ${column((c) => c.opened)}::int[],
      ${column((c) => c.closed)}::int[], ${column((c) => c.outcome)}::int[], ${column((c) => c.hours ?? null)}::int[]) c(place, category, opened, closed, outcome, hours)
    join ${table('source_stratum')} t on t.space_id = ${space.spaceId} and t.source_id = ${id}
      and t.place = c.place and t.category = c.category`.execute(owner)
  await countPlanted(owner, space, id)
  return id
}

async function plantHead(owner: Database, space: Space, source: PlantedSource): Promise<string> {
  const [id, agreement] = [newId(new Date()), newId(new Date())]
  const table = (name: string) => sql.id(schemaOf(space.kind), name)
  await sql`insert into ${table('data_agreement')} (space_id, id, title, giver, purpose, valid_from, valid_until, recorded_by, recorded_at)
    values (${space.spaceId}, ${agreement}, 'Convention', 'Le bailleur', 'Compter des attentes', '2020-01-01', '2040-01-01', ${newId(new Date())}, now())`.execute(
    owner,
  )
  await sql`insert into ${table('source')} (space_id, id, name, agreement_id, institution_id, map, time_zone, entry_from, current_vintage, recorded_by, recorded_at)
    values (${space.spaceId}, ${id}, ${source.name}, ${agreement}, ${source.institutionId ?? null}, '{}', 'Europe/Paris',
      ${source.entryFrom ?? null}::date, 1, ${newId(new Date())}, now())`.execute(owner)
  const [kept, rejected] = [source.cases.length, source.rejected ?? 0]
  await sql`insert into ${table('source_vintage')} (space_id, source_id, vintage, id, file_name, sha256, bytes, rows, kept, rejected, as_of, map, facts, changes, recorded_by, recorded_at)
    values (${space.spaceId}, ${id}, 1, ${newId(new Date())}, ${`${source.name}.csv`}, ${createHash('sha256').update(source.name).digest('hex')}, 1000,
      ${kept + rejected}, ${kept}, '{}', ${source.asOf}::date, '{}', '{}', '{}', ${newId(new Date())}, now())`.execute(
    owner,
  )
  return id
}

/** Cells, waits and days of what `source_case` holds, roll-ups included. */
export async function countPlanted(owner: Database, space: Space, id: string): Promise<void> {
  const table = (name: string) => sql.id(schemaOf(space.kind), name)
  await sql`insert into ${table('source_cell')} (space_id, source_id, stratum_id, opened_day, closed_day, outcome, known_from, n)
    select space_id, source_id, stratum_id, opened_day, coalesce(closed_day, 2147483647),
      case when closed_day is null then 0 else outcome end, 0, count(*) from ${table('source_case')}
    where space_id = ${space.spaceId} and source_id = ${id} group by 1, 2, 3, 4, 5, 6`.execute(owner)
  await sql`insert into ${table('source_wait')} (space_id, source_id, place, category, opened_month, days, entry_days, outcome, n)
    select space_id, source_id, place, category, opened_month, array_agg(days),
      case when max(entry_days) = 0 then '{}' else array_agg(entry_days) end, array_agg(outcome), array_agg(n)
    from (select space_id, source_id, case when grouping(place) = 1 then '*' else place end as place,
      case when grouping(category) = 1 then '*' else category end as category,
      case when grouping(opened_month) = 1 then -1 else opened_month end as opened_month, days, entry_days, outcome, sum(n)::int as n
    from (select c.space_id, c.source_id, t.place, t.category, c.n,
        extract(year from date '1970-01-01' + c.opened_day)::int * 12 + extract(month from date '1970-01-01' + c.opened_day)::int - 1 as opened_month,
        least(c.closed_day, v.as_of - date '1970-01-01') - c.opened_day as days,
        greatest(0, coalesce(s.entry_from - date '1970-01-01' - c.opened_day, 0)) as entry_days,
        case when c.closed_day > v.as_of - date '1970-01-01' then 0 else c.outcome end as outcome
      from ${table('source_cell')} c
      join ${table('source_stratum')} t using (space_id, source_id, stratum_id)
      join ${table('source')} s on s.space_id = c.space_id and s.id = c.source_id
      join ${table('source_vintage')} v on v.space_id = c.space_id and v.source_id = c.source_id and v.vintage = s.current_vintage
      where c.space_id = ${space.spaceId} and c.source_id = ${id}) w
    group by space_id, source_id, grouping sets (
      (place, category, opened_month, days, entry_days, outcome), (place, category, days, entry_days, outcome),
      (place, opened_month, days, entry_days, outcome), (place, days, entry_days, outcome),
      (category, opened_month, days, entry_days, outcome), (category, days, entry_days, outcome),
      (opened_month, days, entry_days, outcome), (days, entry_days, outcome))) cut
    group by 1, 2, 3, 4, 5 order by 3, 4, 5`.execute(owner)
  await sql`insert into ${table('source_day')} (space_id, source_id, category, day, opened, closed)
    select space_id, source_id, case when grouping(category) = 1 then '*' else category end, day, sum(opened), sum(closed)
    from (select c.space_id, c.source_id, t.category, c.opened_day as day, c.n as opened, 0 as closed
        from ${table('source_cell')} c join ${table('source_stratum')} t using (space_id, source_id, stratum_id)
        where c.space_id = ${space.spaceId} and c.source_id = ${id}
      union all
      select c.space_id, c.source_id, t.category, c.closed_day, 0, c.n
        from ${table('source_cell')} c join ${table('source_stratum')} t using (space_id, source_id, stratum_id)
        where c.space_id = ${space.spaceId} and c.source_id = ${id} and c.closed_day < 2147483647) d
    group by space_id, source_id, grouping sets ((category, day), (day)) order by 3, 4`.execute(owner)
}
