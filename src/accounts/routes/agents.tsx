import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { PublicApp, PublicContext } from '../../ui/request.ts'
import { comeBackFromProvider, leaveForProvider, type Provider, providerAt } from '../actions/agents.ts'
import { localPath } from '../domain/local-path.ts'
import { AgentRefusedPage } from '../views/agent-pages.tsx'
import { freshSession, welcome } from './opened-session.ts'

const COOKIE = 'palier_agent'
const PATH = '/entrer/agent'

/** Agents of landlords and authorities, vouched for by their provider (ProConnect's shape). */
export function agentRoutes(app: PublicApp, provider: Provider | undefined): void {
  if (!provider) return
  const find = providerAt(provider)
  const refused = (c: PublicContext, because: 'provider_away' | 'not_vouched_for' | 'nobody_expected') =>
    c.var.page(
      { title: 'Vous n’êtes pas entré·e', status: because === 'provider_away' ? 503 : 403 },
      <AgentRefusedPage because={because} />,
    )

  app.get(PATH, async (c) => {
    const { keyring, publicUrl, now } = c.var
    const next = localPath(c.req.query('suite')) ?? '/'
    const leave = await leaveForProvider(keyring, find, { publicUrl, next, now })
    if (!leave.ok) return refused(c, leave.refusal.because)
    const secure = publicUrl.protocol === 'https:'
    setCookie(c, COOKIE, leave.value.kept, {
      httpOnly: true,
      sameSite: 'Lax',
      path: PATH,
      maxAge: 600,
      secure,
    })
    return c.redirect(leave.value.to.href, 303)
  })

  app.get(`${PATH}/retour`, async (c) => {
    const { keyring, publicUrl } = c.var
    const fresh = freshSession(c)
    const kept = getCookie(c, COOKIE) ?? ''
    deleteCookie(c, COOKIE, { path: PATH })
    const { search } = new URL(c.req.url)
    const back = await comeBackFromProvider(keyring, find, {
      publicUrl,
      search,
      kept,
      session: fresh.session,
    })
    if (!back.ok) return refused(c, back.refusal.because)
    return c.redirect(await welcome(c, fresh, back.value), 303)
  })
}
