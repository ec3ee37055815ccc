import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Keyring } from '../access/keyring.ts'
import type { PublicVariables } from './request.ts'

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
