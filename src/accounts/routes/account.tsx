import { circleName } from '../../institutions/public.ts'
import { isUuid } from '../../kernel/ids.ts'
import type { FormState } from '../../ui/form.tsx'
import type { PublicApp, PublicContext, Visitor } from '../../ui/request.ts'
import { ChooseSpace, EndSession, RenameAccount } from '../forms.ts'
import { passkeysOf } from '../store/passkeys.ts'
import { chooseSpace, endSessionsOf, renameAccount, sessionsOf, spacesOfSession } from '../store/sessions.ts'
import { AccountPage } from '../views/account-page.tsx'
import { SpacesPage } from '../views/spaces-page.tsx'
import { signedIn } from './signed-in.ts'

async function accountPage(c: PublicContext, visitor: Visitor, form: FormState, status: 200 | 422 = 200) {
  const { keyring, now } = c.var
  const sessions = await sessionsOf(keyring, visitor.sessionHash, now)
  const passkeys = await passkeysOf(keyring, visitor.sessionHash, now)
  return c.var.page(
    { title: 'Votre compte', islands: true, status },
    <AccountPage visitor={visitor} form={form} sessions={sessions} passkeys={passkeys} />,
  )
}

/** One's own account: name, sessions, keys, and the spaces it opens. */
export function accountRoutes(app: PublicApp): void {
  app.get('/compte', (c) => {
    const visitor = signedIn(c)
    if (visitor instanceof Response) return visitor
    return accountPage(c, visitor, c.var.startForm({ name: visitor.accountName }))
  })
  app.post('/compte', async (c) => {
    const visitor = signedIn(c)
    if (visitor instanceof Response) return visitor
    const read = await c.var.readForm(RenameAccount)
    if (!read.ok) return accountPage(c, visitor, read.form, 422)
    await renameAccount(c.var.keyring, visitor.sessionHash, c.var.now, read.value.name)
    return c.redirect('/compte', 303)
  })
  app.post('/compte/sessions/fermer', async (c) => {
    const visitor = signedIn(c)
    if (visitor instanceof Response) return visitor
    const read = await c.var.readForm(EndSession)
    if (!read.ok || !isUuid(read.value.session)) return c.notFound()
    await endSessionsOf(c.var.keyring, visitor.sessionHash, c.var.now, read.value.session)
    return c.redirect('/compte', 303)
  })

  app.get('/espaces', async (c) => {
    const visitor = signedIn(c)
    if (visitor instanceof Response) return visitor
    const spaces = await spacesOfSession(c.var.keyring, visitor.sessionHash, c.var.now)
    const here = c.var.actor?.spaceId
    return c.var.page(
      { title: 'Vos espaces' },
      <SpacesPage spaces={spaces} here={here} factor={visitor.secondFactorAt} circleName={circleName} />,
    )
  })
  app.post('/espaces', async (c) => {
    const visitor = signedIn(c)
    if (visitor instanceof Response) return visitor
    const read = await c.var.readForm(ChooseSpace)
    const { keyring, now } = c.var
    if (!read.ok || !isUuid(read.value.espace)) return c.notFound()
    const { espace } = read.value
    if (!(await chooseSpace(keyring, visitor.sessionHash, now, espace))) return c.notFound()
    const chosen = (await spacesOfSession(keyring, visitor.sessionHash, now)).find(
      (s) => s.space_id === espace,
    )
    const due = chosen?.requires_second_factor && !visitor.secondFactorAt
    return c.redirect(due ? '/compte/second-facteur?suite=/aujourdhui' : '/aujourdhui', 303)
  })
}
