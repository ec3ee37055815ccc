import type { MiddlewareHandler } from 'hono'
import { findSession, type FoundSession } from '../accounts/public.ts'
import type { Actor } from '../access/scope.ts'
import type { PublicVariables, Visitor } from '../ui/request.ts'
import { shownSession } from '../ui/session-cookie.ts'

/** Finds who is there and in which space, from the memberships of this very moment. */
export const whoIsThere: MiddlewareHandler<{ Variables: PublicVariables }> = async (c, next) => {
  const hash = shownSession(c)
  const found = hash && (await findSession(c.var.keyring, hash, c.var.now))
  if (hash && found) {
    c.set('visitor', visitorOf(found, hash))
    c.set('actor', actorOf(found))
  }
  await next()
}

const visitorOf = (s: FoundSession, hash: Buffer): Visitor => ({
  accountId: s.account_id,
  accountName: s.account_name,
  accountEmail: s.account_email,
  sessionId: s.session_id,
  sessionHash: hash,
  hasSecondFactor: s.has_second_factor,
  secondFactorAt: s.second_factor_at,
})

/** No actor while a second factor is due: the account's own pages open, the space does not. */
function actorOf(s: FoundSession): Actor | undefined {
  if (!s.space_id || !s.kind || !s.institution_id) return undefined
  const due = s.has_second_factor || s.requires_second_factor
  if (due && !s.second_factor_at) return undefined
  return {
    accountId: s.account_id,
    accountName: s.account_name,
    spaceId: s.space_id,
    spaceName: s.space_name ?? '',
    kind: s.kind,
    institutionId: s.institution_id,
    circles: s.circles ?? [],
  }
}
