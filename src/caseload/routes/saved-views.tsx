import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { dropView, keepView, nameView } from '../actions/keep-view.ts'
import { queryOf, readFilter } from '../domain/list-address.fr.ts'
import { namesOf } from '../store/filter-names.ts'
import { findView, listViews } from '../store/saved-views.ts'
import { sayFilter } from '../views/list-words.fr.ts'
import {
  EditViewPage,
  NewViewPage,
  SavedViewForm,
  VIEW_REFUSALS,
  ViewsPage,
} from '../views/saved-view-pages.tsx'
import { COMPLAINTS_CRUMB, idIn } from '../../complaints/public.ts'
import { filterIn } from './list.tsx'

const VIEWS = '/reclamations/vues'
const VIEWS_CRUMB = { href: VIEWS, label: 'Vos vues' }

/** A list that one comes back to: named, opened, renamed, taken away, by whoever named it. */
export function savedViewPages(app: SpaceApp): void {
  app.get(VIEWS, async (c) => {
    const views = await c.var.inScope(listViews)
    const crumbs = [COMPLAINTS_CRUMB, { label: 'Vos vues' }]
    return c.var.page({ title: 'Vos vues', crumbs }, <ViewsPage views={views} />)
  })
  app.get(`${VIEWS}/nouvelle`, (c) => newView(c, c.var.startForm({ query: queryOf(filterIn(c)) })))
  app.post(`${VIEWS}/nouvelle`, keep)
  app.get(`${VIEWS}/:id`, async (c) => {
    const view = await c.var.inScope((db) => findView(db, idIn(c) || c.var.actor.spaceId))
    return view ? editView(c, c.var.startForm({ name: view.name })) : c.notFound()
  })
  app.post(`${VIEWS}/:id`, rename)
  app.post(`${VIEWS}/:id/retirer`, remove)
}

/** What was stored or sent is read again as an address: it can hold nothing else. */
const filterOf = (query: string) => readFilter(Object.fromEntries(new URLSearchParams(query)))

async function newView(c: SpaceContext, form: FormState) {
  const filter = filterOf(form.values['query'] ?? '')
  const names = await c.var.inScope((db) => namesOf(db, filter))
  const asked = sayFilter(filter, names).map(({ words }) => words)
  const crumbs = [COMPLAINTS_CRUMB, VIEWS_CRUMB, { label: 'Garder cette liste' }]
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  return c.var.page(
    { title: 'Garder cette liste', crumbs, status },
    <NewViewPage form={form} asked={asked} />,
  )
}

async function keep(c: SpaceContext) {
  const read = await c.var.readForm(SavedViewForm)
  if (!read.ok) return newView(c, read.form)
  const query = queryOf(filterOf(read.value.query))
  const done = await c.var.once(async (db) => {
    const kept = await keepView(db, { name: read.value.name, query }, c.var.now)
    return kept.ok ? accept(query === '' ? '/reclamations' : `/reclamations?${query}`) : kept
  })
  if (done.ok) return c.redirect(done.value, 303)
  return newView(c, { ...read.form, errors: { name: VIEW_REFUSALS[done.refusal.because] } })
}

async function editView(c: SpaceContext, form: FormState) {
  const view = await c.var.inScope((db) => findView(db, idIn(c) || c.var.actor.spaceId))
  if (!view) return c.notFound()
  const crumbs = [COMPLAINTS_CRUMB, VIEWS_CRUMB, { label: view.name }]
  const status = Object.keys(form.errors).length > 0 ? 422 : 200
  return c.var.page({ title: `Vue ${view.name}`, crumbs, status }, <EditViewPage form={form} view={view} />)
}

async function rename(c: SpaceContext) {
  const id = idIn(c)
  if (!id) return c.notFound()
  const read = await c.var.readForm(SavedViewForm)
  if (!read.ok) return editView(c, read.form)
  const done = await c.var.once(async (db) => {
    const named = await nameView(db, id, read.value.name)
    return named.ok ? accept(VIEWS) : named
  })
  if (done.ok) return c.redirect(done.value, 303)
  if (done.refusal.because === 'no_such_view') return c.notFound()
  return editView(c, { ...read.form, errors: { name: VIEW_REFUSALS[done.refusal.because] } })
}

async function remove(c: SpaceContext) {
  const id = idIn(c)
  if (!id) return c.notFound()
  const done = await c.var.once(async (db) => {
    const dropped = await dropView(db, id)
    return dropped.ok ? accept(VIEWS) : dropped
  })
  return done.ok ? c.redirect(done.value, 303) : c.notFound()
}
