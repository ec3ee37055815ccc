import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { leaveSpace } from '../actions/members.ts'
import { changeSettings } from '../actions/settings.ts'
import { FOUNDED_BY, isInstitutionKind } from '../domain/founding.ts'
import { LeaveForm, SettingsForm } from '../forms.ts'
import { listMemberships } from '../store/members.ts'
import { findSpace } from '../store/space.ts'
import { LeavePage } from '../views/leave-page.tsx'
import { SettingsPage } from '../views/settings-page.tsx'
import { SpacePage } from '../views/space-page.tsx'
import { administratorsOnly } from './administrators-only.ts'
import { refused } from './refused.ts'

const SPACE = { href: '/espace', label: 'Espace' }

/** The space itself: what it is, how it is set, and how one leaves it. */
export function ownSpaceRoutes(app: SpaceApp): void {
  app.get('/espace', async (c) => {
    const { space, memberships } = await c.var.inScope(async (db) => ({
      space: await findSpace(db),
      memberships: await listMemberships(db),
    }))
    const kind = space.organisation_kind
    const mayFound = isInstitutionKind(kind) && FOUNDED_BY[kind].length > 0
    return c.var.page(
      { title: space.name },
      <SpacePage actor={c.var.actor} space={space} memberships={memberships} mayFound={mayFound} />,
    )
  })
  app.use('/espace/reglages', administratorsOnly)
  app.get('/espace/reglages', showSettings)
  app.post('/espace/reglages', saveSettings)
  app.get('/espace/quitter', (c) => leavePage(c, c.var.startForm()))
  app.post('/espace/quitter', leave)
}

async function showSettings(c: SpaceContext) {
  const { name, staircase_word, requires_second_factor } = await c.var.inScope(findSpace)
  const required = requires_second_factor ? { requires_second_factor: 'oui' } : {}
  return settingsPage(c, c.var.startForm({ name, staircase_word, ...required }))
}

const settingsPage = (c: SpaceContext, form: FormState, status: 200 | 422 = 200) =>
  c.var.page(
    { title: 'Réglages', crumbs: [SPACE, { label: 'Réglages' }], status },
    <SettingsPage form={form} />,
  )

async function saveSettings(c: SpaceContext) {
  const read = await c.var.readForm(SettingsForm)
  if (!read.ok) return settingsPage(c, read.form, 422)
  const done = await c.var.once(async (db) => {
    const saved = await changeSettings(db, read.value, c.var.visitor.hasSecondFactor)
    return saved.ok ? accept('/espace') : saved
  })
  if (!done.ok)
    return settingsPage(c, refused(read.form, done.refusal.because, 'requires_second_factor'), 422)
  return c.redirect(done.value, 303)
}

const leavePage = (c: SpaceContext, form: FormState, status: 200 | 422 = 200) =>
  c.var.page(
    { title: 'Quitter l’espace', crumbs: [SPACE, { label: 'Quitter' }], status },
    <LeavePage form={form} actor={c.var.actor} />,
  )

async function leave(c: SpaceContext) {
  const read = await c.var.readForm(LeaveForm)
  if (!read.ok) return leavePage(c, read.form, 422)
  const done = await c.var.once(async (db) => {
    const left = await leaveSpace(db, c.var.now)
    return left.ok ? accept('/espaces') : left
  })
  if (!done.ok) return leavePage(c, refused(read.form, done.refusal.because), 422)
  return c.redirect(done.value, 303)
}
