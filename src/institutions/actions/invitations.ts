import { isCircleOf } from '../../access/circles.ts'
import type { ScopedDb } from '../../access/scope.ts'
import { newToken } from '../../access/secrets.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { type AdministratorRefusal, stillAdministrator } from '../domain/administrators.ts'
import {
  endOfInvitation,
  INVITATION_DAYS,
  INVITATION_PURPOSE,
  type InvitationRefusal,
  stateOfInvitation,
} from '../domain/invitations.ts'
import {
  addInvitation,
  holdInvitation,
  type InvitationRow,
  renewInvitation,
  withdrawExpired,
  withdrawInvitation,
} from '../store/invitations.ts'
import { holdAdministrators, listMemberships } from '../store/members.ts'
import { findSpace } from '../store/space.ts'
import { type Sending, sendInvitation } from './send-invitation.ts'

type Refusal = InvitationRefusal | AdministratorRefusal
export type Invited = {
  readonly name: string
  readonly email: string
  readonly circle: string
  readonly days: number
}

/** Writes an invitation and posts its letter, in one transaction: no letter without a row, no row without a letter. */
export async function invitePerson(
  db: ScopedDb,
  { name, email, circle, days }: Invited,
  sending: Sending,
): Promise<Result<string, Refusal>> {
  if (!isCircleOf(db.actor.kind, circle)) return refuse({ because: 'unknown_circle' })
  const acting = stillAdministrator(await holdAdministrators(db), db.actor.accountId)
  if (!acting.ok) return acting
  const members = await listMemberships(db)
  if (members.some((m) => m.account_email === email && m.circle === circle))
    return refuse({ because: 'already_member' })
  const { now } = sending
  await withdrawExpired(db, now)
  const token = newToken()
  const expiresAt = endOfInvitation(now, days)
  const hash = sending.secrets.hash(INVITATION_PURPOSE, token)
  const id = await addInvitation(db, { hash, email, name, circle, now, expiresAt })
  if (id === undefined) return refuse({ because: 'already_invited' })
  const { name: space } = await findSpace(db)
  await sendInvitation(db, { email, name, circle, kind: db.actor.kind, space, token, expiresAt }, sending)
  return accept(id)
}

/** A new letter with a new token for as many days as before; the old letter opens nothing any more. */
export async function resendInvitation(
  db: ScopedDb,
  id: string,
  sending: Sending,
): Promise<Result<undefined, Refusal>> {
  const held = await holdOpenInvitation(db, id, sending.now)
  if (!held.ok) return held
  const { email, name, circle } = held.value
  const token = newToken()
  const expiresAt = endOfInvitation(sending.now, daysOf(held.value))
  const hash = sending.secrets.hash(INVITATION_PURPOSE, token)
  await renewInvitation(db, id, { hash, now: sending.now, expiresAt })
  const { name: space } = await findSpace(db)
  await sendInvitation(db, { email, name, circle, kind: db.actor.kind, space, token, expiresAt }, sending)
  return accept()
}

export async function takeInvitationBack(
  db: ScopedDb,
  id: string,
  now: Date,
): Promise<Result<undefined, Refusal>> {
  const held = await holdOpenInvitation(db, id, now)
  if (!held.ok) return held
  await withdrawInvitation(db, id, now)
  return accept()
}

/** An expired invitation may still be sent again, or taken back. */
async function holdOpenInvitation(
  db: ScopedDb,
  id: string,
  now: Date,
): Promise<Result<InvitationRow, Refusal>> {
  const acting = stillAdministrator(await holdAdministrators(db), db.actor.accountId)
  if (!acting.ok) return acting
  const invitation = await holdInvitation(db, id)
  const state = invitation && stateOfInvitation(invitation, now)
  const isOpen = state === 'waiting' || state === 'expired'
  return invitation && isOpen ? accept(invitation) : refuse({ because: 'invitation_closed' })
}

const daysOf = ({ invited_at, expires_at }: InvitationRow): number =>
  Math.min(
    INVITATION_DAYS.most,
    Math.max(INVITATION_DAYS.least, Math.round((expires_at.getTime() - invited_at.getTime()) / 86_400_000)),
  )
