import { isIn } from '../../access/scope.ts'
import { listOut } from '../../institutions/public.ts'
import { dayIn } from '../../kernel/calendar-day.ts'
import { accept, type Result } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { readsCharters } from '../actions/charter.ts'
import { charterProjection, publishOwnCharter, seenOf, withdrawCharter } from '../actions/publication.ts'
import { publishCharter } from '../doors.ts'
import { PublicationForm } from '../forms.ts'
import { CharterPublicationPage } from '../views/charter-publication-page.tsx'
import { sayCharterRefusal } from '../words.fr.ts'

const PATH = '/chartes/publication'
const CRUMBS = [{ href: '/chartes', label: 'Chartes' }, { label: 'Publier' }]

/** A desk's charter leaves by its door; only whoever decides for the desk opens it. */
export function charterPublicationRoutes(app: SpaceApp): void {
  app.use(PATH, async (c, next) =>
    c.var.actor.kind === 'desk' && readsCharters(c.var) ? next() : c.notFound(),
  )
  app.get(PATH, (c) => publicationPage(c, c.var.startForm()))
  app.post(PATH, changePublication)
}

async function publicationPage(c: SpaceContext, form: FormState, status: 200 | 422 = 200) {
  const { charter, out } = await c.var.inScope(async (db) => ({
    charter: await charterProjection(db, c.var.today),
    out: (await listOut(db, publishCharter.name))[0],
  }))
  return c.var.page(
    { title: 'Publier la charte', crumbs: CRUMBS, status },
    <CharterPublicationPage
      form={form}
      charter={charter}
      seen={seenOf(charter)}
      publicSince={out && dayIn(out.sent_at)}
      mayDecide={isIn(c.var.actor, publishCharter.decidedBy)}
    />,
  )
}

async function changePublication(c: SpaceContext) {
  if (!isIn(c.var.actor, publishCharter.decidedBy)) return c.notFound()
  const read = await c.var.readForm(PublicationForm)
  if (!read.ok) return publicationPage(c, read.form, 422)
  const { act, vu } = read.value
  const done = await c.var.once(async (db) =>
    act === 'publish'
      ? landing(await publishOwnCharter(db, vu, c.var.today, c.var.now))
      : landing(await withdrawCharter(db, c.var.now)),
  )
  if (done.ok) return c.redirect(done.value, 303)
  const errors = { '': sayCharterRefusal(done.refusal.because) }
  return publicationPage(c, { values: {}, errors }, 422)
}

const landing = <R,>(done: Result<unknown, R>): Result<string, R> => (done.ok ? accept(PATH) : done)
