import type { ScopedDb } from '../../access/scope.ts'
import { isUuid } from '../../kernel/ids.ts'
import { isIn } from '../../access/scope.ts'
import { accept, refuse } from '../../kernel/result.ts'
import { deBefore } from '../../ui/format.fr.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { readFile } from '../actions/everything-held.ts'
import { keepPerson, rewritePerson } from '../actions/keep-person.ts'
import { PURPOSES } from '../domain/consent.ts'
import type { Person } from '../domain/person.ts'
import { newPersonForm, RewriteForm } from '../forms.ts'
import { listPeople } from '../store/listing.ts'
import { findPerson } from '../store/people.ts'
import { currentHomesOf, whereaboutsOf } from '../store/whereabouts.ts'
import { PeopleList } from '../views/people-list.tsx'
import { valuesOf } from '../views/person-fields.tsx'
import { EditPersonPage, NewPersonPage } from '../views/person-forms.tsx'
import { PersonPage } from '../views/person-page.tsx'
import { REFUSALS, sayRefusal } from '../words.fr.ts'
import { chooseHome, withHomeError } from './choose-home.ts'
import { DECIDER, FOLLOWERS, idIn, JOINERS, pageIn } from './doorstep.ts'

export const PEOPLE_CRUMB = { href: '/personnes', label: 'Personnes' }

export function peoplePages(app: SpaceApp): void {
  app.get('/personnes', async (c) => {
    const list = await c.var.inScope((db) => readList(db, pageIn(c)))
    return c.var.page(
      { title: 'Personnes' },
      <PeopleList {...list} justErased={c.req.query('efface') === '1'} />,
    )
  })
  app.get('/personnes/nouvelle', async (c) =>
    newPersonPage(c, c.var.startForm({ language: 'fr', reach_by: 'union' })),
  )
  app.post('/personnes/nouvelle', keepNewPerson)
  app.get('/personnes/:id{[0-9a-f-]{36}}', async (c) => {
    const file = await c.var.inScope(async (db) => (idIn(c) ? readFile(db, idIn(c)) : undefined))
    if (!file) return c.notFound()
    const { actor } = c.var
    const may = {
      join: isIn(actor, ...JOINERS),
      export: isIn(actor, ...JOINERS),
      decide: isIn(actor, ...DECIDER),
      record: isIn(actor, ...FOLLOWERS),
    }
    return c.var.page(
      { title: file.person.name, crumbs: [PEOPLE_CRUMB, { label: file.person.name }] },
      <PersonPage file={file} may={may} />,
    )
  })
  app.get('/personnes/:id/modifier', async (c) => {
    const person = await c.var.inScope(async (db) => findPerson(db, idIn(c) || c.var.actor.spaceId))
    return person ? editPage(c, person, c.var.startForm(valuesOf(person))) : c.notFound()
  })
  app.post('/personnes/:id/modifier', rewrite)
}

async function readList(db: ScopedDb, page: number) {
  const { people, more } = await listPeople(db, page)
  const places = await currentHomesOf(
    db,
    people.map((person) => person.id),
  )
  const rows = people.map((person) => ({ person, place: places.get(person.id) }))
  return { people: rows, page, more }
}

type Extra = {
  readonly found?: Parameters<typeof NewPersonPage>[0]['found']
  readonly namesakes?: readonly Person[]
}

async function newPersonPage(c: SpaceContext, form: FormState, { found = [], namesakes = [] }: Extra = {}) {
  const wanted = form.values['home_id'] ?? c.req.query('logement') ?? ''
  const home =
    isUuid(wanted) && found.length === 0
      ? (await c.var.inScope((db) => whereaboutsOf(db, [wanted]))).get(wanted)
      : undefined
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  return c.var.page(
    { title: 'Noter une personne', crumbs: [PEOPLE_CRUMB, { label: 'Noter une personne' }], status },
    <NewPersonPage form={form} home={home} found={found} namesakes={namesakes} />,
  )
}

async function keepNewPerson(c: SpaceContext) {
  const read = await c.var.readForm(newPersonForm(c.var.today))
  if (!read.ok) return newPersonPage(c, read.form)
  const { value, form } = read
  const home = await c.var.inScope((db) => chooseHome(db, value))
  if (home.found.length > 0 || home.error) return newPersonPage(c, withHomeError(form, home), home)
  const agreed = PURPOSES.filter((purpose) => value[purpose])
  const person = {
    fields: { ...value, reachBy: value.reach_by },
    home: home.id === undefined ? undefined : { id: home.id, since: value.since },
    agreed,
    isAnother: value.another,
  }
  const done = await c.var.once(async (db) => {
    const kept = await keepPerson(db, person, c.var)
    return kept.ok ? accept(`/personnes/${kept.value}`) : kept
  })
  if (done.ok) return c.redirect(done.value, 303)
  return newPersonPage(
    c,
    { ...form, errors: { another: sayRefusal(done.refusal) } },
    { namesakes: done.refusal.namesakes },
  )
}

function editPage(c: SpaceContext, person: Person, form: FormState, meanwhile = false) {
  const crumbs = [
    PEOPLE_CRUMB,
    { href: `/personnes/${person.id}`, label: person.name },
    { label: 'Modifier' },
  ]
  const status = meanwhile ? 409 : Object.keys(form.errors).length > 0 ? 422 : 200
  return c.var.page(
    { title: `Modifier la fiche ${deBefore(person.name)}${person.name}`, crumbs, status },
    <EditPersonPage form={form} person={person} meanwhile={meanwhile} />,
  )
}

async function rewrite(c: SpaceContext) {
  const id = idIn(c)
  const person = id ? await c.var.inScope((db) => findPerson(db, id)) : undefined
  if (!person) return c.notFound()
  const read = await c.var.readForm(RewriteForm)
  if (!read.ok) return editPage(c, person, read.form)
  const { version, spoke, reach_by, ...fields } = read.value
  const done = await c.var.once(async (db) => {
    const written = await rewritePerson(
      db,
      { id, version, spokeToday: spoke },
      { ...fields, reachBy: reach_by },
      c.var.today,
    )
    return written.ok ? accept(`/personnes/${id}`) : refuse(written.refusal)
  })
  if (done.ok) return c.redirect(done.value, 303)
  if (done.refusal.because === 'no_such_person') return c.notFound()
  const { current } = done.refusal
  const values = { ...read.form.values, version: String(current.version) } // sending again now replaces what was just shown
  return editPage(c, current, { values, errors: { '': REFUSALS.written_meanwhile } }, true)
}
