import type { SpaceApp } from '../../ui/request.ts'
import { explorerPage } from './explorer.tsx'
import { firstHoursPage } from './first-hours.tsx'
import { takenAway } from './take-away.tsx'

/** The waits of a space: the explorer, and what is taken away from it. */
export function waitsRoutes(app: SpaceApp): void {
  firstHoursPage(app)
  explorerPage(app)
  takenAway(app)
}
