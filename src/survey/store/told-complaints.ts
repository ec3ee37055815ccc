import type { Actor, ScopedDb } from '../../access/scope.ts'
import type { Database } from '../../db/connect.ts'

// Lists are read by the job as the login `system`; a complaint and its line here are written in one scope of the union.

export type ToldComplaint = {
  readonly device: string
  readonly visit: string
  readonly rank: number
  readonly complaintId: string | undefined
  readonly refusal: string | undefined
  readonly told: string
  readonly hasCode: boolean
  readonly differs: boolean
  readonly openedAt: Date
}

type Campaign = { readonly spaceId: string; readonly campaignId: string }

/** What the waits of a campaign became so far. */
export async function toldComplaints(
  db: Database,
  { spaceId, campaignId }: Campaign,
): Promise<readonly ToldComplaint[]> {
  const rows = await db
    .withSchema('union_space')
    .selectFrom('survey_complaint')
    .selectAll()
    .where('space_id', '=', spaceId)
    .where('campaign_id', '=', campaignId)
    .execute()
  return rows.map((row) => ({
    device: row.device_id,
    visit: row.id,
    rank: row.rank,
    complaintId: row.complaint_id ?? undefined,
    refusal: row.refusal ?? undefined,
    told: row.told,
    hasCode: row.has_code,
    differs: row.differs,
    openedAt: row.opened_at,
  }))
}

/** Who holds each device of a space: complaints are opened in their name, with what an officer may do. */
export async function holdersOf(db: Database, spaceId: string): Promise<ReadonlyMap<string, Actor>> {
  const rows = await db
    .withSchema('union_space')
    .selectFrom('survey_device as d')
    .innerJoin('space as s', (join) =>
      join.onRef('s.space_id', '=', 'd.space_id').onRef('s.id', '=', 'd.space_id'),
    )
    .select(['d.id', 'd.account_id', 's.name', 's.institution_id'])
    .where('d.space_id', '=', spaceId)
    .execute()
  return new Map(
    rows.map((row) => [
      row.id,
      {
        accountId: row.account_id,
        accountName: '',
        spaceId,
        spaceName: row.name,
        kind: 'union',
        institutionId: row.institution_id,
        circles: ['officer'],
      },
    ]),
  )
}

type Key = {
  readonly campaignId: string
  readonly device: string
  readonly visit: string
  readonly rank: number
}
type Line = Omit<ToldComplaint, 'openedAt' | 'differs'> & { readonly door: string }

/** Writes what a wait became, in the place of what it was. */
export async function writeTold(db: ScopedDb, campaignId: string, line: Line, now: Date): Promise<void> {
  await forgetTold(db, { ...line, campaignId })
  await db.sql
    .insertInto('survey_complaint')
    .values({
      space_id: db.actor.spaceId,
      campaign_id: campaignId,
      device_id: line.device,
      id: line.visit,
      rank: line.rank,
      home_id: line.door,
      complaint_id: line.complaintId ?? null,
      refusal: line.refusal ?? null,
      told: line.told,
      has_code: line.hasCode,
      opened_at: now,
    })
    .execute()
}

export async function forgetTold(db: ScopedDb, key: Key): Promise<void> {
  await db.sql
    .deleteFrom('survey_complaint')
    .where((row) => row.and(whichIs(db, key)))
    .execute()
}

/** Says that the door and the thread no longer tell the same, or that the code was registered. */
export async function markTold(
  db: ScopedDb,
  key: Key,
  mark: { readonly differs: true } | { readonly has_code: true },
): Promise<void> {
  await db.sql
    .updateTable('survey_complaint')
    .set(mark)
    .where((row) => row.and(whichIs(db, key)))
    .execute()
}

const whichIs = (db: ScopedDb, { campaignId, device, visit, rank }: Key) => ({
  space_id: db.actor.spaceId,
  campaign_id: campaignId,
  device_id: device,
  id: visit,
  rank,
})

/** Whether nobody did anything with this complaint since it was opened: no line, no care, no letter. */
export async function isUntouched(db: ScopedDb, complaintId: string, openedAt: Date): Promise<boolean> {
  const ofIt = { space_id: db.actor.spaceId, complaint_id: complaintId }
  const complaint = db.sql
    .selectFrom('complaint')
    .select('id')
    .where('space_id', '=', db.actor.spaceId)
    .where('id', '=', complaintId)
    .where('version', '=', 1)
    .where('assigned_to', 'is', null)
  const line = db.sql
    .selectFrom('complaint_event')
    .select('id')
    .where((row) => row.and(ofIt))
    .where('recorded_at', '>', openedAt)
  const letter = db.sql
    .selectFrom('letter')
    .select('id')
    .where((row) => row.and(ofIt))
  if (!(await complaint.executeTakeFirst())) return false
  return !(await line.executeTakeFirst()) && !(await letter.executeTakeFirst())
}
