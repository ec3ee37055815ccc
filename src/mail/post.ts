import type { Secrets } from '../access/secrets.ts'
import type { Database } from '../db/connect.ts'
import { newId } from '../kernel/ids.ts'
import { putMail } from './store.ts'

export type Letter = {
  /** A name of its own, when the same letter must not be posted twice. */
  readonly id?: string
  readonly to: string
  readonly subject: string
  /** Plain text. Sealed at once: no table holds a link or a code in clear. */
  readonly body: string
  /** The space whose administrators see that this letter left; nobody's when absent. */
  readonly spaceId?: string
  /** After this instant the letter is worth nothing and is not sent. */
  readonly until?: Date
}

/**
 * Puts a letter in the outbox, in the transaction of `db`: what is rolled back is never sent. Any login may call it
 * (`ScopedDb` or `Keyring`); only the holder of the secret can make a body that opens.
 */
export async function postMail(
  db: { readonly sql: Database },
  secrets: Secrets,
  letter: Letter,
  now: Date,
): Promise<void> {
  await putMail(db.sql, {
    id: letter.id ?? newId(now),
    spaceId: letter.spaceId ?? null,
    recipient: letter.to,
    subject: letter.subject,
    sealed: secrets.seal(letter.body),
    now,
    until: letter.until ?? null,
  })
}
