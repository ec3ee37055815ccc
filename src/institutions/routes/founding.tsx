import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { openOrganisation } from '../actions/founding.ts'
import { FOUNDED_BY, type InstitutionKind, isInstitutionKind } from '../domain/founding.ts'
import { INVITATION_DAYS } from '../domain/invitations.ts'
import { FoundForm } from '../forms.ts'
import { findSpace, namesOfOrganisations } from '../store/space.ts'
import { FoundPage } from '../views/found-page.tsx'
import { administratorsOnly } from './administrators-only.ts'
import { refused } from './refused.ts'
import { sendingOf } from './sending.ts'

const PATH = '/espace/organisations/nouvelle'

/** Opening an organisation with its space: for those whose organisation founds others. */
export function foundingRoutes(app: SpaceApp): void {
  app.use(PATH, administratorsOnly)
  app.get(PATH, (c) => foundPage(c, c.var.startForm({ days: String(INVITATION_DAYS.usual) })))
  app.post(PATH, found)
}

async function foundPage(c: SpaceContext, form: FormState, status: 200 | 422 = 200) {
  const { kinds, known } = await c.var.inScope(async (db) => {
    const { organisation_kind: own } = await findSpace(db)
    const may: readonly InstitutionKind[] = isInstitutionKind(own) ? FOUNDED_BY[own] : []
    const described = may.filter((kind) => kind === 'landlord' || kind === 'authority')
    return { kinds: may, known: await namesOfOrganisations(db, described) }
  })
  if (kinds.length === 0) return c.notFound()
  const crumbs = [{ href: '/espace', label: 'Espace' }, { label: 'Ouvrir une organisation' }]
  return c.var.page(
    { title: 'Ouvrir une organisation', crumbs, status },
    <FoundPage form={form} kinds={kinds} known={known} />,
  )
}

async function found(c: SpaceContext) {
  const read = await c.var.readForm(FoundForm)
  if (!read.ok) return foundPage(c, read.form, 422)
  const done = await c.var.once(async (db) => {
    const opened = await openOrganisation(db, read.value, sendingOf(c))
    return opened.ok ? accept('/espace') : opened
  })
  if (!done.ok) {
    const field = done.refusal.because === 'not_entitled' ? 'kind' : 'organisation'
    return foundPage(c, refused(read.form, done.refusal.because, field), 422)
  }
  return c.redirect(done.value, 303)
}
