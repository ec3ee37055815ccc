import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { createSource } from '../actions/sources.ts'
import { agreementProblem } from '../domain/agreement.ts'
import { NewSourceForm } from '../forms.ts'
import { listAgreements } from '../store/agreements.ts'
import { insertUpload } from '../store/uploads.ts'
import { NewSourcePage } from '../views/new-source-page.tsx'
import { sayRefusal } from '../views/refusal-words.fr.ts'
import { loaders, SOURCES_CRUMB, statusOf } from './doorstep.ts'
import { landlordNames } from './list.tsx'
import { forgetSentFile, readSentFile, type SentFile } from './sent-file.ts'

/** The first file of a new source. */
export function newFilePages(app: SpaceApp): void {
  app.use('/sources/nouvelle', loaders)
  app.get('/sources/nouvelle', (c) => newPage(c, c.var.startForm()))
  app.post('/sources/nouvelle', startSource)
}

async function newPage(c: SpaceContext, form: FormState) {
  const agreements = await c.var.inScope((db) => listAgreements(db))
  const running = agreements.filter((agreement) => !agreementProblem(agreement, c.var.today))
  const landlords = c.var.actor.kind === 'desk' ? [] : [...(await landlordNames(c.var.keyring))]
  const title = 'Charger une source'
  return c.var.page(
    { title, crumbs: [SOURCES_CRUMB, { label: title }], status: statusOf(form) },
    <NewSourcePage
      form={form}
      limit={c.var.uploads.bytes}
      agreements={running.map(({ id, title: label }) => ({ value: id, label }))}
      landlords={landlords.map(([value, label]) => ({ value, label }))}
    />,
  )
}

async function startSource(c: SpaceContext) {
  const read = await c.var.readForm(NewSourceForm)
  const sent = await readSentFile(c, read.form)
  if (!sent.ok) return newPage(c, sent.form)
  if (!read.ok) return newPage(c, read.form)
  const { nom: name, convention: agreementId, bailleur } = read.value
  const { actor, keyring, now } = c.var
  const institutionId = actor.kind === 'desk' ? actor.institutionId : bailleur || null
  if (institutionId !== null && actor.kind !== 'desk' && !(await landlordNames(keyring)).has(institutionId))
    return newPage(c, { ...read.form, errors: { bailleur: 'Choisissez dans la liste.' } })
  const done = await c.var.once(async (db) => {
    const made = await createSource(db, { name, agreementId, institutionId }, now)
    if (!made.ok) return made
    await insertUpload(db, uploadOf(sent.file, made.value), now)
    return accept(`/sources/${made.value}/colonnes`)
  })
  if (done.ok) return c.redirect(done.value, 303)
  await forgetSentFile(c, sent.file)
  const field = done.refusal.because === 'source_name_taken' ? 'nom' : 'convention'
  return newPage(c, { ...read.form, errors: { [field]: sayRefusal(done.refusal) } })
}

export const uploadOf = ({ uploadId, name, sha256, bytes }: SentFile, sourceId: string) => ({
  id: uploadId,
  sourceId,
  fileName: name,
  sha256,
  bytes,
  storageKey: uploadId,
})
