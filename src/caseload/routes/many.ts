import type { SpaceApp } from '../../ui/request.ts'
import { onlyFollowers } from '../../complaints/public.ts'
import { digestPage } from './digest.tsx'
import { listExports } from './exports.ts'
import { facadePage } from './facade.tsx'
import { listPages } from './list.tsx'
import { savedViewPages } from './saved-views.tsx'
import { statisticsPage } from './statistics.tsx'

/** Pages that look at many complaints; mounted before those of one, whose address could be any word. */
export function manyComplaintsRoutes(app: SpaceApp): void {
  app.use('/reclamations/*', onlyFollowers)
  app.use('/lieux/batiments/:id/facade', onlyFollowers)
  facadePage(app)
  listPages(app)
  statisticsPage(app)
  digestPage(app)
  savedViewPages(app)
  listExports(app)
}
