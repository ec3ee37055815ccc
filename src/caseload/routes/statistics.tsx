import type { SpaceApp } from '../../ui/request.ts'
import {
  byBall,
  byEstate,
  byFamily,
  byLandlord,
  countContempt,
  countMissed,
  countPromises,
} from '../store/statistics.ts'
import { StatisticsPage } from '../views/statistics-page.tsx'
import { COMPLAINTS_CRUMB } from '../../complaints/public.ts'

/** The union's own counts: exact, for itself alone. */
export function statisticsPage(app: SpaceApp): void {
  app.get('/reclamations/chiffres', async (c) => {
    const { today } = c.var
    const read = await c.var.inScope(async (db) => ({
      families: await byFamily(db),
      estates: await byEstate(db),
      landlords: await byLandlord(db),
      balls: await byBall(db),
      promises: await countPromises(db, today),
      missed: await countMissed(db),
      contempts: await countContempt(db),
    }))
    const crumbs = [COMPLAINTS_CRUMB, { label: 'Les chiffres' }]
    return c.var.page(
      { title: 'Les chiffres des réclamations', crumbs },
      <StatisticsPage {...read} today={today} />,
    )
  })
}
