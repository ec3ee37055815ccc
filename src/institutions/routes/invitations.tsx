import { CIRCLES } from '../../access/circles.ts'
import { isUuid } from '../../kernel/ids.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { invitePerson, resendInvitation, takeInvitationBack } from '../actions/invitations.ts'
import { INVITATION_DAYS } from '../domain/invitations.ts'
import { InvitationForm, InviteForm } from '../forms.ts'
import { findInvitation } from '../store/invitations.ts'
import { namesOfAccounts } from '../store/members.ts'
import { InvitationPage } from '../views/invitation-page.tsx'
import { InvitePage } from '../views/invite-page.tsx'
import { administratorsOnly } from './administrators-only.ts'
import { refused } from './refused.ts'
import { sendingOf } from './sending.ts'

const CRUMBS = [
  { href: '/espace', label: 'Espace' },
  { href: '/espace/membres', label: 'Membres' },
]

/** Letting a person in by a letter: writing it, sending it again, taking it back. Mounted before `/espace/membres/:account`. */
export function invitationRoutes(app: SpaceApp): void {
  app.use('/espace/membres/inviter', administratorsOnly)
  app.use('/espace/invitations/*', administratorsOnly)
  app.get('/espace/membres/inviter', (c) =>
    invitePage(c, c.var.startForm({ days: String(INVITATION_DAYS.usual) })),
  )
  app.post('/espace/membres/inviter', invite)
  app.get('/espace/invitations/:id', (c) => invitationPage(c, c.var.startForm()))
  app.post('/espace/invitations/:id', changeInvitation)
}

const invitePage = (c: SpaceContext, form: FormState, status: 200 | 422 = 200) =>
  c.var.page(
    { title: 'Inviter une personne', crumbs: [...CRUMBS, { label: 'Inviter' }], status },
    <InvitePage form={form} kind={c.var.actor.kind} circles={CIRCLES[c.var.actor.kind]} />,
  )

async function invite(c: SpaceContext) {
  const read = await c.var.readForm(InviteForm)
  if (!read.ok) return invitePage(c, read.form, 422)
  const done = await c.var.once(async (db) => {
    const invited = await invitePerson(db, read.value, sendingOf(c))
    return invited.ok ? accept('/espace/membres') : invited
  })
  if (!done.ok) {
    const field = done.refusal.because === 'unknown_circle' ? 'circle' : 'email'
    return invitePage(c, refused(read.form, done.refusal.because, field), 422)
  }
  return c.redirect(done.value, 303)
}

async function invitationPage(c: SpaceContext, form: FormState, status: 200 | 422 = 200) {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const { invitation, names } = await c.var.inScope(async (db) => ({
    invitation: await findInvitation(db, id),
    names: await namesOfAccounts(db),
  }))
  if (!invitation) return c.notFound()
  return c.var.page(
    { title: 'Invitation', crumbs: [...CRUMBS, { label: invitation.name }], status },
    <InvitationPage
      kind={c.var.actor.kind}
      invitation={invitation}
      names={names}
      now={c.var.now}
      form={form}
    />,
  )
}

async function changeInvitation(c: SpaceContext) {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const read = await c.var.readForm(InvitationForm)
  if (!read.ok) return invitationPage(c, read.form, 422)
  const done = await c.var.once(async (db) => {
    const changed =
      read.value.act === 'resend'
        ? await resendInvitation(db, id, sendingOf(c))
        : await takeInvitationBack(db, id, c.var.now)
    return changed.ok ? accept('/espace/membres') : changed
  })
  if (!done.ok) return invitationPage(c, refused(read.form, done.refusal.because), 422)
  return c.redirect(done.value, 303)
}
