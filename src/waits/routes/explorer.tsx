import { isIn } from '../../access/scope.ts'
import type { Actor } from '../../access/scope.ts'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
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
  app.get('/attentes', (c) => explored(c, c.req.query()))
  // What a source's own page leads to; everything else of a question stands after the «?».
  app.get('/attentes/:source', (c) => explored(c, { ...c.req.query(), source: c.req.param('source') }))
}

async function explored(c: SpaceContext, query: Record<string, string>) {
  const { actor, today } = c.var
  if (!readsWaits(actor)) return c.notFound()
  const question = readQuestion(query)
  const explorer = await c.var.inScope((db) => readExplorer(db, question, today))
  // A source that is not of this space is no source.
  const isNamed = c.req.path !== '/attentes' || question.source !== null
  if (isNamed && explorer.question.source !== question.source) return c.notFound()
  const page = (
    <ExplorerPage explorer={explorer} unread={notUnderstood(query)} mayTakeExact={mayTakeExact(actor)} />
  )
  return c.var.page({ title: 'Attentes', islands: true }, page)
}
