import type { ScopedDb } from '../../access/scope.ts'
import type { Database } from '../../db/connect.ts'
import { newId } from '../../kernel/ids.ts'
import type { SetAside } from '../domain/hear-events.ts'
import type { CampaignKey } from './unsealing.ts'

/** Instruments that a union published: their answers can be read. As the login `system`. */
export async function publishedVersions(db: Database, spaceId: string): Promise<readonly string[]> {
  const rows = await db
    .withSchema('union_space')
    .selectFrom('instrument')
    .select('version')
    .where('space_id', '=', spaceId)
    .where('published_at', 'is not', null)
    .execute()
  return rows.map(({ version }) => version)
}

/** Counts what this fold could not read, in the place of what the one before could not. */
export async function replaceSetAside(
  db: Database,
  { spaceId, campaignId }: CampaignKey,
  setAside: readonly SetAside[],
  now: Date,
): Promise<void> {
  const union = db.withSchema('union_space')
  await union
    .deleteFrom('survey_set_aside')
    .where('space_id', '=', spaceId)
    .where('campaign_id', '=', campaignId)
    .execute()
  const groups = Map.groupBy(setAside, ({ because, form = '' }) => `${because} ${form}`)
  const rows = [...groups.values()].flatMap((group) => {
    const [first] = group
    if (!first) return []
    const { because, form = '' } = first
    return [{ space_id: spaceId, id: newId(now), campaign_id: campaignId, because, form, n: group.length }]
  })
  if (rows.length > 0) await union.insertInto('survey_set_aside').values(rows).execute()
}

export type Waiting = { readonly because: string; readonly form: string; readonly n: number }

/** What came to a campaign and cannot be read yet. */
export const setAsideOf = (db: ScopedDb, campaignId: string): Promise<readonly Waiting[]> =>
  db.sql
    .selectFrom('survey_set_aside')
    .select(['because', 'form', 'n'])
    .where('space_id', '=', db.actor.spaceId)
    .where('campaign_id', '=', campaignId)
    .orderBy('because')
    .orderBy('form')
    .execute()
