import type { ScopedDb } from '../../access/scope.ts'
import { isIn } from '../../access/scope.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { codebookJson, exportCsv, exportJson } from '../actions/export-list.ts'
import type { ListFilter } from '../domain/list-filter.ts'
import { EXPORTERS, filterIn } from './list.tsx'

type Export = (db: ScopedDb, filter: ListFilter, today: CalendarDay) => Promise<string>

const file = (c: SpaceContext, text: string, type: string, name: string) =>
  c.body(text, 200, {
    'content-type': `${type}; charset=utf-8`,
    'content-disposition': `attachment; filename="${name}"`,
  })

async function taken(c: SpaceContext, make: Export, type: string, ending: string) {
  const { actor, today } = c.var
  if (!isIn(actor, ...EXPORTERS)) return c.notFound()
  const text = await c.var.inScope((db) => make(db, filterIn(c), today))
  return file(c, text, type, `palier-reclamations-${today}.${ending}`)
}

/** The list as it is filtered, to take away; only for those who may. */
export function listExports(app: SpaceApp): void {
  app.get('/reclamations/export.csv', (c) => taken(c, exportCsv, 'text/csv', 'csv'))
  app.get('/reclamations/export.json', (c) => taken(c, exportJson, 'application/json', 'json'))
  app.get('/reclamations/export-codes.json', (c) =>
    isIn(c.var.actor, ...EXPORTERS)
      ? file(c, codebookJson(), 'application/json', 'palier-reclamations-colonnes.json')
      : c.notFound(),
  )
}
