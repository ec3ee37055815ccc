import type { ScopedDb } from '../../access/scope.ts'
import type { HolidayZone } from '../../kernel/holiday-rules.ts'
import { zoneOfCommune } from '../../kernel/holidays.ts'
import type { NamedPlace, PlaceOfTrouble } from '../domain/complaint.ts'

type Found = PlaceOfTrouble & { readonly holidayZone: HolidayZone }

const chain = (db: ScopedDb) =>
  db.sql
    .selectFrom('estate as e')
    .leftJoin('building as b', 'b.estate_id', 'e.id')
    .leftJoin('staircase as s', 's.building_id', 'b.id')
    .leftJoin('home as h', (join) =>
      join.onRef('h.staircase_id', '=', 's.id').on('h.space_id', '=', db.actor.spaceId),
    )
    .limit(1)

/** The whole chain from the most precise place that is known. A merged home gives the one it was merged into. */
export async function placeOf(db: ScopedDb, asked: NamedPlace): Promise<Found | undefined> {
  const estate = ['e.id as estateId', 'e.commune_code as commune'] as const
  if ('estate' in asked)
    return found(await chain(db).select(estate).where('e.id', '=', asked.estate).executeTakeFirst())
  const building = [...estate, 'b.id as buildingId'] as const
  if ('building' in asked)
    return found(await chain(db).select(building).where('b.id', '=', asked.building).executeTakeFirst())
  const staircase = [...building, 's.id as staircaseId'] as const
  if ('staircase' in asked)
    return found(await chain(db).select(staircase).where('s.id', '=', asked.staircase).executeTakeFirst())
  const home = [...staircase, 'h.id as homeId', 'h.merged_into as mergedInto'] as const
  const row = await chain(db).select(home).where('h.id', '=', asked.home).executeTakeFirst()
  return row?.mergedInto ? placeOf(db, { home: row.mergedInto }) : found(row)
}

type Row = {
  estateId: string
  commune: string
  buildingId?: string | null
  staircaseId?: string | null
  homeId?: string | null
}

function found(row: Row | undefined): Found | undefined {
  return (
    row && {
      estateId: row.estateId,
      ...(row.buildingId && { buildingId: row.buildingId }),
      ...(row.staircaseId && { staircaseId: row.staircaseId }),
      ...(row.homeId && { homeId: row.homeId }),
      holidayZone: zoneOfCommune(row.commune) ?? 'national',
    }
  )
}
