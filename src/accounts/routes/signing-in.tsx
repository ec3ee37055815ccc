import type { PublicApp } from '../../ui/request.ts'
import { takeSessionCookie } from '../../ui/session-cookie.ts'
import { askForLink } from '../actions/links.ts'
import { localPath } from '../domain/local-path.ts'
import { AskForLink, UseLink } from '../forms.ts'
import { endSessionsOf, endSession } from '../store/sessions.ts'
import { enterByLink } from '../store/links.ts'
import { DeadLinkPage, LinkPage, LinkSentPage } from '../views/link-pages.tsx'
import { SignInPage } from '../views/sign-in-page.tsx'
import { doorRefusals } from '../words.fr.ts'
import { callerOf, freshSession, welcome } from './opened-session.ts'

export type DoorSettings = { readonly trustedProxies: readonly string[]; readonly hasProvider: boolean }

/** The way in by a link, and the way out. */
export function signingInRoutes(app: PublicApp, settings: DoorSettings): void {
  app.get('/entrer', (c) => {
    const form = c.var.startForm({ suite: localPath(c.req.query('suite')) ?? '' })
    return c.var.page(
      { title: 'Entrer', islands: true },
      <SignInPage form={form} agents={settings.hasProvider} />,
    )
  })

  app.post('/entrer', async (c) => {
    const read = await c.var.readForm(AskForLink)
    const again = (status: 422 | 429, errors: Record<string, string>) =>
      c.var.page(
        { title: 'Entrer', islands: true, status },
        <SignInPage form={{ ...read.form, errors }} agents={settings.hasProvider} />,
      )
    if (!read.ok) return again(422, { ...read.form.errors })
    const { keyring, publicUrl, now } = c.var
    const caller = callerOf(c, settings.trustedProxies)
    const { email, suite } = read.value
    const asked = await askForLink(keyring, { email, next: suite, caller, publicUrl, now })
    if (!asked.ok) return again(429, { '': doorRefusals[asked.refusal.because] })
    return c.redirect('/entrer/envoye', 303)
  })

  app.get('/entrer/envoye', (c) =>
    c.var.page({ title: 'Regardez vos courriels' }, <LinkSentPage demo={c.var.demo} />),
  )

  // A mail scanner opens every address it reads: looking consumes nothing, only the button does.
  app.get('/entrer/lien', (c) => c.var.page({ title: 'Entrer' }, <LinkPage token={c.req.query('k') ?? ''} />))

  app.post('/entrer/lien', async (c) => {
    const read = await c.var.readForm(UseLink)
    const fresh = freshSession(c)
    const next = await enterByLink(c.var.keyring, read.ok ? read.value.k : '', fresh.session)
    if (next === undefined)
      return c.var.page({ title: 'Ce lien ne sert plus', status: 410 }, <DeadLinkPage />)
    return c.redirect(await welcome(c, fresh, next), 303)
  })

  app.post('/sortir', async (c) => {
    const { visitor, keyring, now, publicUrl } = c.var
    const everywhere = (await c.req.parseBody())['partout'] === 'oui'
    if (visitor && everywhere) await endSessionsOf(keyring, visitor.sessionHash, now, null)
    if (visitor) await endSession(keyring, visitor.sessionHash, now)
    takeSessionCookie(c, publicUrl)
    return c.redirect('/', 303)
  })
}
