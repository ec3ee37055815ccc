import type { MiddlewareHandler } from 'hono'
import { isUuid } from '../kernel/ids.ts'
import { accept } from '../kernel/result.ts'
import type { FormState } from '../ui/form.tsx'
import type { SpaceApp, SpaceContext, SpaceVariables } from '../ui/request.ts'
import { keepInstrument, openInstrument, publishInstrument, readForm, writesInstruments } from './actions.ts'
import type { InstrumentRefusal } from './domain/workbook-refusal.ts'
import { PublicationForm, WorkbookForm } from './forms.ts'
import { listInstruments } from './store.ts'
import { codebookCsv } from './views/codebook.fr.ts'
import { CodebookPage } from './views/codebook-page.tsx'
import { InstrumentsPage, NewInstrumentPage } from './views/instruments-page.tsx'
import { PreviewPage } from './views/preview-page.tsx'
import { sayInstrumentRefusal, sayPublicationRefusal } from './views/refusal-words.fr.ts'

const CRUMB = { href: '/questionnaires', label: 'Questionnaires' }
const statusOf = ({ errors }: FormState): 200 | 422 => (Object.keys(errors).length > 0 ? 422 : 200)

/** Instruments are for those who prepare campaigns. */
const onlyAuthors: MiddlewareHandler<{ Variables: SpaceVariables }> = (c, next) =>
  writesInstruments(c.var.actor) ? next() : Promise.resolve(c.notFound())

export function instrumentRoutes(app: SpaceApp): void {
  app.use('/questionnaires', onlyAuthors)
  app.use('/questionnaires/*', onlyAuthors)
  app.get('/questionnaires', async (c) => {
    const instruments = await c.var.inScope(listInstruments)
    return c.var.page({ title: 'Questionnaires' }, <InstrumentsPage instruments={instruments} />)
  })
  app.get('/questionnaires/nouveau', (c) => newPage(c, c.var.startForm()))
  app.post('/questionnaires/nouveau', bring)
  app.get('/questionnaires/:id', (c) => previewPage(c, c.var.startForm()))
  app.post('/questionnaires/:id', publish)
  app.get('/questionnaires/:id/codes', codebookPage)
  app.get('/questionnaires/:id/codes.csv', takeCodebook)
}

function newPage(c: SpaceContext, form: FormState, refusal?: InstrumentRefusal) {
  const refusals = refusal?.because === 'workbook_refused' ? refusal.refusals : []
  return c.var.page(
    { title: 'Apporter un classeur', crumbs: [CRUMB, { label: 'Apporter' }], status: statusOf(form) },
    <NewInstrumentPage form={form} refusals={refusals} />,
  )
}

async function bring(c: SpaceContext) {
  const sent = await c.var.readForm(WorkbookForm)
  if (!sent.ok) return newPage(c, sent.form)
  const { fichier: file } = sent.value
  const fileName = file.name.normalize('NFC').slice(0, 300)
  const read = await readForm(new Uint8Array(await file.arrayBuffer()), fileName)
  if (!read.ok) {
    const errors = { fichier: sayInstrumentRefusal(read.refusal) }
    return newPage(c, { ...sent.form, errors }, read.refusal)
  }
  const done = await c.var.once(async (db) =>
    accept(`/questionnaires/${await keepInstrument(db, read.value, fileName, c.var.now)}`),
  )
  return done.ok ? c.redirect(done.value, 303) : newPage(c, sent.form)
}

function instrumentIn(c: SpaceContext) {
  const id = c.req.param('id') ?? ''
  return isUuid(id) ? c.var.inScope((db) => openInstrument(db, id)) : Promise.resolve(undefined)
}

async function previewPage(c: SpaceContext, sent: FormState) {
  const instrument = await instrumentIn(c)
  if (!instrument) return c.notFound()
  const { languages, defaultLanguage } = instrument.form
  const language = languages[Number(c.req.query('langue') ?? NaN)] ??
    languages.find(({ name }) => name === defaultLanguage) ?? { name: defaultLanguage, tag: null }
  return c.var.page(
    { title: instrument.title, crumbs: [CRUMB, { label: instrument.title }], status: statusOf(sent) },
    <PreviewPage instrument={instrument} language={language} sent={sent} />,
  )
}

async function publish(c: SpaceContext) {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const sent = await c.var.readForm(PublicationForm)
  if (!sent.ok) return previewPage(c, sent.form)
  const done = await c.var.once(async (db) => {
    const published = await publishInstrument(db, id, c.var.now)
    return published.ok ? accept(`/questionnaires/${id}`) : published
  })
  if (done.ok) return c.redirect(done.value, 303)
  return previewPage(c, { ...sent.form, errors: { '': sayPublicationRefusal(done.refusal) } })
}

async function codebookPage(c: SpaceContext) {
  const instrument = await instrumentIn(c)
  if (!instrument) return c.notFound()
  const crumbs = [
    CRUMB,
    { href: `/questionnaires/${instrument.id}`, label: instrument.title },
    { label: 'Codes' },
  ]
  return c.var.page({ title: 'Livret des codes', crumbs }, <CodebookPage instrument={instrument} />)
}

async function takeCodebook(c: SpaceContext) {
  const instrument = await instrumentIn(c)
  if (!instrument) return c.notFound()
  return c.body(codebookCsv(instrument.form), 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="palier-codes-${instrument.version.slice(0, 8)}.csv"`,
  })
}
