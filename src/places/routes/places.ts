import type { SpaceApp } from '../../ui/request.ts'
import { estateRoutes } from './estates.tsx'
import { homeRoutes } from './homes.tsx'
import { importRoutes } from './import.tsx'
import { nomenclatureRoutes } from './nomenclature.tsx'
import { quickEntryRoutes } from './quick-entry.tsx'
import { staircaseRoutes } from './staircases.tsx'
import { tallyRoutes } from './tally.tsx'

/** Every page of places; whoever opens homes is a union's field, the directory opens to all. */
export function placesRoutes(app: SpaceApp): void {
  estateRoutes(app)
  quickEntryRoutes(app)
  staircaseRoutes(app)
  importRoutes(app)
  homeRoutes(app)
  tallyRoutes(app)
  nomenclatureRoutes(app)
}
