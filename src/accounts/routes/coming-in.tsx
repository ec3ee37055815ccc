import { DECIDERS } from '../../access/circles.ts'
import { INSTITUTION_KINDS, SPACE_OF } from '../../institutions/domain/founding.ts'
import { circleName, invitationPath } from '../../institutions/public.ts'
import type { PublicApp, PublicContext } from '../../ui/request.ts'
import type { FormState } from '../../ui/form.tsx'
import { FoundHouse } from '../forms.ts'
import { findInvitation, firstLinkHolds, foundHouse, takeUpInvitation } from '../store/coming-in.ts'
import { chooseSpace, openSession } from '../store/sessions.ts'
import { DeadFirstLinkPage, FoundHousePage } from '../views/first-time-page.tsx'
import { ClosedInvitationPage, InvitationPage, WelcomedPage } from '../views/invitation-pages.tsx'
import { institutionKinds } from '../words.fr.ts'
import { freshSession, welcome } from './opened-session.ts'

/** Coming in for the first time: by an invitation, or into a house that is still empty. */
export function comingInRoutes(app: PublicApp): void {
  app.get('/invitation', (c) => c.redirect(invitationPath(encodeURIComponent(c.req.query('k') ?? '')), 303))

  app.get('/invitation/:token', async (c) => {
    const found = await findInvitation(c.var.keyring, c.req.param('token'), c.var.now)
    if (!found) return c.notFound()
    if (found.state !== 'open') return closed(c, found.state)
    return c.var.page(
      { title: 'Une invitation' },
      <InvitationPage invitation={found} circle={circleName(found.kind, found.circle)} />,
    )
  })

  app.post('/invitation/:token', async (c) => {
    const { keyring, now, visitor } = c.var
    const token = c.req.param('token')
    const found = await findInvitation(keyring, token, now)
    if (!found) return c.notFound()
    if (found.state !== 'open') return closed(c, found.state)
    const accepted = await takeUpInvitation(keyring, token, now)
    if (!accepted) return closed(c, 'accepted')
    // An invitation lives for days and is forwarded: it opens a new account, never one that already holds other spaces.
    const isOwn = visitor?.accountId === accepted.account_id
    if (found.account_id && !isOwn)
      return c.var.page({ title: 'Invitation acceptée' }, <WelcomedPage space={found.space_name} />)
    return c.redirect(isOwn ? '/espaces' : await openFor(c, accepted.account_id, accepted.space_id), 303)
  })

  foundingRoutes(app)
}

const closed = (c: PublicContext, state: 'accepted' | 'withdrawn' | 'expired') =>
  c.var.page({ title: 'Cette invitation ne sert plus', status: 410 }, <ClosedInvitationPage state={state} />)

async function openFor(c: PublicContext, accountId: string, spaceId?: string): Promise<string> {
  const { keyring, now } = c.var
  const fresh = freshSession(c)
  await openSession(keyring, { ...fresh.session, accountId, secondFactorAt: null })
  if (spaceId) await chooseSpace(keyring, fresh.session.hash, now, spaceId)
  return welcome(c, fresh, '/')
}

const KINDS = INSTITUTION_KINDS.map((value) => ({ value, label: institutionKinds[value] }))

function foundingRoutes(app: PublicApp): void {
  const dead = (c: PublicContext) =>
    c.var.page({ title: 'Ce lien ne sert plus', status: 410 }, <DeadFirstLinkPage />)
  const page = (c: PublicContext, form: FormState, status: 200 | 422 = 200) =>
    c.var.page({ title: 'La première fois', status }, <FoundHousePage form={form} kinds={KINDS} />)

  app.get('/premiere-fois', async (c) => {
    const token = c.req.query('k') ?? ''
    if (!(await firstLinkHolds(c.var.keyring, token, c.var.now))) return dead(c)
    return page(c, c.var.startForm({ k: token, kind: 'union' }))
  })
  app.post('/premiere-fois', async (c) => {
    const read = await c.var.readForm(FoundHouse)
    const token = read.form.values['k'] ?? ''
    if (!(await firstLinkHolds(c.var.keyring, token, c.var.now))) return dead(c)
    if (!read.ok) return page(c, read.form, 422)
    const { kind, institution, name, email } = read.value
    const spaceKind = SPACE_OF[kind]
    const decider = DECIDERS[spaceKind]
    const founding = { spaceKind, institutionKind: kind, institutionName: institution, name, email, decider }
    const founded = await foundHouse(c.var.keyring, token, c.var.now, founding)
    return founded ? c.redirect(await openFor(c, founded.accountId), 303) : dead(c)
  })
}
