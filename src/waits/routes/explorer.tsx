import { isIn } from '../../access/scope.ts'
import type { Actor } from '../../access/scope.ts'
import type { SpaceApp } from '../../ui/request.ts'
import { notUnderstood, readQuestion } from '../domain/explorer-question.ts'
import { ExplorerPage } from '../views/explorer-page.tsx'
import { mayTakeExact } from './leaving-waits.ts'
import { readExplorer } from './read-explorer.ts'

/** Circles that read the waits of their space, exactly. */
const READERS = {
  union: ['organiser', 'steward', 'officer'],
  desk: ['contact', 'data_officer', 'decision_owner'],
  programme: [],
  research: ['researcher', 'data_steward', 'assistant'],
} as const

export const readsWaits = (actor: Actor): boolean => isIn(actor, ...READERS[actor.kind])

export function explorerPage(app: SpaceApp): void {
  app.get('/attentes', async (c) => {
    if (!readsWaits(c.var.actor)) return c.notFound()
    const query = c.req.query()
    const explorer = await c.var.inScope((db) => readExplorer(db, readQuestion(query), c.var.today))
    return c.var.page(
      { title: 'Attentes' },
      <ExplorerPage
        explorer={explorer}
        unread={notUnderstood(query)}
        mayTakeExact={mayTakeExact(c.var.actor)}
      />,
    )
  })
}
