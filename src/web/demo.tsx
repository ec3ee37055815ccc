import { newToken } from '../access/secrets.ts'
import { openSession } from '../accounts/public.ts'
import { newId } from '../kernel/ids.ts'
import { DEMO_PEOPLE, demoAccountId } from '../seed/demo-people.ts'
import { GalleryPage } from '../ui/gallery.tsx'
import type { PublicApp } from '../ui/request.ts'
import { giveSessionCookie, sessionEnd, sessionHash } from '../ui/session-cookie.ts'
import { DemoPage } from './views/demo-page.tsx'

/** Mounted in demonstration only (DESIGN.md wall 7): there, anybody may become anybody, and the database says so for ever. */
export function demoRoutes(app: PublicApp): void {
  app.get('/demo', (c) => c.var.page({ title: 'Le quartier inventé' }, <DemoPage people={DEMO_PEOPLE} />))
  app.post('/demo', async (c) => {
    const { personne } = await c.req.parseBody()
    const person = DEMO_PEOPLE.find((p) => p.key === personne)
    if (!person) return c.notFound()
    const { keyring, now, publicUrl } = c.var
    const token = newToken()
    await openSession(keyring, {
      hash: sessionHash(keyring, token),
      id: newId(now),
      accountId: demoAccountId(person.key),
      device: 'Démonstration',
      now,
      until: sessionEnd(now),
      secondFactorAt: now,
    })
    giveSessionCookie(c, publicUrl, token)
    return c.redirect('/aujourdhui', 303)
  })
  app.get('/demo/composants', (c) =>
    c.var.page({ title: 'Composants' }, <GalleryPage dir={c.req.query('sens') === 'rtl' ? 'rtl' : 'ltr'} />),
  )
}
