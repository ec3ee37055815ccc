import type { ScopedDb } from '../../access/scope.ts'
import { type CalendarDay, calendarDay } from '../../kernel/calendar-day.ts'

export type Campaign = {
  readonly id: string
  readonly name: string
  readonly startsOn: CalendarDay
  readonly endsOn: CalendarDay
  readonly form: string | null
  readonly key: { readonly id: string; readonly publicKey: string }
}

type NewCampaign = Campaign & { readonly sealedPrivateKey: Buffer; readonly now: Date }

export async function insertCampaign(db: ScopedDb, campaign: NewCampaign): Promise<void> {
  const { spaceId, accountId } = db.actor
  const { id, now, key } = campaign
  await db.sql
    .insertInto('survey_campaign')
    .values({
      space_id: spaceId,
      id,
      name: campaign.name,
      starts_on: campaign.startsOn,
      ends_on: campaign.endsOn,
      form: campaign.form,
      key_id: key.id,
      public_key: key.publicKey,
      recorded_by: accountId,
      recorded_at: now,
    })
    .execute()
  await db.sql
    .insertInto('survey_key')
    .values({
      space_id: spaceId,
      id: key.id,
      campaign_id: id,
      sealed_private_key: campaign.sealedPrivateKey,
      made_at: now,
    })
    .execute()
}

const campaignsQuery = (db: ScopedDb) =>
  db.sql
    .selectFrom('survey_campaign')
    .select(['id', 'name', 'starts_on', 'ends_on', 'form', 'key_id', 'public_key'])
    .where('space_id', '=', db.actor.spaceId)

type Row = Awaited<ReturnType<ReturnType<typeof campaignsQuery>['execute']>>[number]

const campaignOf = (row: Row): Campaign => ({
  id: row.id,
  name: row.name,
  startsOn: calendarDay(row.starts_on),
  endsOn: calendarDay(row.ends_on),
  form: row.form,
  key: { id: row.key_id, publicKey: row.public_key },
})

export async function listCampaigns(db: ScopedDb): Promise<readonly Campaign[]> {
  return (await campaignsQuery(db).orderBy('starts_on', 'desc').orderBy('id').execute()).map(campaignOf)
}

export async function findCampaign(db: ScopedDb, id: string): Promise<Campaign | undefined> {
  const row = await campaignsQuery(db).where('id', '=', id).executeTakeFirst()
  return row && campaignOf(row)
}
