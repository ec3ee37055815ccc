import type { MiddlewareHandler } from 'hono'
import * as v from 'valibot'
import { isIn } from '../../access/scope.ts'
import { accept, type Result } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext, SpaceVariables } from '../../ui/request.ts'
import { publishUnion, withdrawUnion } from '../actions/presentation.ts'
import { presentationOf } from '../domain/presentation.ts'
import { publishPresentation } from '../doors.ts'
import { PresentationForm } from '../forms.ts'
import { listEstatesPresent, listOut } from '../store/passages.ts'
import { findSpace } from '../store/space.ts'
import { PresentationPage } from '../views/presentation-page.tsx'
import { PresentationPreview } from '../views/presentation-preview.tsx'
import { refused } from './refused.ts'

const PATH = '/espace/presentation'
const CRUMBS = [{ href: '/espace', label: 'Espace' }, { label: 'Se présenter au public' }]

const officersOfUnion: MiddlewareHandler<{ Variables: SpaceVariables }> = async (c, next) =>
  c.var.actor.kind === 'union' && isIn(c.var.actor, 'officer') ? next() : c.notFound()

/** A union presents itself to the public: written, seen exactly as it will leave, published, taken back. */
export function presentationRoutes(app: SpaceApp): void {
  app.use(PATH, officersOfUnion)
  app.get(PATH, showPresentation)
  app.post(PATH, changePresentation)
}

const known = (c: SpaceContext) =>
  c.var.inScope(async (db) => ({
    space: await findSpace(db),
    estates: await listEstatesPresent(db),
    out: (await listOut(db, publishPresentation.name))[0],
  }))

async function showPresentation(c: SpaceContext) {
  const { out, estates } = await known(c)
  const read = v.safeParse(publishPresentation.projection, out?.projection)
  if (!read.success) return presentationPage(c, c.var.startForm())
  const { what, contact, estates: ticked } = read.output
  const ticks = estates.filter((e) => ticked.includes(e.name)).map((e) => [`estate_${e.id}`, 'oui'])
  return presentationPage(c, c.var.startForm({ what, contact, ...Object.fromEntries(ticks) }))
}

async function presentationPage(c: SpaceContext, form: FormState, status: 200 | 422 = 200) {
  const { estates, out } = await known(c)
  return c.var.page(
    { title: 'Se présenter au public', crumbs: CRUMBS, status },
    <PresentationPage form={form} estates={estates} since={out?.sent_at} />,
  )
}

async function changePresentation(c: SpaceContext) {
  const read = await c.var.readForm(PresentationForm)
  const { act } = read.form.values
  if (act === 'withdraw') {
    const done = await c.var.once(async (db) => landing(await withdrawUnion(db, c.var.now)))
    return done.ok
      ? c.redirect(done.value, 303)
      : presentationPage(c, refused(read.form, done.refusal.because), 422)
  }
  if (!read.ok) return presentationPage(c, read.form, 422)
  if (act === 'edit') return presentationPage(c, read.form)
  const { space, estates } = await known(c)
  const projection = presentationOf(read.value, space.name, estates)
  if (act !== 'publish')
    return c.var.page(
      { title: 'Ce qui va sortir', crumbs: CRUMBS },
      <PresentationPreview projection={projection} values={read.form.values} />,
    )
  const done = await c.var.once(async (db) => landing(await publishUnion(db, projection, c.var.now)))
  return done.ok
    ? c.redirect(done.value, 303)
    : presentationPage(c, refused(read.form, done.refusal.because), 422)
}

const landing = <R,>(done: Result<unknown, R>): Result<string, R> => (done.ok ? accept(PATH) : done)
