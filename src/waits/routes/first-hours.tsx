import type { SpaceApp } from '../../ui/request.ts'
import { explorerHref, readQuestion } from '../domain/explorer-question.ts'
import { firstHoursOf } from '../domain/first-hours.ts'
import { firstHourCounts } from '../store/first-hours.ts'
import { FirstHoursPage } from '../views/first-hours-page.tsx'
import { nameOf } from '../views/explorer-words.fr.ts'
import { sourceReader } from './clock-reading.ts'
import { readsWaits } from './explorer.tsx'
import { sourceOf } from './read-explorer.ts'

/** The same question as the explorer's, in hours; of a loaded source only: nobody tells us the hour of a wait. */
export function firstHoursPage(app: SpaceApp): void {
  app.get('/attentes/heures', async (c) => {
    if (!readsWaits(c.var.actor)) return c.notFound()
    const q = readQuestion(c.req.query())
    const read = await c.var.inScope(async (db) => {
      const source = await sourceOf(db, q)
      if (!source) return undefined
      const reader = sourceReader(db, source, q)
      const { counts, untold } = await firstHourCounts(db, source, q, q)
      return {
        hours: firstHoursOf(counts, untold, reader.origin(0)),
        name: nameOf(q, await reader.choices()),
        source: source.name,
      }
    })
    if (!read) return c.notFound()
    return c.var.page({ title: 'Les premières heures' }, <FirstHoursPage {...read} back={explorerHref(q)} />)
  })
}
