import type { ScopedDb } from '../../access/scope.ts'
import { undoPassage } from '../../access/undo-passages.ts'
import { accept } from '../../kernel/result.ts'
import { emptyForm, type FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { type Estate, presentToLandlord, previewPresentation } from '../actions/present-spokesperson.ts'
import { PresentForm, TakeBackForm } from '../forms.ts'
import { deskAnswersFor } from '../store/passages.ts'
import { findPerson } from '../store/people.ts'
import { currentHomesOf } from '../store/whereabouts.ts'
import { PresentPage } from '../views/spokesperson.tsx'
import { sayRefusal } from '../words.fr.ts'
import { DECIDER, idIn, onlyFor } from './doorstep.ts'
import { PEOPLE_CRUMB } from './people.tsx'

const NO_HOME =
  'Dites d’abord dans quel logement cette personne habite\u202f: c’est ce qui dit quel est son bailleur.'

export function presentingPages(app: SpaceApp): void {
  app.use('/personnes/:id/presenter', onlyFor(DECIDER))
  app.use('/personnes/:id/reprendre', onlyFor(DECIDER))
  app.get('/personnes/:id/presenter', (c) => presentPage(c, emptyForm))
  app.post('/personnes/:id/presenter', present)
  app.get('/personnes/:id/reprendre', (c) => presentPage(c, emptyForm))
  app.post('/personnes/:id/reprendre', takeBack)
}

async function estateOf(db: ScopedDb, personId: string): Promise<Estate | undefined> {
  const place = (await currentHomesOf(db, [personId])).get(personId)
  return place && { name: place.estate, landlordId: place.landlordId, landlordName: place.landlordName }
}

async function readPage(db: ScopedDb, id: string) {
  const person = id ? await findPerson(db, id) : undefined
  if (!person) return undefined
  const estate = await estateOf(db, id)
  if (!estate) return { person, estate, preview: undefined, hasDesk: false, obstacle: NO_HOME }
  const hasDesk = await deskAnswersFor(db, estate.landlordId)
  const preview = await previewPresentation(db, id, estate)
  if (!preview.ok)
    return { person, estate, preview: undefined, hasDesk, obstacle: sayRefusal(preview.refusal) }
  return { person, estate, preview: preview.value, hasDesk, obstacle: undefined }
}

async function presentPage(c: SpaceContext, form: FormState) {
  const read = await c.var.inScope((db) => readPage(db, idIn(c)))
  if (!read) return c.notFound()
  const { id, name } = read.person
  const crumbs = [PEOPLE_CRUMB, { href: `/personnes/${id}`, label: name }, { label: 'Présenter' }]
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  return c.var.page(
    { title: `Présenter ${name} au bailleur`, crumbs, status },
    <PresentPage form={form} {...read} />,
  )
}

async function present(c: SpaceContext) {
  const id = idIn(c)
  const read = await c.var.readForm(PresentForm)
  const estate = id ? await c.var.inScope((db) => estateOf(db, id)) : undefined
  if (!read.ok || !estate) return presentPage(c, emptyForm)
  const done = await c.var.once(async (db) => {
    const sent = await presentToLandlord(db, { id, version: read.value.version }, estate, c.var.now)
    return sent.ok ? accept(`/personnes/${id}/presenter`) : sent
  })
  if (done.ok) return c.redirect(done.value, 303)
  return presentPage(c, { values: {}, errors: { '': sayRefusal(done.refusal) } })
}

async function takeBack(c: SpaceContext) {
  const id = idIn(c)
  const read = await c.var.readForm(TakeBackForm)
  if (!id || !read.ok) return c.notFound()
  const done = await c.var.once(async (db) => {
    const undone = await undoPassage(db, read.value.passage, c.var.now)
    return undone.ok ? accept(`/personnes/${id}/presenter`) : undone
  })
  if (done.ok) return c.redirect(done.value, 303)
  return presentPage(c, { values: {}, errors: { '': sayRefusal(done.refusal) } })
}
