import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, calendarDay } from '../../kernel/calendar-day.ts'

export type FacadeBuilding = {
  readonly id: string
  readonly name: string
  readonly address: string
  readonly estate: { readonly id: string; readonly name: string }
}

export async function findBuilding(db: ScopedDb, id: string): Promise<FacadeBuilding | undefined> {
  const row = await db.sql
    .selectFrom('building as b')
    .innerJoin('estate as e', 'e.id', 'b.estate_id')
    .select(['b.id', 'b.name', 'b.address', 'e.id as estateId', 'e.name as estate'])
    .where('b.id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      name: row.name,
      address: row.address,
      estate: { id: row.estateId, name: row.estate },
    }
  )
}

export type FacadeStair = {
  readonly id: string
  readonly name: string
  readonly lowestFloor: number
  readonly highestFloor: number
  readonly positions: readonly string[]
}

/** The staircases of a building, as people count them: «2» before «12». */
export async function stairsOf(db: ScopedDb, buildingId: string): Promise<readonly FacadeStair[]> {
  const rows = await db.sql
    .selectFrom('staircase')
    .selectAll()
    .where('building_id', '=', buildingId)
    .execute()
  return rows
    .map((row) => ({
      id: row.id,
      name: row.name,
      lowestFloor: row.lowest_floor,
      highestFloor: row.highest_floor,
      positions: row.positions,
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'fr', { numeric: true }))
}

/** The longest wait that runs behind one door, tenants' clock, all subjects. */
export type HomeWait = {
  readonly since: CalendarDay
  readonly family: string
  readonly problem: string
  readonly running: number
}

export type FacadeDoor = {
  readonly id: string
  readonly staircaseId: string
  readonly floor: number
  readonly position: number
  readonly label: string
  /** Somebody was met there, or told something, whatever became of it. */
  readonly met: boolean
  readonly wait?: HomeWait
}

type Row = {
  id: string
  staircase_id: string
  floor: number
  position: number
  label: string
  met: boolean
  since: string | null
  problem: string | null
  family: string | null
  running: number
}

/**
 * Every known door of a building with its longest running wait. Doors found to be one home are one door here. The states
 * of the building are read once, from its index.
 */
export async function doorsOfBuilding(db: ScopedDb, buildingId: string): Promise<readonly FacadeDoor[]> {
  const { spaceId } = db.actor
  const { rows } = await sql<Row>`
    with told as materialized (
      select coalesce(h.merged_into, h.id) as home_id, s.complaint_id, s.problem_code, s.told_latest, s.ending
      from complaint_state s join home h on h.space_id = s.space_id and h.id = s.home_id
      where s.space_id = ${spaceId} and s.building_id = ${buildingId}::uuid),
    waits as (
      select distinct on (home_id) home_id, problem_code, told_latest, count(*) over (partition by home_id)::int as running
      from told where ending is null and told_latest is not null
      order by home_id, told_latest, complaint_id)
    select h.id, h.staircase_id, h.floor, h.position, h.label, w.told_latest as since, p.label as problem, f.label as family,
      coalesce(w.running, 0) as running,
      h.id in (select t.home_id from told t) or exists (
        select from occupancy o where o.space_id = h.space_id and o.home_id = h.id and o.until_latest is null
          and o.until_said = '') as met
    from staircase x
    join home h on h.staircase_id = x.id and h.space_id = ${spaceId} and h.merged_into is null
    left join waits w on w.home_id = h.id
    left join nomenclature p on p.code = w.problem_code
    left join nomenclature f on f.code = coalesce(p.parent_code, p.code)
    where x.building_id = ${buildingId}::uuid
    order by h.floor desc, h.position`.execute(db.sql)
  return rows.map(doorOf)
}

const doorOf = ({ staircase_id, since, problem, family, running, ...door }: Row): FacadeDoor => ({
  ...door,
  staircaseId: staircase_id,
  ...(since &&
    problem !== null && { wait: { since: calendarDay(since), problem, family: family ?? problem, running } }),
})
