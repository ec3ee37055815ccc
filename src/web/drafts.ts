import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { keepDraft, takeDraft } from '../accounts/public.ts'
import { newToken } from '../access/secrets.ts'
import type { PublicContext } from '../ui/request.ts'
import { shownSession } from '../ui/session-cookie.ts'

const COOKIE = 'palier_brouillon'
const HOUR = 3600

/**
 * A form arrived after its session had ended: what was typed is sealed, and given back on the same page to the same
 * account once it has signed in again. Files are not kept. A browser that never had a session gets nothing.
 */
export async function keepWhatWasTyped(c: PublicContext): Promise<void> {
  const session = shownSession(c)
  const type = c.req.header('content-type') ?? ''
  if (!session || !/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) return
  const body = await c.req.parseBody()
  const values = Object.fromEntries(
    Object.entries(body).filter(([name, v]) => typeof v === 'string' && name !== 'form_token'),
  )
  const token = newToken()
  const { keyring, now } = c.var
  await keepDraft(keyring, {
    token,
    session,
    path: c.req.path,
    body: JSON.stringify(values),
    expiresAt: new Date(now.getTime() + HOUR * 1000),
  })
  const secure = c.var.publicUrl.protocol === 'https:'
  setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: HOUR, secure })
}

/** What this account had typed on this page, taken once. */
export async function giveBackWhatWasTyped(c: PublicContext): Promise<Record<string, string>> {
  const token = getCookie(c, COOKIE)
  const { visitor, keyring, now } = c.var
  if (!token || !visitor || c.req.method !== 'GET') return {}
  const body = await takeDraft(keyring, { token, accountId: visitor.accountId, path: c.req.path, now })
  if (body === undefined) return {}
  deleteCookie(c, COOKIE, { path: '/' })
  return JSON.parse(body) as Record<string, string>
}
