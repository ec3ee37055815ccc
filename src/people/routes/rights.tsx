import { accept } from '../../kernel/result.ts'
import { formatInstant } from '../../ui/format.fr.ts'
import { emptyForm, type FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { erasePerson } from '../actions/erase-person.ts'
import { countHeld, everythingHeld, type ReadChapter } from '../actions/everything-held.ts'
import { EraseForm } from '../forms.ts'
import { findPerson } from '../store/people.ts'
import { ErasePage } from '../views/erase-page.tsx'
import { everythingAsJson } from '../views/everything-json.fr.ts'
import { EverythingPage } from '../views/everything-page.tsx'
import { sayRefusal } from '../words.fr.ts'
import { DECIDER, idIn, JOINERS, onlyFor } from './doorstep.ts'
import { PEOPLE_CRUMB } from './people.tsx'

/** What anybody may ask of the union: to read all it holds on them, and that it be erased. */
export function rightsPages(app: SpaceApp, chapters: readonly ReadChapter[]): void {
  app.use('/personnes/:id/export', onlyFor(JOINERS))
  app.use('/personnes/:id/export.json', onlyFor(JOINERS))
  app.use('/personnes/:id/effacer', onlyFor(DECIDER))
  app.get('/personnes/:id/export', async (c) => {
    const held = await readHeld(c, chapters)
    if (!held) return c.notFound()
    const { id, name } = held.person
    const crumbs = [
      PEOPLE_CRUMB,
      { href: `/personnes/${id}`, label: name },
      { label: 'Tout ce que nous avons' },
    ]
    const on = formatInstant(c.var.now)
    const view = <EverythingPage held={held} spaceName={c.var.actor.spaceName} on={on} />
    return c.var.page({ title: `Tout ce que nous avons sur ${name}`, crumbs }, view)
  })
  app.get('/personnes/:id/export.json', async (c) => {
    const held = await readHeld(c, chapters)
    if (!held) return c.notFound()
    return c.body(everythingAsJson(held, c.var.actor.spaceName, c.var.now), 200, {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="palier-personne.json"', // a file's name tells nobody's
    })
  })
  app.get('/personnes/:id/effacer', (c) => erasePage(c, emptyForm, chapters))
  app.post('/personnes/:id/effacer', (c) => erase(c, chapters))
}

const readHeld = (c: SpaceContext, chapters: readonly ReadChapter[]) =>
  c.var.inScope(async (db) => (idIn(c) ? everythingHeld(db, idIn(c), chapters) : undefined))

async function erasePage(c: SpaceContext, form: FormState, chapters: readonly ReadChapter[]) {
  const id = idIn(c)
  const found = await c.var.inScope(async (db) => {
    const person = id ? await findPerson(db, id) : undefined
    return person && { person, counts: await countHeld(db, person.id, chapters) }
  })
  if (!found) return c.notFound()
  const { person } = found
  const crumbs = [PEOPLE_CRUMB, { href: `/personnes/${id}`, label: person.name }, { label: 'Effacer' }]
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  return c.var.page({ title: `Effacer ${person.name}`, crumbs, status }, <ErasePage form={form} {...found} />)
}

async function erase(c: SpaceContext, chapters: readonly ReadChapter[]) {
  const id = idIn(c)
  const read = await c.var.readForm(EraseForm)
  if (!id) return c.notFound()
  if (!read.ok) return erasePage(c, read.form, chapters)
  const done = await c.var.once(async (db) => {
    const erased = await erasePerson(db, { id, typedName: read.value.name }, c.var.now)
    return erased.ok ? accept('/personnes?efface=1') : erased
  })
  if (done.ok) return c.redirect(done.value, 303)
  return erasePage(c, { ...read.form, errors: { name: sayRefusal(done.refusal) } }, chapters)
}
