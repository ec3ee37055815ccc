import { isUuid } from '../../kernel/ids.ts'
import { accept } from '../../kernel/result.ts'
import type { FormState } from '../../ui/form.tsx'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { addDoor } from '../actions/add-places.ts'
import { DoorForm } from '../forms.ts'
import { findStaircase, staircaseWord } from '../store/directory.ts'
import { homesOfStaircases, seesHomes } from '../store/homes.ts'
import { countPeopleMet } from '../store/people-met.ts'
import { StaircasePage } from '../views/staircase-page.tsx'
import { crumbsTo, staircaseTitle } from '../views/home-heading.tsx'
import { sayRefusal } from '../words.fr.ts'

const PATH = '/lieux/entrees/:id'

export function staircaseRoutes(app: SpaceApp): void {
  app.get(PATH, (c) => staircasePage(c, c.var.startForm(), 200))
  app.post(PATH, async (c) => {
    const id = c.req.param('id')
    if (!isUuid(id) || !seesHomes(c.var.actor)) return c.notFound()
    const read = await c.var.readForm(DoorForm)
    if (!read.ok) return staircasePage(c, read.form, 422)
    const { etage: floor, porte: position, libelle: label } = read.value
    const done = await c.var.once(async (db) => {
      const added = await addDoor(db, id, { floor, position, label })
      return added.ok ? accept(`/lieux/entrees/${id}`) : added
    })
    if (done.ok) return c.redirect(done.value, 303)
    return staircasePage(c, { ...read.form, errors: { '': sayRefusal(done.refusal) } }, 422)
  })
}

async function staircasePage(c: SpaceContext, form: FormState, status: 200 | 422) {
  const id = c.req.param('id') ?? ''
  if (!isUuid(id)) return c.notFound()
  const { actor } = c.var
  const found = await c.var.inScope(async (db) => {
    const where = await findStaircase(db, id)
    const homes = seesHomes(actor) ? await homesOfStaircases(db, [id]) : undefined
    const met = homes ? await countPeopleMet(db, id) : new Map<string, number>()
    return where && { where, homes, met, word: await staircaseWord(db) }
  })
  if (!found) return c.notFound()
  const { where, word } = found
  const title = staircaseTitle(word, where.staircase.name)
  const crumbs = [
    ...crumbsTo(where, word).slice(0, 2),
    { label: `${where.building.name}, ${word} ${where.staircase.name}` },
  ]
  return c.var.page({ title, status, crumbs }, <StaircasePage {...found} form={form} />)
}
