import { DECIDERS } from '../../access/circles.ts'
import type { Door } from '../../access/door.ts'
import { CONTENTS } from '../../access/grant.ts'
import { isIn } from '../../access/scope.ts'
import { undoPassage } from '../../access/undo-passages.ts'
import { accept } from '../../kernel/result.ts'
import { emptyForm, type FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { UndoForm } from '../forms.ts'
import { listReceived, listSent } from '../store/passages.ts'
import { DoorsPage } from '../views/doors-page.tsx'
import type { Pictures } from '../views/projection.tsx'
import { ReceivedPage } from '../views/received-page.tsx'
import { refused } from './refused.ts'

/** The openings of the wall, what went out by them and what came in. Web knows every noun's doors and passes them. */
export function doorRoutes(app: SpaceApp, doors: readonly Door[], pictures: Pictures): void {
  app.get('/recu', (c) => receivedPage(c, doors, pictures))
  app.get('/espace/portes', (c) => doorsPage(c, { doors, pictures }, emptyForm))
  app.post('/espace/portes', (c) => undo(c, { doors, pictures }))
}

/** What came in is for those who handle contents: for other circles the page is absent. */
async function receivedPage(c: SpaceContext, doors: readonly Door[], pictures: Pictures) {
  if (!seesContents(c)) return c.notFound()
  const received = await c.var.inScope((db) => listReceived(db))
  return c.var.page({ title: 'Reçu' }, <ReceivedPage received={received} doors={doors} pictures={pictures} />)
}

type Drawn = { readonly doors: readonly Door[]; readonly pictures: Pictures }

async function doorsPage(c: SpaceContext, drawn: Drawn, form: FormState, status: 200 | 422 = 200) {
  const { kind } = c.var.actor
  const decides = isIn(c.var.actor, DECIDERS[kind])
  const sent = seesContents(c) ? await c.var.inScope(listSent) : []
  const crumbs = [{ href: '/espace', label: 'Espace' }, { label: 'Portes' }]
  return c.var.page(
    { title: 'Portes', crumbs, status },
    <DoorsPage
      {...drawn}
      kind={kind}
      sent={sent}
      showsSent={seesContents(c)}
      decides={decides}
      form={form}
    />,
  )
}

async function undo(c: SpaceContext, drawn: Drawn) {
  if (!isIn(c.var.actor, DECIDERS[c.var.actor.kind])) return c.notFound()
  const read = await c.var.readForm(UndoForm)
  if (!read.ok) return doorsPage(c, drawn, read.form, 422)
  const done = await c.var.once(async (db) => {
    const undone = await undoPassage(db, read.value.passage, c.var.now)
    return undone.ok ? accept('/espace/portes') : undone
  })
  if (!done.ok) return doorsPage(c, drawn, refused(read.form, done.refusal.because), 422)
  return c.redirect(done.value, 303)
}

const seesContents = (c: SpaceContext): boolean => isIn(c.var.actor, ...CONTENTS[c.var.actor.kind])
