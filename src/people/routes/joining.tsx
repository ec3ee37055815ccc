import type { ScopedDb } from '../../access/scope.ts'
import { isUuid } from '../../kernel/ids.ts'
import { accept } from '../../kernel/result.ts'
import { deBefore } from '../../ui/format.fr.ts'
import { emptyForm, type FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { joinPeople, separatePeople } from '../actions/join-people.ts'
import { readSearch } from '../domain/search-words.ts'
import { JoinForm, SeparateForm } from '../forms.ts'
import { mergersOf } from '../store/mergers.ts'
import { findPerson } from '../store/people.ts'
import { searchPeople } from '../store/search.ts'
import { JoiningPage, titleOfJoining } from '../views/joining-page.tsx'
import { sayRefusal } from '../words.fr.ts'
import { idIn, JOINERS, onlyFor } from './doorstep.ts'
import { PEOPLE_CRUMB } from './people.tsx'

export function joiningPages(app: SpaceApp): void {
  app.use('/personnes/:id/reunir', onlyFor(JOINERS))
  app.use('/personnes/:id/separer', onlyFor(JOINERS))
  app.get('/personnes/:id/reunir', (c) => joiningPage(c, emptyForm, c.req.query('avec') ?? ''))
  app.post('/personnes/:id/reunir', join)
  app.get('/personnes/:id/separer', (c) => joiningPage(c, emptyForm, ''))
  app.post('/personnes/:id/separer', separate)
}

async function readPage(db: ScopedDb, id: string, otherId: string, asked: string) {
  const person = id ? await findPerson(db, id) : undefined
  if (!person) return undefined
  const other = isUuid(otherId) && otherId !== id ? await findPerson(db, otherId) : undefined
  const search = readSearch(asked)
  const found = search && !other ? await searchPeople(db, search) : []
  return { person, other, found, mergers: await mergersOf(db, id), asked }
}

async function joiningPage(c: SpaceContext, form: FormState, otherId: string) {
  const read = await c.var.inScope((db) => readPage(db, idIn(c), otherId, c.req.query('q') ?? ''))
  if (!read) return c.notFound()
  const { id, name } = read.person
  const crumbs = [PEOPLE_CRUMB, { href: `/personnes/${id}`, label: name }, { label: 'Réunir' }]
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  return c.var.page(
    { title: `${titleOfJoining(read.mergers)} ${deBefore(name)}${name}`, crumbs, status },
    <JoiningPage form={form} {...read} />,
  )
}

async function join(c: SpaceContext) {
  const keptId = idIn(c)
  const read = await c.var.readForm(JoinForm)
  if (!keptId || !read.ok) return c.notFound()
  const done = await c.var.once(async (db) => {
    const joined = await joinPeople(db, { keptId, mergedId: read.value.other }, c.var.now)
    return joined.ok ? accept(`/personnes/${keptId}`) : joined
  })
  if (done.ok) return c.redirect(done.value, 303)
  return joiningPage(c, { ...read.form, errors: { '': sayRefusal(done.refusal) } }, read.value.other)
}

async function separate(c: SpaceContext) {
  const keptId = idIn(c)
  const read = await c.var.readForm(SeparateForm)
  if (!keptId || !read.ok) return c.notFound()
  const done = await c.var.once(async (db) => {
    const separated = await separatePeople(db, { keptId, mergerId: read.value.merger }, c.var.now)
    return separated.ok ? accept(`/personnes/${keptId}`) : separated
  })
  if (done.ok) return c.redirect(done.value, 303)
  return joiningPage(c, { ...read.form, errors: { '': sayRefusal(done.refusal) } }, '')
}
