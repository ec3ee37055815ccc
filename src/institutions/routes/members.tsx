import type { ScopedDb } from '../../access/scope.ts'
import { isUuid } from '../../kernel/ids.ts'
import { accept, type Result } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { addCircle, endAccess, type MemberRefusal, removeCircle } from '../actions/members.ts'
import { MemberForm } from '../forms.ts'
import { listOpenInvitations } from '../store/invitations.ts'
import { listMemberships, membershipsOf, namesOfAccounts } from '../store/members.ts'
import { MemberPage } from '../views/member-page.tsx'
import { MembersPage } from '../views/members-page.tsx'
import { administratorsOnly } from './administrators-only.ts'
import { refused } from './refused.ts'

const CRUMBS = [
  { href: '/espace', label: 'Espace' },
  { href: '/espace/membres', label: 'Membres' },
]

/** Who is in the space, by which circles; what an administrator may do about it. */
export function memberRoutes(app: SpaceApp): void {
  app.use('/espace/membres/*', administratorsOnly)
  app.get('/espace/membres', listMembers)
  app.get('/espace/membres/:account', (c) => memberPage(c, c.var.startForm()))
  app.post('/espace/membres/:account', changeMember)
}

async function listMembers(c: SpaceContext) {
  const shown = await c.var.inScope(async (db) => ({
    memberships: await listMemberships(db),
    invitations: await listOpenInvitations(db),
    names: await namesOfAccounts(db),
  }))
  return c.var.page(
    { title: 'Membres', crumbs: [{ href: '/espace', label: 'Espace' }, { label: 'Membres' }] },
    <MembersPage kind={c.var.actor.kind} now={c.var.now} {...shown} />,
  )
}

async function memberPage(c: SpaceContext, form: FormState, status: 200 | 422 = 200) {
  const accountId = c.req.param('account') ?? ''
  if (!isUuid(accountId)) return c.notFound()
  const shown = await c.var.inScope(async (db) => ({
    memberships: await membershipsOf(db, accountId),
    names: await namesOfAccounts(db),
  }))
  const [member] = shown.memberships
  if (!member) return c.notFound()
  return c.var.page(
    { title: member.account_name, crumbs: [...CRUMBS, { label: member.account_name }], status },
    <MemberPage
      kind={c.var.actor.kind}
      isSelf={accountId === c.var.actor.accountId}
      form={form}
      {...shown}
    />,
  )
}

async function changeMember(c: SpaceContext) {
  const accountId = c.req.param('account') ?? ''
  if (!isUuid(accountId)) return c.notFound()
  const read = await c.var.readForm(MemberForm)
  if (!read.ok) return memberPage(c, read.form, 422)
  const done = await c.var.once(async (db) => {
    const changed = await changeAs(db, accountId, read.value, c.var.now)
    return changed.ok ? accept('/espace/membres') : changed
  })
  if (!done.ok) return memberPage(c, refused(read.form, done.refusal.because), 422)
  return c.redirect(done.value, 303)
}

type Change = { act: 'add' | 'remove'; circle: string } | { act: 'depart' }

function changeAs(
  db: ScopedDb,
  accountId: string,
  change: Change,
  now: Date,
): Promise<Result<undefined, MemberRefusal>> {
  if (change.act === 'depart') return endAccess(db, accountId, now)
  return change.act === 'add'
    ? addCircle(db, accountId, change.circle, now)
    : removeCircle(db, accountId, change.circle, now)
}
