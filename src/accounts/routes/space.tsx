import type { Logins } from '../../db/connect.ts'
import { isUuid } from '../../kernel/ids.ts'
import { lastMails, lettersOf } from '../../mail/store.ts'
import { isIn } from '../../access/scope.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { PublicApp, SpaceApp, SpaceContext } from '../../ui/request.ts'
import { helpBackIn } from '../actions/reset-access.ts'
import { ResetAccess } from '../forms.ts'
import { memberNamed } from '../store/second-factors.ts'
import { DemoMailPage, OutboxPage } from '../views/outbox-pages.tsx'
import { ResetAccessPage } from '../views/reset-access-page.tsx'

const SPACE_CRUMB = { href: '/espace', label: 'Espace' }

/** What the administrators of a space do for accounts: help somebody back in, and see which letters left. */
export function accountSpaceRoutes(app: SpaceApp): void {
  app.get('/espace/acces/:account', async (c) => {
    const member = await findMember(c)
    if (!member) return c.notFound()
    return resetAccessPage(c, member.name, c.var.startForm())
  })
  app.post('/espace/acces/:account', async (c) => {
    const member = await findMember(c)
    if (!member) return c.notFound()
    const read = await c.var.readForm(ResetAccess)
    if (!read.ok) return resetAccessPage(c, member.name, read.form, 422)
    const { keyring, publicUrl, now, visitor } = c.var
    const asked = { accountId: c.req.param('account'), sessionHash: visitor.sessionHash, publicUrl, now }
    const done = await c.var.once(async (db) => {
      const helped = await helpBackIn(db, { ...asked, secrets: keyring.secrets })
      return helped.ok ? accept('/espace') : helped
    })
    return done.ok ? c.redirect(done.value, 303) : c.notFound()
  })

  app.get('/espace/courriers', async (c) => {
    const { actor, keyring, visitor, now } = c.var
    if (!isIn(actor, 'administrator')) return c.notFound()
    const letters = await lettersOf(keyring, visitor.sessionHash, now, actor.spaceId)
    const crumbs = [SPACE_CRUMB, { label: 'Courriers' }]
    return c.var.page({ title: 'Courriers de l’espace', crumbs }, <OutboxPage letters={letters} />)
  })
}

function resetAccessPage(c: SpaceContext, name: string, form: FormState, status: 200 | 422 = 200) {
  const accountId = c.req.param('account') ?? ''
  const crumbs = [
    SPACE_CRUMB,
    { href: '/espace/membres', label: 'Membres' },
    { href: `/espace/membres/${accountId}`, label: name },
    { label: 'Rétablir l’accès' },
  ]
  const view = <ResetAccessPage name={name} accountId={accountId} form={form} />
  return c.var.page({ title: 'Rétablir un accès', crumbs, status }, view)
}

/** Somebody else of this space, for its administrators only. */
async function findMember(c: SpaceContext) {
  const account = c.req.param('account') ?? ''
  const { actor } = c.var
  if (!isUuid(account) || account === actor.accountId || !isIn(actor, 'administrator')) return undefined
  return c.var.inScope((db) => memberNamed(db, account))
}

/** Every letter with its body: mounted in demonstration only, where nothing leaves and everybody is invented. */
export function demoMailRoutes(app: PublicApp, logins: Logins): void {
  app.get('/demo/courrier', async (c) => {
    const mails = await lastMails(logins.system)
    const letters = mails.map(({ body_sealed, ...m }) => ({
      ...m,
      body: c.var.keyring.secrets.open(body_sealed),
    }))
    return c.var.page({ title: 'Courriers de la démonstration' }, <DemoMailPage letters={letters} />)
  })
}
