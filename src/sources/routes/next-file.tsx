import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { agreementProblem } from '../domain/agreement.ts'
import { hourIn } from '../domain/extraction-time.ts'
import type { Source } from '../domain/source.ts'
import type { Upload } from '../domain/upload.ts'
import type { FileScope, Vintage } from '../domain/vintage.ts'
import { readWaitMap, USUAL_TIME_ZONE } from '../domain/wait-map.ts'
import { forgetWaiting } from '../engine/waiting-files.ts'
import { deleteUpload, insertUpload, listUploads, updateUploadFacts } from '../store/uploads.ts'
import { findVintage } from '../store/vintages.ts'
import { NextFilePage } from '../views/new-source-page.tsx'
import { sayRefusal } from '../views/refusal-words.fr.ts'
import { crumbsOf, loaders, SOURCE, sourceIn, statusOf } from './doorstep.ts'
import { valuesOfMap } from './map-values.ts'
import { uploadOf } from './new-file.tsx'
import { readSentFile } from './sent-file.ts'
import { lastUploadIn } from './waiting-upload.ts'

/** Another file of a source that is there: the next one, whole, or only rows that were rejected and are mended. */
export function nextFilePages(app: SpaceApp): void {
  for (const [path, scope] of [
    ['fichier', 'whole'],
    ['corrections', 'corrections'],
  ] as const) {
    app.use(`${SOURCE}/${path}`, loaders)
    app.get(`${SOURCE}/${path}`, (c) => nextPage(c, scope, startOf(c)))
    app.post(`${SOURCE}/${path}`, (c) => sendNext(c, scope))
  }
}

/** A file that waited too long is asked for again. */
const startOf = (c: SpaceContext): FormState =>
  c.req.query('absent') === undefined
    ? c.var.startForm()
    : {
        values: {},
        errors: {
          fichier: 'Le fichier n’est plus là\u202f: il attend un jour au plus. Envoyez-le de nouveau.',
        },
      }

async function nextPage(c: SpaceContext, scope: FileScope, form: FormState) {
  const source = await c.var.inScope((db) => sourceIn(c, db))
  if (!source || (scope === 'corrections' && source.currentVintage === null)) return c.notFound()
  const title = scope === 'whole' ? 'Charger le fichier suivant' : 'Charger des lignes corrigées'
  return c.var.page(
    { title, crumbs: crumbsOf(source, title), status: c.req.method === 'GET' ? 200 : statusOf(form) },
    <NextFilePage form={form} limit={c.var.uploads.bytes} id={source.id} name={source.name} scope={scope} />,
  )
}

async function sendNext(c: SpaceContext, scope: FileScope) {
  const found = await c.var.inScope(async (db) => {
    const last = await lastUploadIn(c, db)
    if (!last) return undefined
    const { source } = last
    const current =
      source.currentVintage === null ? undefined : await findVintage(db, source.id, source.currentVintage)
    return { ...last, current, uploads: await listUploads(db, source.id) }
  })
  if (!found || (scope === 'corrections' && !found.current)) return c.notFound()
  const { source, agreement, current } = found
  const problem = agreementProblem(agreement, c.var.today)
  if (problem) return nextPage(c, scope, { values: {}, errors: { '': sayRefusal(problem) } })
  const sent = await readSentFile(c, { values: {}, errors: {} })
  if (!sent.ok) return nextPage(c, scope, sent.form)
  const replaced = found.uploads.filter(({ state }) => state !== 'reading' && state !== 'done')
  const done = await c.var.once(async (db) => {
    for (const { id } of replaced) await deleteUpload(db, id)
    await insertUpload(db, uploadOf(sent.file, source.id), c.var.now)
    await updateUploadFacts(db, sent.file.uploadId, { scope, values: valuesFor(scope, source, current) })
    return accept(`/sources/${source.id}/colonnes`)
  })
  await forgetAll(c, replaced)
  return done.ok ? c.redirect(done.value, 303) : c.notFound()
}

/** Corrections are read as the file they mend was, at the same date: too few rows to decide how dates are written. */
function valuesFor(scope: FileScope, source: Source, current: Vintage | undefined): Record<string, string> {
  const map = scope === 'corrections' && current ? readWaitMap(source.map) : undefined
  if (!map?.ok || !current) return {}
  const { opened, dateFormat } = map.value
  const asRead = current.facts.formats.find(({ header }) => header === opened)?.format ?? ''
  const { asOf, asOfInstant } = current
  const etat_heure = asOfInstant ? hourIn(asOfInstant, map.value.timeZone ?? USUAL_TIME_ZONE) : ''
  return { ...valuesOfMap(map.value), format_dates: dateFormat ?? asRead, etat_au: asOf, etat_heure }
}

async function forgetAll(c: SpaceContext, uploads: readonly Upload[]): Promise<void> {
  for (const { storageKey } of uploads) await forgetWaiting(c.var.uploads.folder, storageKey)
}
