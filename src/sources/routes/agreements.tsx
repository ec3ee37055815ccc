import { dayIn } from '../../kernel/calendar-day.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { endAgreement, mayAgree, recordAgreement } from '../actions/agreements.ts'
import type { DataAgreement } from '../domain/agreement.ts'
import { SENSITIVE_KINDS } from '../domain/sensitive-columns.ts'
import { AgreementForm } from '../forms.ts'
import { findAgreement, listAgreements } from '../store/agreements.ts'
import { listSources } from '../store/sources.ts'
import { AgreementFormPage, EndAgreementPage } from '../views/agreement-form-page.tsx'
import { sayRefusal } from '../views/refusal-words.fr.ts'
import { AgreementsPage, type ShownAgreement } from '../views/agreements-page.tsx'
import { agreers, AGREEMENTS_CRUMB, idIn, SOURCES_CRUMB, statusOf } from './doorstep.ts'

/** Under what files may come: before the pages of one source, whose addresses are identifiers. */
export function agreementPages(app: SpaceApp): void {
  app.get('/sources/accords', showAgreements)
  app.use('/sources/accords/*', agreers)
  app.get('/sources/accords/nouveau', (c) => newPage(c, c.var.startForm({ valable_du: c.var.today })))
  app.post('/sources/accords/nouveau', writeAgreement)
  app.get('/sources/accords/:id/terminer', (c) => endPage(c, c.var.startForm()))
  app.post('/sources/accords/:id/terminer', finishAgreement)
}

export const shownAgreement = ({ endedAt, ...agreement }: DataAgreement): ShownAgreement => ({
  ...agreement,
  endedAt: endedAt ? dayIn(endedAt) : undefined,
})

async function showAgreements(c: SpaceContext) {
  const { actor, today } = c.var
  const agreements = await c.var.inScope((db) => listAgreements(db))
  return c.var.page(
    { title: 'Conventions de données', crumbs: [SOURCES_CRUMB, { label: 'Conventions' }] },
    <AgreementsPage agreements={agreements.map(shownAgreement)} today={today} mayAgree={mayAgree(actor)} />,
  )
}

function newPage(c: SpaceContext, form: FormState) {
  const title = 'Noter une convention'
  return c.var.page(
    { title, crumbs: [SOURCES_CRUMB, AGREEMENTS_CRUMB, { label: title }], status: statusOf(form) },
    <AgreementFormPage form={form} />,
  )
}

async function writeAgreement(c: SpaceContext) {
  const read = await c.var.readForm(AgreementForm)
  if (!read.ok) return newPage(c, read.form)
  const typed = read.value
  const agreement = {
    title: typed.titre,
    giver: typed.donneur,
    purpose: typed.finalite,
    validFrom: typed.valable_du,
    validUntil: typed.valable_au,
    allowedColumns: SENSITIVE_KINDS.filter((kind) => typed[`permet_${kind}`]),
  }
  const done = await c.var.once(async (db) => {
    const recorded = await recordAgreement(db, agreement, c.var.now)
    return recorded.ok ? accept('/sources/accords') : recorded
  })
  if (done.ok) return c.redirect(done.value, 303)
  return newPage(c, { ...read.form, errors: { '': sayRefusal(done.refusal) } })
}

async function endPage(c: SpaceContext, form: FormState) {
  const id = idIn(c)
  const found = await c.var.inScope(async (db) => {
    const agreement = id === '' ? undefined : await findAgreement(db, id)
    const sources = (await listSources(db)).filter((source) => source.agreementId === id)
    return agreement && !agreement.endedAt ? { agreement, sources: sources.length } : undefined
  })
  if (!found) return c.notFound()
  const title = 'Mettre fin à une convention'
  return c.var.page(
    { title, crumbs: [SOURCES_CRUMB, AGREEMENTS_CRUMB, { label: title }] },
    <EndAgreementPage
      form={form}
      agreement={shownAgreement(found.agreement)}
      today={c.var.today}
      sources={found.sources}
    />,
  )
}

async function finishAgreement(c: SpaceContext) {
  const id = idIn(c)
  if (id === '') return c.notFound()
  const done = await c.var.once(async (db) => {
    const ended = await endAgreement(db, id, c.var.now)
    return ended.ok ? accept('/sources/accords') : ended
  })
  return done.ok ? c.redirect(done.value, 303) : c.notFound()
}
