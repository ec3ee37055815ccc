import { sql } from 'kysely'
import type { Database } from '../../db/connect.ts'
import { type CalendarDay, calendarDay } from '../../kernel/calendar-day.ts'
import type { Visit } from '../domain/fold-visits.ts'
import type { SetAside } from '../domain/hear-events.ts'

// What the job `unseal` does, as the login `system`: it serves every union, and says which in each `where`.
const union = (db: Database) => db.withSchema('union_space')

export type CampaignKey = {
  readonly spaceId: string
  readonly campaignId: string
  readonly keyId: string
  readonly sealedPrivateKey: Buffer
  readonly startsOn: CalendarDay
}

/**
 * Campaigns to which something came that was not looked at, or whose set-aside answers can be read now, with the key that
 * opens them. `builtIn`: instruments that every union knows.
 */
export async function campaignsToOpen(
  db: Database,
  builtIn: readonly string[],
): Promise<readonly CampaignKey[]> {
  const rows = await union(db)
    .selectFrom('survey_key as k')
    .innerJoin('survey_campaign as c', (join) =>
      join.onRef('c.space_id', '=', 'k.space_id').onRef('c.id', '=', 'k.campaign_id'),
    )
    .select(['k.space_id', 'k.campaign_id', 'k.id', 'k.sealed_private_key', 'c.starts_on'])
    .where((e) => e.or([SOMETHING_CAME, nowReadable(builtIn)]))
    .execute()
  return rows.map((row) => ({
    spaceId: row.space_id,
    campaignId: row.campaign_id,
    keyId: row.id,
    sealedPrivateKey: row.sealed_private_key,
    startsOn: calendarDay(row.starts_on),
  }))
}

const SOMETHING_CAME = sql<boolean>`exists (select from union_space.survey_envelope s
  where s.space_id = k.space_id and s.campaign_id = k.campaign_id and s.opened is null and s.failure is null)`

const nowReadable = (
  builtIn: readonly string[],
) => sql<boolean>`exists (select from union_space.survey_set_aside a
  where a.space_id = k.space_id and a.campaign_id = k.campaign_id and a.because = ${'unknown_form' satisfies SetAside['because']}
    and (a.form = any (${builtIn}) or exists (select from union_space.instrument i
      where i.space_id = a.space_id and i.version = a.form and i.published_at is not null)))`

export type KeptEnvelope = {
  readonly id: string
  readonly sha256: string
  readonly device: string
  readonly seq: number
  readonly body: Buffer
  readonly opened: Buffer | null
  readonly failure: string | null
  readonly marks: readonly string[]
}

/** One turn at a time folds a campaign, in however many processes. */
export async function takeTurn(db: Database, campaignId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${campaignId}, 131))`.execute(db)
}

/** All that came to a campaign. */
export async function envelopesOf(
  db: Database,
  { spaceId, campaignId }: CampaignKey,
): Promise<readonly KeptEnvelope[]> {
  const rows = await union(db)
    .selectFrom('survey_envelope')
    .select(['id', 'sha256', 'device_id', 'seq', 'body', 'opened', 'failure', 'marks'])
    .where('space_id', '=', spaceId)
    .where('campaign_id', '=', campaignId)
    .execute()
  return rows.map(({ device_id, ...row }) => ({ ...row, device: device_id }))
}

export async function writeOpened(
  db: Database,
  spaceId: string,
  { id, sha256 }: KeptEnvelope,
  result: { readonly opened: Buffer } | { readonly failure: string },
): Promise<void> {
  await union(db)
    .updateTable('survey_envelope')
    .set(result)
    .where('space_id', '=', spaceId)
    .where('id', '=', id)
    .where('sha256', '=', sha256)
    .execute()
}

/** What PostgreSQL takes for JSON: a NUL or half a character, that a phone may send, would stop a whole campaign. */
const storable = (value: unknown): string => JSON.stringify(cleaned(value))
function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return readable(value)
  if (Array.isArray(value)) return value.map(cleaned)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inside]) => [readable(name), cleaned(inside)]))
}
const readable = (text: string): string => text.replaceAll('\0', '').toWellFormed()
const small = (number: number | null): number | null =>
  number !== null && Math.abs(number) < 2 ** 31 ? number : null

/** Who does not want it kept is not read: their answers and how to reach them stay sealed, as they came. */
function readableOf({ answers, form, contact, consents, blobs, withdrawn }: Visit) {
  if (!withdrawn.includes('kept')) return { answers, form, contact, consents, blobs }
  return { answers: {}, form, contact: consents.called_back ? contact : undefined, consents, blobs: [] }
}

/** A visit as it is kept: its code is not, it opens a complaint and belongs to the household alone. */
function rowsOf({ spaceId, campaignId }: CampaignKey, visit: Visit) {
  const key = { space_id: spaceId, campaign_id: campaignId, device_id: visit.device, id: visit.id }
  const { staircase = null, floor = null, position = null } = visit.place ?? {}
  return {
    said: { ...key, said: storable(readableOf(visit)) },
    visit: {
      ...key,
      home_id: visit.door,
      staircase_id: staircase,
      floor: small(floor),
      position: small(position),
      sampling: visit.sampling ?? null,
      outcome: visit.outcome ?? null,
      come_back_on: visit.comeBackOn,
      said_at: new Date(visit.said),
      last_seq: visit.lastSeq,
      is_closed: visit.isClosed,
      is_replaced: visit.isReplaced,
      shares_door: visit.sharesDoor,
    },
  }
}

/** The visits of a campaign, whole, in the place of those that were there: folding again changes nothing. */
export async function replaceVisits(
  db: Database,
  campaign: CampaignKey,
  visits: readonly Visit[],
): Promise<void> {
  const rows = visits.map((visit) => rowsOf(campaign, visit))
  for (const table of ['survey_said', 'survey_visit'] as const) {
    await union(db)
      .deleteFrom(table)
      .where('space_id', '=', campaign.spaceId)
      .where('campaign_id', '=', campaign.campaignId)
      .execute()
  }
  for (let at = 0; at < rows.length; at += 1000) {
    const batch = rows.slice(at, at + 1000)
    await union(db)
      .insertInto('survey_visit')
      .values(batch.map(({ visit }) => visit))
      .execute()
    await union(db)
      .insertInto('survey_said')
      .values(batch.map(({ said }) => said))
      .execute()
  }
}
