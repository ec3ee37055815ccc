import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { findSession, type FoundSession, touchSession } from '../accounts/public.ts'
import type { Keyring } from '../access/keyring.ts'
import type { Actor } from '../access/scope.ts'
import type { PublicVariables, Visitor } from '../ui/request.ts'

const COOKIE = 'palier'
const DAYS = 30

/** Behind TLS the browser itself refuses this name to any other host or path. */
const cookieName = (publicUrl: URL): string => (publicUrl.protocol === 'https:' ? `__Host-${COOKIE}` : COOKIE)

export function giveSessionCookie(c: Context, publicUrl: URL, token: string): void {
  const secure = publicUrl.protocol === 'https:'
  setCookie(c, cookieName(publicUrl), token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    secure,
    maxAge: DAYS * 86_400,
  })
}

export const takeSessionCookie = (c: Context, publicUrl: URL): void =>
  void deleteCookie(c, cookieName(publicUrl), { path: '/', secure: publicUrl.protocol === 'https:' })

export const sessionHash = (keyring: Keyring, token: string): Buffer => keyring.secrets.hash('session', token)

export const sessionEnd = (now: Date): Date => new Date(now.getTime() + DAYS * 86_400_000)

/** The session this browser shows, alive or not: its hash is what a draft is kept under. */
export function shownSession(c: Context<{ Variables: PublicVariables }>): Buffer | undefined {
  const token = getCookie(c, cookieName(c.var.publicUrl))
  return token ? sessionHash(c.var.keyring, token) : undefined
}

/** Finds who is there and in which space, from the memberships of this very moment. */
export const whoIsThere: MiddlewareHandler<{ Variables: PublicVariables }> = async (c, next) => {
  const hash = shownSession(c)
  const found = hash && (await findSession(c.var.keyring, hash, c.var.now))
  if (hash && found) {
    c.set('visitor', visitorOf(found, hash))
    c.set('actor', actorOf(found))
    await touchSession(c.var.keyring, hash, c.var.now)
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
