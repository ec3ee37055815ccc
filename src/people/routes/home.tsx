import { isIn } from '../../access/scope.ts'
import { crumbsTo, findHome, seesHomes, staircaseWord } from '../../places/public.ts'
import type { SpaceApp } from '../../ui/request.ts'
import { inOrder } from '../domain/stay.ts'
import { occupantsOf } from '../store/stays.ts'
import { HomePage } from '../views/home-page.tsx'
import { FOLLOWERS, idIn, JOINERS } from './doorstep.ts'

/** A home with who lives there; one that was joined to another opens that one. */
export function homePage(app: SpaceApp): void {
  app.get('/lieux/logements/:id', async (c) => {
    const id = idIn(c)
    if (!id || !seesHomes(c.var.actor)) return c.notFound()
    const read = await c.var.inScope(async (db) => {
      const found = await findHome(db, id)
      return (
        found && { found, word: await staircaseWord(db), occupants: inOrder(await occupantsOf(db, [id])) }
      )
    })
    if (!read) return c.notFound()
    const { found, word, occupants } = read
    if (found.mergedInto) return c.redirect(`/lieux/logements/${found.mergedInto}`, 303)
    const may = { join: isIn(c.var.actor, ...JOINERS), record: isIn(c.var.actor, ...FOLLOWERS) }
    const crumbs = [...crumbsTo(found, word), { label: found.home.label }]
    const view = <HomePage found={found} word={word} occupants={occupants} may={may} />
    return c.var.page({ title: found.home.label, crumbs }, view)
  })
}
