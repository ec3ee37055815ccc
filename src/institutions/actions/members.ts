import { isCircleOf } from '../../access/circles.ts'
import { isIn, type ScopedDb } from '../../access/scope.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import {
  type AdministratorRefusal,
  stillAdministrator,
  withoutAdministrator,
} from '../domain/administrators.ts'
import type { InvitationRefusal } from '../domain/invitations.ts'
import { withdrawInvitationsTo } from '../store/invitations.ts'
import { addMembership, endMemberships, holdAdministrators, membershipsOf } from '../store/members.ts'

export type MemberRefusal = AdministratorRefusal | InvitationRefusal | { readonly because: 'not_a_member' }

/** Gives one more circle to somebody who is in the space already. */
export async function addCircle(
  db: ScopedDb,
  accountId: string,
  circle: string,
  now: Date,
): Promise<Result<undefined, MemberRefusal>> {
  if (!isCircleOf(db.actor.kind, circle)) return refuse({ because: 'unknown_circle' })
  const acting = stillAdministrator(await holdAdministrators(db), db.actor.accountId)
  if (!acting.ok) return acting
  const memberships = await membershipsOf(db, accountId)
  const [member] = memberships
  if (!member) return refuse({ because: 'not_a_member' })
  if (memberships.some((m) => m.circle === circle)) return refuse({ because: 'already_member' })
  const { account_id, account_name, account_email } = member
  await addMembership(db, { account_id, account_name, account_email, circle }, now)
  return accept()
}

/** Takes one circle away from somebody; with their last circle, their access to the space ends. */
export async function removeCircle(
  db: ScopedDb,
  accountId: string,
  circle: string,
  now: Date,
): Promise<Result<undefined, MemberRefusal>> {
  const allowed = await mayEnd(db, accountId, [circle])
  if (!allowed.ok) return allowed
  const ended = await endMemberships(db, accountId, [circle], now)
  return ended > 0 ? accept() : refuse({ because: 'not_a_member' })
}

/** Somebody's departure: every circle ends at once, and letters on their way open nothing. What they wrote stays. */
export async function endAccess(
  db: ScopedDb,
  accountId: string,
  now: Date,
): Promise<Result<undefined, MemberRefusal>> {
  const memberships = await membershipsOf(db, accountId)
  const [member] = memberships
  if (!member) return refuse({ because: 'not_a_member' })
  const circles = memberships.map((m) => m.circle)
  const allowed = await mayEnd(db, accountId, circles)
  if (!allowed.ok) return allowed
  await withdrawInvitationsTo(db, member.account_email, now)
  const ended = await endMemberships(db, accountId, circles, now)
  return ended > 0 ? accept() : refuse({ because: 'not_a_member' })
}

/** One's own departure: an administrator names a second one first. */
export async function leaveSpace(db: ScopedDb, now: Date): Promise<Result<undefined, MemberRefusal>> {
  if (isIn(db.actor, 'administrator')) return endAccess(db, db.actor.accountId, now)
  const ended = await endMemberships(db, db.actor.accountId, db.actor.circles, now)
  return ended > 0 ? accept() : refuse({ because: 'not_a_member' })
}

/** Counts the administrators under lock, so that two departures at the same instant cannot both be the last but one. */
async function mayEnd(
  db: ScopedDb,
  accountId: string,
  circles: readonly string[],
): Promise<Result<unknown, MemberRefusal>> {
  const administrators = await holdAdministrators(db)
  const acting = stillAdministrator(administrators, db.actor.accountId)
  if (!acting.ok) return acting
  return circles.includes('administrator') ? withoutAdministrator(administrators, accountId) : accept()
}
