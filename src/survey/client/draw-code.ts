import { type FollowUpCode, newFollowUpCode } from '../../followup/domain/follow-up-code.ts'
import type { OpenVisit } from './database.ts'
import type { Place } from './gestures.ts'
import { keep } from './outbox.ts'

/** Draws the household's code: sealed on the disk first, then shown. Whoever is given it holds the only readable copy. */
export async function drawCode(
  { disk, campaign }: Place,
  { visit, door }: Pick<OpenVisit, 'visit' | 'door'>,
): Promise<FollowUpCode> {
  const code = newFollowUpCode(crypto.getRandomValues(new Uint8Array(10)))
  await keep(disk, campaign, [{ visit, door, form: campaign.form, kind: 'code_drawn', body: { code } }])
  return code
}
