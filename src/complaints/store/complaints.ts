import type { ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, parseCalendarDay } from '../../kernel/calendar-day.ts'
import { HOLIDAY_ZONES } from '../../kernel/holiday-rules.ts'
import type { Complaint } from '../domain/complaint.ts'
import { approximateOf } from './approximate-columns.ts'

/** A complaint with the names of where it is, as a page shows them. */
export type PlacedComplaint = Complaint & {
  readonly estate: string
  readonly landlord: { readonly id: string; readonly name: string }
  readonly commune: string
  readonly building?: string
  readonly address?: string
  readonly staircase?: string
  readonly home?: { readonly label: string; readonly floor: number }
  readonly family: string
  readonly problem: string
  readonly assignee?: string
}

const whereItIs = (db: ScopedDb) =>
  db.sql
    .selectFrom('complaint as c')
    .innerJoin('estate as e', 'e.id', 'c.estate_id')
    .innerJoin('institution as i', 'i.id', 'e.landlord_id')
    .innerJoin('commune as m', 'm.code', 'e.commune_code')
    .leftJoin('building as b', 'b.id', 'c.building_id')
    .leftJoin('staircase as s', 's.id', 'c.staircase_id')
    .leftJoin('home as h', (join) =>
      join.onRef('h.id', '=', 'c.home_id').onRef('h.space_id', '=', 'c.space_id'),
    )
    .select(['e.name as estate', 'i.id as landlord_id', 'i.name as landlord', 'm.name as commune'])
    .select(['b.name as building', 'b.address', 's.name as staircase'])
    .select(['h.label as home_label', 'h.floor as home_floor'])

const placed = (db: ScopedDb) =>
  whereItIs(db)
    .innerJoin('nomenclature as f', 'f.code', 'c.family_code')
    .innerJoin('nomenclature as p', 'p.code', 'c.problem_code')
    .selectAll('c')
    .select(['f.label as family', 'p.label as problem'])
    .select((query) =>
      query
        .selectFrom('membership as a')
        .select('a.account_name')
        .whereRef('a.account_id', '=', 'c.assigned_to')
        .where('a.space_id', '=', db.actor.spaceId)
        .limit(1)
        .as('assignee'),
    )
    .where('c.space_id', '=', db.actor.spaceId)

type Row = Awaited<ReturnType<ReturnType<typeof placed>['executeTakeFirstOrThrow']>>

function complaintOf(row: Row): PlacedComplaint {
  const since = approximateOf(row.since_said, row.since_earliest, row.since_latest, row.since_precision)
  const followUpOn = parseCalendarDay(row.follow_up_on ?? '')
  return {
    id: row.id,
    estateId: row.estate_id,
    ...(row.building_id && { buildingId: row.building_id }),
    ...(row.staircase_id && { staircaseId: row.staircase_id }),
    ...(row.home_id && { homeId: row.home_id }),
    ...(row.person_id && { personId: row.person_id }),
    familyCode: row.family_code,
    problemCode: row.problem_code,
    words: row.words,
    ...(since && { since }),
    holidayZone: HOLIDAY_ZONES.find((zone) => zone === row.holiday_zone) ?? 'national',
    ...(row.assigned_to && { assignedTo: row.assigned_to }),
    ...(followUpOn && { followUpOn }),
    version: row.version,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    ...namesOf(row),
  }
}

const namesOf = (row: Row) => ({
  estate: row.estate,
  landlord: { id: row.landlord_id, name: row.landlord },
  commune: row.commune,
  family: row.family,
  problem: row.problem,
  ...(row.building && { building: row.building }),
  ...(row.address && { address: row.address }),
  ...(row.staircase && { staircase: row.staircase }),
  ...(row.home_label !== null && row.home_floor !== null
    ? { home: { label: row.home_label, floor: row.home_floor } }
    : {}),
  ...(row.assignee && { assignee: row.assignee }),
})

/** One complaint of this space, with the names of where it is. */
export async function findComplaint(db: ScopedDb, id: string): Promise<PlacedComplaint | undefined> {
  const row = await placed(db).where('c.id', '=', id).executeTakeFirst()
  return row && complaintOf(row)
}

/** The complaints that these files of people told, the oldest first. */
export async function complaintsToldBy(
  db: ScopedDb,
  personIds: readonly string[],
): Promise<readonly PlacedComplaint[]> {
  if (personIds.length === 0) return []
  const rows = await placed(db).where('c.person_id', 'in', personIds).orderBy('c.recorded_at').execute()
  return rows.map(complaintOf)
}

export async function insertComplaint(db: ScopedDb, complaint: Omit<Complaint, 'version'>): Promise<void> {
  await db.sql
    .insertInto('complaint')
    .values({
      space_id: db.actor.spaceId,
      id: complaint.id,
      estate_id: complaint.estateId,
      building_id: complaint.buildingId ?? null,
      staircase_id: complaint.staircaseId ?? null,
      home_id: complaint.homeId ?? null,
      person_id: complaint.personId ?? null,
      family_code: complaint.familyCode,
      problem_code: complaint.problemCode,
      words: complaint.words,
      since_said: complaint.since?.said ?? '',
      since_earliest: complaint.since?.earliest ?? null,
      since_latest: complaint.since?.latest ?? null,
      since_precision: complaint.since?.precision ?? null,
      holiday_zone: complaint.holidayZone,
      assigned_to: complaint.assignedTo ?? null,
      follow_up_on: complaint.followUpOn ?? null,
      recorded_by: complaint.recordedBy,
      recorded_at: complaint.recordedAt,
    })
    .execute()
}

export type Care = { readonly assignedTo?: string; readonly followUpOn?: CalendarDay }

/** Who follows it and when to come back to it. False when somebody wrote since it was read: nothing is written then. */
export async function writeCare(db: ScopedDb, id: string, version: number, care: Care): Promise<boolean> {
  const done = await db.sql
    .updateTable('complaint')
    .set({
      assigned_to: care.assignedTo ?? null,
      follow_up_on: care.followUpOn ?? null,
      version: version + 1,
    })
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}
