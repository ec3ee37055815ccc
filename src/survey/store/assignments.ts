import type { ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, calendarDay } from '../../kernel/calendar-day.ts'

export type Assignment = {
  readonly id: string
  readonly campaignId: string
  readonly staircaseId: string
  /** Its staircase, building and estate, by name. */
  readonly place: { readonly staircase: string; readonly building: string; readonly estate: string }
  readonly accountId: string
  readonly canvasser: string
  readonly from: CalendarDay
  readonly to: CalendarDay
  readonly instructions: string
  readonly revokedAt: Date | undefined
}

export type NewAssignment = Pick<
  Assignment,
  'id' | 'campaignId' | 'staircaseId' | 'accountId' | 'from' | 'to' | 'instructions'
>

/** False when this staircase is already given to this person. */
export async function insertAssignment(db: ScopedDb, made: NewAssignment, now: Date): Promise<boolean> {
  const done = await db.sql
    .insertInto('survey_assignment')
    .values({
      space_id: db.actor.spaceId,
      id: made.id,
      campaign_id: made.campaignId,
      staircase_id: made.staircaseId,
      account_id: made.accountId,
      from_on: made.from,
      to_on: made.to,
      instructions: made.instructions,
      recorded_by: db.actor.accountId,
      recorded_at: now,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** False when there is no such live assignment. What was noted under it is received all the same, marked. */
export async function revokeAssignmentRow(
  db: ScopedDb,
  campaignId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const done = await db.sql
    .updateTable('survey_assignment')
    .set({ revoked_at: now })
    .where('space_id', '=', db.actor.spaceId)
    .where('campaign_id', '=', campaignId)
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

const assignmentsQuery = (db: ScopedDb) =>
  db.sql
    .selectFrom('survey_assignment as a')
    .innerJoin('staircase as s', 's.id', 'a.staircase_id')
    .innerJoin('building as b', 'b.id', 's.building_id')
    .innerJoin('estate as e', 'e.id', 'b.estate_id')
    .select([
      'a.id',
      'a.campaign_id',
      'a.staircase_id',
      'a.account_id',
      'a.from_on',
      'a.to_on',
      'a.instructions',
    ])
    .select(['a.revoked_at', 's.name as staircase', 'b.name as building', 'e.name as estate'])
    .select((query) =>
      query
        .selectFrom('membership as m')
        .select('m.account_name')
        .whereRef('m.account_id', '=', 'a.account_id')
        .where('m.space_id', '=', db.actor.spaceId)
        .limit(1)
        .as('canvasser'),
    )
    .where('a.space_id', '=', db.actor.spaceId)
    .orderBy('e.name')
    .orderBy('b.name')
    .orderBy('s.name')

type Row = Awaited<ReturnType<ReturnType<typeof assignmentsQuery>['execute']>>[number]

const assignmentOf = (row: Row): Assignment => ({
  id: row.id,
  campaignId: row.campaign_id,
  staircaseId: row.staircase_id,
  place: { staircase: row.staircase, building: row.building, estate: row.estate },
  accountId: row.account_id,
  canvasser: row.canvasser ?? '',
  from: calendarDay(row.from_on),
  to: calendarDay(row.to_on),
  instructions: row.instructions,
  revokedAt: row.revoked_at ?? undefined,
})

/** The assignments of a campaign that this person may see. */
export async function assignmentsOf(db: ScopedDb, campaignId: string): Promise<readonly Assignment[]> {
  return (await assignmentsQuery(db).where('a.campaign_id', '=', campaignId).execute()).map(assignmentOf)
}

/** What somebody walks on this day. */
export async function ownAssignments(db: ScopedDb, today: CalendarDay): Promise<readonly Assignment[]> {
  const rows = await assignmentsQuery(db)
    .where('a.account_id', '=', db.actor.accountId)
    .where('a.revoked_at', 'is', null)
    .where('a.to_on', '>=', today)
    .execute()
  return rows.map(assignmentOf)
}

export type Canvasser = { readonly accountId: string; readonly name: string }

/** Who may be given a staircase: the field of this union. */
export async function listCanvassers(db: ScopedDb): Promise<readonly Canvasser[]> {
  const rows = await db.sql
    .selectFrom('membership')
    .select(['account_id', 'account_name'])
    .distinct()
    .where('space_id', '=', db.actor.spaceId)
    .where('ended_at', 'is', null)
    .where('circle', 'in', ['organiser', 'steward', 'canvasser', 'officer'])
    .orderBy('account_name')
    .execute()
  return rows.map((row) => ({ accountId: row.account_id, name: row.account_name }))
}

export type WalkedStaircase = { readonly id: string; readonly name: string; readonly group: string }

/** Staircases where this union has homes: those one can walk. */
export async function listWalkedStaircases(db: ScopedDb): Promise<readonly WalkedStaircase[]> {
  const rows = await db.sql
    .selectFrom('home as h')
    .innerJoin('staircase as s', 's.id', 'h.staircase_id')
    .innerJoin('building as b', 'b.id', 's.building_id')
    .innerJoin('estate as e', 'e.id', 'b.estate_id')
    .select(['s.id', 's.name', 'b.name as building', 'e.name as estate'])
    .distinct()
    .where('h.space_id', '=', db.actor.spaceId)
    .where('h.merged_into', 'is', null)
    .orderBy('e.name')
    .orderBy('b.name')
    .orderBy('s.name')
    .execute()
  return rows.map(({ id, name, building, estate }) => ({ id, name, group: `${estate}, ${building}` }))
}
