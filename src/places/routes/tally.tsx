import { isIn } from '../../access/scope.ts'
import { accept, type Result } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import {
  previewTally,
  sendTally,
  type ShareRefusal,
  takeTallyBack,
  type UndoRefusal,
} from '../actions/share-tally.ts'
import { shareTally } from '../doors.ts'
import { TallyForm } from '../forms.ts'
import { TallyPage } from '../views/tally-page.tsx'
import { sayRefusal } from '../words.fr.ts'

const PATH = '/lieux/decompte'

/** What the officer shares with the federation, seen first as it would leave. */
export function tallyRoutes(app: SpaceApp): void {
  app.get(PATH, (c) => tallyPage(c, c.var.startForm(), 200))
  app.post(PATH, async (c) => {
    if (!decides(c)) return c.notFound()
    const read = await c.var.readForm(TallyForm)
    if (!read.ok) return tallyPage(c, read.form, 422)
    const { vu: seen, reprendre } = read.value
    const { now, today: asOf } = c.var
    const done = await c.var.once<ShareRefusal | UndoRefusal>(async (db) => {
      const result: Result<string, ShareRefusal | UndoRefusal> =
        reprendre === '' ? await sendTally(db, { seen, asOf, now }) : await takeTallyBack(db, reprendre, now)
      return result.ok ? accept(PATH) : result
    })
    if (done.ok) return c.redirect(done.value, 303)
    return tallyPage(c, { ...read.form, errors: { '': sayRefusal(done.refusal) } }, 422)
  })
}

const decides = ({ var: { actor } }: SpaceContext): boolean =>
  actor.kind === shareTally.from && isIn(actor, shareTally.decidedBy)

async function tallyPage(c: SpaceContext, form: FormState, status: 200 | 422) {
  if (!decides(c)) return c.notFound()
  const preview = await c.var.inScope((db) => previewTally(db, c.var.today))
  const crumbs = [{ href: '/lieux', label: 'Lieux' }, { label: 'Partager un décompte' }]
  return c.var.page(
    { title: 'Partager un décompte', status, crumbs },
    <TallyPage preview={preview} form={form} />,
  )
}
