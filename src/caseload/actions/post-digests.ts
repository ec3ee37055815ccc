import type { Secrets } from '../../access/secrets.ts'
import type { Logins } from '../../db/connect.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { postMail } from '../../mail/post.ts'
import { digestLetter } from '../domain/digest-letter.fr.ts'
import { type Digest, digestMailId, digestsOf, isPosted } from '../store/digests.ts'

type Posting = {
  readonly secrets: Secrets
  readonly publicUrl: URL
  readonly now: Date
  readonly today: CalendarDay
}

/** After the day it says nothing true any more. */
const LASTS = 16 * 3_600_000

/** Puts today's letters in the outbox, each once, in a transaction of its own. @returns how many were new. */
export async function postDigests(logins: Logins, posting: Posting): Promise<number> {
  let posted = 0
  for (const digest of await digestsOf(logins.system, posting.today))
    if (digest.toFollowUp + digest.promisesPassed > 0) posted += await postOne(logins, digest, posting)
  return posted
}

function postOne(
  logins: Logins,
  digest: Digest,
  { secrets, publicUrl, now, today }: Posting,
): Promise<number> {
  const id = digestMailId(digest, today)
  return logins.system.transaction().execute(async (tx) => {
    if (await isPosted(tx, id)) return 0
    const until = new Date(now.getTime() + LASTS)
    const letter = {
      id,
      to: digest.email,
      spaceId: digest.spaceId,
      until,
      ...digestLetter(digest, publicUrl),
    }
    await postMail({ sql: tx }, secrets, letter, now)
    return 1
  })
}
