import type { ScopedDb } from '../../access/scope.ts'
import type { Purpose } from '../../people/domain/consent.ts'

export type LookedAtWait = {
  readonly homeId: string
  readonly rank: number
  readonly complaintId: string | undefined
  /** Why it became none; absent, the door now tells something else than the complaint. */
  readonly refusal: string | undefined
}

/** How many complaints came of a campaign, and the waits that a person must look at. */
export async function becameOf(
  db: ScopedDb,
  campaignId: string,
): Promise<{ readonly opened: number; readonly toLookAt: readonly LookedAtWait[] }> {
  const rows = await db.sql
    .selectFrom('survey_complaint')
    .select(['home_id', 'rank', 'complaint_id', 'refusal', 'differs'])
    .where('space_id', '=', db.actor.spaceId)
    .where('campaign_id', '=', campaignId)
    .orderBy('opened_at')
    .execute()
  return {
    opened: rows.filter((row) => row.complaint_id !== null).length,
    toLookAt: rows
      .filter((row) => row.refusal !== null || (row.differs && row.complaint_id !== null))
      .map((row) => ({
        homeId: row.home_id,
        rank: row.rank,
        complaintId: row.complaint_id ?? undefined,
        refusal: row.refusal ?? undefined,
      })),
  }
}

export type ToCallBack = {
  readonly visit: string
  readonly homeId: string
  readonly name: string
  readonly phone: string
  readonly email: string
}

/** Who agreed to be called back and said how, in visits that stand. */
export async function toCallBack(db: ScopedDb, campaignId: string): Promise<readonly ToCallBack[]> {
  const rows = await db.sql
    .selectFrom('survey_said as s')
    .innerJoin('survey_visit as v', (join) =>
      join
        .onRef('v.space_id', '=', 's.space_id')
        .onRef('v.campaign_id', '=', 's.campaign_id')
        .onRef('v.device_id', '=', 's.device_id')
        .onRef('v.id', '=', 's.id'),
    )
    .select(['s.id', 'v.home_id', 's.said'])
    .where('s.space_id', '=', db.actor.spaceId)
    .where('s.campaign_id', '=', campaignId)
    .where('v.is_replaced', '=', false)
    .orderBy('v.said_at')
    .execute()
  return rows.flatMap(({ id, home_id: homeId, said }) => {
    const contact = membersOf(membersOf(said)['contact'])
    const agreed = membersOf(membersOf(said)['consents'])
    const [name, phone, email] = [contact['name'], contact['phone'], contact['email']].map(textOf)
    return CALLED in agreed && (phone || email)
      ? [{ visit: id, homeId, name: name ?? '', phone: phone ?? '', email: email ?? '' }]
      : []
  })
}

const CALLED = 'called_back' satisfies Purpose
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const membersOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
