import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import type { ListFilter } from '../domain/list-filter.ts'

export type Named = { readonly id: string; readonly name: string }

/** What a filter's identifiers are called; one that names nothing here is absent. */
export type FilterNames = {
  readonly family?: string
  readonly estate?: string
  readonly building?: string
  readonly home?: string
}

/** The names of what a filter points to, in one query. */
export async function namesOf(db: ScopedDb, filter: ListFilter): Promise<FilterNames> {
  const { rows } = await sql<{
    family: string | null
    estate: string | null
    building: string | null
    home: string | null
  }>`
    select (select label from nomenclature where code = ${filter.family ?? null}) as family,
      (select name from estate where id = ${filter.estate ?? null}::uuid) as estate,
      (select b.name || ', ' || e.name from building b join estate e on e.id = b.estate_id
        where b.id = ${filter.building ?? null}::uuid) as building,
      (select h.label || ', ' || t.name || ', ' || b.name from home h join staircase t on t.id = h.staircase_id
        join building b on b.id = t.building_id
        where h.space_id = ${db.actor.spaceId} and h.id = ${filter.home ?? null}::uuid) as home`.execute(
    db.sql,
  )
  const found = rows[0]
  return {
    ...(found?.family && { family: found.family }),
    ...(found?.estate && { estate: found.estate }),
    ...(found?.building && { building: found.building }),
    ...(found?.home && { home: found.home }),
  }
}

/** The estates where somebody of this space waits or waited; a list offers no others. */
export async function estatesWithComplaints(db: ScopedDb): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select e.id, e.name from estate e
    where exists (select from complaint_state s where s.space_id = ${db.actor.spaceId} and s.estate_id = e.id)
    order by e.name collate "fr-x-icu"`.execute(db.sql)
  return rows
}

/** The families of the nomenclature, retired ones included: what was told under a word is found under it. */
export async function allFamilies(
  db: ScopedDb,
): Promise<readonly { readonly code: string; readonly label: string }[]> {
  const { rows } = await sql<{ code: string; label: string }>`
    select code, label from nomenclature where parent_code is null order by label collate "fr-x-icu"`.execute(
    db.sql,
  )
  return rows
}
