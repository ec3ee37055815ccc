import { dayIn } from '../../kernel/calendar-day.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { mayLoad, removeSource } from '../actions/sources.ts'
import { agreementProblem } from '../domain/agreement.ts'
import type { Upload } from '../domain/upload.ts'
import type { Vintage } from '../domain/vintage.ts'
import { forgetWaiting } from '../engine/waiting-files.ts'
import { listUploads } from '../store/uploads.ts'
import { listVintages } from '../store/vintages.ts'
import { sayNotices } from '../views/notice-words.fr.ts'
import { sayRefusal } from '../views/refusal-words.fr.ts'
import { RemoveSourcePage } from '../views/remove-source-page.tsx'
import { SourcePage } from '../views/source-page.tsx'
import type { ShownVintage } from '../views/vintages-part.tsx'
import { crumbsOf, idIn, loaders, SOURCE, sourceIn, SOURCES_CRUMB } from './doorstep.ts'
import { landlordNames, landlordOf } from './list.tsx'
import { factsOf, lastUploadIn, stateOf } from './waiting-upload.ts'

/** A source: what its files brought, and taking it away. */
export function sourcePages(app: SpaceApp): void {
  app.get(SOURCE, showSource)
  app.use(`${SOURCE}/retirer`, loaders)
  app.get(`${SOURCE}/retirer`, (c) => removalPage(c, c.var.startForm()))
  app.post(`${SOURCE}/retirer`, takeAway)
}

async function showSource(c: SpaceContext) {
  const found = await c.var.inScope(async (db) => {
    const last = await lastUploadIn(c, db)
    return last && { ...last, vintages: await listVintages(db, last.source.id) }
  })
  if (!found) return c.notFound()
  const { source, agreement, upload, vintages } = found
  const [current] = vintages
  const state = upload && stateOf(upload, c.var.now)
  return c.var.page(
    { title: source.name, crumbs: [SOURCES_CRUMB, { label: source.name }] },
    <SourcePage
      id={source.id}
      name={source.name}
      landlord={landlordOf(source, await landlordNames(c.var.keyring))}
      agreement={agreement.title}
      agreementInForce={agreementProblem(agreement, c.var.today) === undefined}
      entryFrom={source.entryFrom ?? undefined}
      vintages={vintages.map(shownVintage)}
      notices={current ? sayNotices(current.facts) : []}
      readAgain={readAgainOf(upload)}
      waiting={
        state === 'reading' ? 'reading' : state === undefined || state === 'done' ? undefined : 'columns'
      }
      mayLoad={mayLoad(c.var.actor)}
    />,
  )
}

function readAgainOf(upload: Upload | undefined) {
  const before = upload?.state === 'done' ? factsOf(upload).readBefore : undefined
  return upload && before && { fileName: upload.fileName, readOn: dayIn(before) }
}

const shownVintage = ({ recordedAt, ...vintage }: Vintage): ShownVintage => ({
  ...vintage,
  readOn: dayIn(recordedAt),
})

async function removalPage(c: SpaceContext, form: FormState) {
  const found = await c.var.inScope(async (db) => {
    const source = await sourceIn(c, db)
    return source && { source, vintages: await listVintages(db, source.id) }
  })
  if (!found) return c.notFound()
  const { source, vintages } = found
  return c.var.page(
    { title: 'Retirer une source', crumbs: crumbsOf(source, 'Retirer') },
    <RemoveSourcePage form={form} id={source.id} name={source.name} cases={vintages[0]?.kept ?? 0} />,
  )
}

async function takeAway(c: SpaceContext) {
  const id = idIn(c)
  if (id === '') return c.notFound()
  const uploads = await c.var.inScope((db) => listUploads(db, id))
  const done = await c.var.once(async (db) => {
    const removed = await removeSource(db, id, c.var.now)
    return removed.ok ? accept('/sources') : removed
  })
  if (!done.ok)
    return done.refusal.because === 'source_absent'
      ? c.notFound()
      : removalPage(c, { values: {}, errors: { '': sayRefusal(done.refusal) } })
  for (const { storageKey } of uploads) await forgetWaiting(c.var.uploads.folder, storageKey)
  return c.redirect(done.value, 303)
}
