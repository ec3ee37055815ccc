import { sql } from 'kysely'
import type { ScopedDb } from '../../access/scope.ts'
import { SAMPLINGS } from '../domain/event.ts'
import type { ToldCampaign, ToldCase } from '../domain/told-case.ts'

/** Campaigns at whose doors waits became complaints, the latest first. */
export async function toldCampaigns(db: ScopedDb): Promise<readonly ToldCampaign[]> {
  const { rows } = await sql<ToldCampaign>`
    select c.id, c.name, count(*)::int as told from survey_campaign c
    join survey_complaint k on k.space_id = c.space_id and k.campaign_id = c.id
    where c.space_id = ${db.actor.spaceId}
    group by c.space_id, c.id, c.name, c.starts_on having count(k.complaint_id) > 0
    order by c.starts_on desc, c.id`.execute(db.sql)
  return rows
}

/**
 * The waits told in a campaign, as their complaints know them now. A phone's clock may be wrong: a visit is of its
 * campaign and not after its complaint was opened.
 */
export async function toldCases(db: ScopedDb, campaignId: string): Promise<readonly ToldCase[]> {
  const { rows } = await sql<Omit<ToldCase, 'sampling'> & { sampling: string | null }>`
    select s.estate_id as "estateId", s.family_code as "familyCode", w.opened_day as opened, w.closed_day as closed,
      w.outcome, v.sampling, greatest(c.starts_on, least((v.said_at at time zone 'Europe/Paris')::date,
        (k.opened_at at time zone 'Europe/Paris')::date)) - date '1970-01-01' as seen, sum(w.n)::int as n
    from survey_complaint k
    join survey_campaign c on c.space_id = k.space_id and c.id = k.campaign_id
    join survey_visit v on v.space_id = k.space_id and v.campaign_id = k.campaign_id and v.device_id = k.device_id and v.id = k.id
    join complaint_state s on s.space_id = k.space_id and s.complaint_id = k.complaint_id
    cross join jsonb_to_recordset(s.cells::jsonb) as w(opened_day int, closed_day int, outcome int, n int)
    where k.space_id = ${db.actor.spaceId} and k.campaign_id = ${campaignId}
    group by k.device_id, k.id, k.rank, 1, 2, 3, 4, 5, 6, 7 having sum(w.n) <> 0`.execute(db.sql)
  return rows.map((row) => ({
    ...row,
    sampling: SAMPLINGS.find((route) => route === row.sampling) ?? 'systematic',
  }))
}
