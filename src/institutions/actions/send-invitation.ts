import type { ScopedDb } from '../../access/scope.ts'
import type { Secrets } from '../../access/secrets.ts'
import { sayDay } from '../../kernel/french-calendar.fr.ts'
import { dayIn } from '../../kernel/calendar-day.ts'
import { postMail } from '../../mail/post.ts'
import { invitationPath } from '../domain/invitations.ts'
import { invitationLetter } from '../words.fr.ts'

/** What sending a letter needs besides the transaction. */
export type Sending = { readonly now: Date; readonly publicUrl: URL; readonly secrets: Secrets }

type Invitation = {
  readonly email: string
  readonly name: string
  readonly kind: string
  readonly circle: string
  readonly space: string
  readonly token: string
  readonly expiresAt: Date
}

/** Posts the letter in the invitation's own transaction; it is not sent any more once the invitation has expired. */
export async function sendInvitation(
  db: ScopedDb,
  { email, name, kind, circle, space, token, expiresAt }: Invitation,
  { now, publicUrl, secrets }: Sending,
): Promise<void> {
  const link = new URL(invitationPath(token), publicUrl).href
  const until = sayDay(dayIn(expiresAt))
  const { subject, text } = invitationLetter({ name, kind, circle, space, link, until })
  const letter = { to: email, subject, body: text, spaceId: db.actor.spaceId, until: expiresAt }
  await postMail(db, secrets, letter, now)
}
