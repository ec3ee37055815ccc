import type { ScopedDb } from '../../access/scope.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { changeStay, noteStay } from '../actions/live-somewhere.ts'
import type { Person } from '../domain/person.ts'
import type { Stay } from '../domain/stay.ts'
import { stayForm } from '../forms.ts'
import { findPerson } from '../store/people.ts'
import { staysOf } from '../store/stays.ts'
import { type Whereabouts, whereaboutsOf } from '../store/whereabouts.ts'
import { StayPage } from '../views/stay-page.tsx'
import { sayRefusal } from '../words.fr.ts'
import { chooseHome, withHomeError } from './choose-home.ts'
import { idIn } from './doorstep.ts'
import { PEOPLE_CRUMB } from './people.tsx'

export function stayPages(app: SpaceApp): void {
  app.get('/personnes/:id/logements', async (c) => {
    const about = await c.var.inScope((db) => readAbout(db, c))
    if (!about) return c.notFound()
    return stayPage(c, about, c.var.startForm({ home_id: c.req.query('logement') ?? '' }))
  })
  app.post('/personnes/:id/logements', addStay)
  app.get('/personnes/:id/logements/:stay', async (c) => {
    const about = await c.var.inScope((db) => readAbout(db, c))
    if (!about?.stay) return c.notFound()
    const { since, until, homeId } = about.stay
    return stayPage(
      c,
      about,
      c.var.startForm({ home_id: homeId, since: since?.said ?? '', until: until?.said ?? '' }),
    )
  })
  app.post('/personnes/:id/logements/:stay', correctStay)
}

type About = { readonly person: Person; readonly stay: Stay | undefined }

async function readAbout(db: ScopedDb, c: SpaceContext): Promise<About | undefined> {
  const person = idIn(c) ? await findPerson(db, idIn(c)) : undefined
  if (!person) return undefined
  const stayId = idIn(c, 'stay')
  return { person, stay: stayId ? (await staysOf(db, [person.id])).find((s) => s.id === stayId) : undefined }
}

async function stayPage(
  c: SpaceContext,
  { person }: About,
  form: FormState,
  found: readonly Whereabouts[] = [],
) {
  const wanted = form.values['home_id'] ?? ''
  const home =
    wanted && found.length === 0 ? await c.var.inScope((db) => whereaboutsOf(db, [wanted])) : new Map()
  const crumbs = [
    PEOPLE_CRUMB,
    { href: `/personnes/${person.id}`, label: person.name },
    { label: 'Logement' },
  ]
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  return c.var.page(
    { title: `Où habite ${person.name}`, crumbs, status },
    <StayPage form={form} person={person} home={home.get(wanted)} found={found} />,
  )
}

async function addStay(c: SpaceContext) {
  const about = await c.var.inScope((db) => readAbout(db, c))
  if (!about) return c.notFound()
  const read = await c.var.readForm(stayForm(c.var.today))
  if (!read.ok) return stayPage(c, about, read.form)
  const { since, until } = read.value
  const home = await c.var.inScope((db) => chooseHome(db, read.value))
  const { id: homeId } = home
  if (homeId === undefined) return stayPage(c, about, withHomeError(read.form, home), home.found)
  const personId = about.person.id
  const done = await c.var.once(async (db) => {
    const noted = await noteStay(db, { homeId, personId, since, until }, c.var)
    return noted.ok ? accept(`/personnes/${personId}`) : noted
  })
  if (done.ok) return c.redirect(done.value, 303)
  return stayPage(c, about, { ...read.form, errors: { '': sayRefusal(done.refusal) } })
}

async function correctStay(c: SpaceContext) {
  const about = await c.var.inScope((db) => readAbout(db, c))
  if (!about?.stay) return c.notFound()
  const read = await c.var.readForm(stayForm(c.var.today))
  if (!read.ok) return stayPage(c, about, read.form)
  const { since, until } = read.value
  const ids = { personId: about.person.id, stayId: about.stay.id }
  const done = await c.var.once(async (db) => {
    const changed = await changeStay(db, ids, { since, until }, c.var)
    return changed.ok ? accept(`/personnes/${ids.personId}`) : changed
  })
  if (done.ok) return c.redirect(done.value, 303)
  return stayPage(c, about, { ...read.form, errors: { until: sayRefusal(done.refusal) } })
}
