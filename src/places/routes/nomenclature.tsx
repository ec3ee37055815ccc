import type { SpaceApp } from '../../ui/request.ts'
import { listNomenclature } from '../store/nomenclature.ts'
import { NomenclaturePage } from '../views/nomenclature-page.tsx'

/** Read by everybody; its rows are changed by a migration, reviewed like code. */
export function nomenclatureRoutes(app: SpaceApp): void {
  app.get('/lieux/nomenclature', async (c) => {
    const families = await c.var.inScope((db) => listNomenclature(db))
    const crumbs = [{ href: '/lieux', label: 'Lieux' }, { label: 'Nomenclature' }]
    return c.var.page({ title: 'Nomenclature', crumbs }, <NomenclaturePage families={families} />)
  })
}
