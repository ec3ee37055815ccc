import { isUuid } from '../../kernel/ids.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { describes, writePlan } from '../actions/add-places.ts'
import { type QuickPlan, readQuickEntry } from '../domain/quick-entry.fr.ts'
import { QuickForm } from '../forms.ts'
import { findEstate, staircaseWord } from '../store/directory.ts'
import { QuickEntryPage } from '../views/quick-entry-page.tsx'
import { sayQuickRefusal, sayRefusal } from '../words.fr.ts'

const PATH = '/lieux/residences/:id/saisie-rapide'

/** Two steps without a script: what was understood is shown, then written. */
export function quickEntryRoutes(app: SpaceApp): void {
  app.get(PATH, (c) => quickPage(c, c.var.startForm(), {}))
  app.post(PATH, async (c) => {
    const read = await c.var.readForm(QuickForm)
    if (!read.ok) return quickPage(c, read.form, { status: 422 })
    const { description } = read.value
    const plan = readQuickEntry(description)
    // What was shown is what is sent back to be written, without the signs that a page does not carry.
    const form = { ...read.form, values: { ...read.form.values, description } }
    if (!plan.ok) return quickPage(c, wrong(form, sayQuickRefusal(plan.refusal)), { status: 422 })
    if (read.value.etape === 'lire') return quickPage(c, form, { plan: plan.value })
    if (!describes(c.var.actor)) return c.notFound()
    const id = c.req.param('id')
    if (!isUuid(id)) return c.notFound()
    const done = await c.var.once(async (db) => {
      const written = await writePlan(db, id, plan.value, c.var.now)
      return written.ok ? accept(`/lieux/residences/${id}#b-${written.value.building.id}`) : written
    })
    if (done.ok) return c.redirect(done.value, 303)
    return quickPage(c, wrong(form, sayRefusal(done.refusal)), { status: 422 })
  })
}

const wrong = (form: FormState, sentence: string): FormState => ({
  ...form,
  errors: { description: sentence },
})

type Shown = { readonly plan?: QuickPlan; readonly status?: 200 | 422 }

async function quickPage(c: SpaceContext, form: FormState, { plan, status = 200 }: Shown) {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id) || !describes(c.var.actor)) return c.notFound()
  const [estate, word] = await c.var.inScope(
    async (db) => [await findEstate(db, id), await staircaseWord(db)] as const,
  )
  if (!estate) return c.notFound()
  const crumbs = [
    { href: '/lieux', label: 'Lieux' },
    { href: `/lieux/residences/${id}`, label: estate.name },
    { label: 'Décrire un bâtiment' },
  ]
  return c.var.page(
    { title: 'Décrire un bâtiment', status, crumbs },
    <QuickEntryPage estate={estate} form={form} plan={plan} word={word} />,
  )
}
