import { staircaseWord } from '../../places/public.ts'
import type { SpaceApp } from '../../ui/request.ts'
import { doorsOfBuilding, findBuilding, stairsOf } from '../store/facade.ts'
import { listShared } from '../store/lists.ts'
import { FacadePage } from '../views/facade-page.tsx'
import { idIn } from '../../complaints/public.ts'

/** A building belongs to places, which know no wait: its façade is a page of complaints. */
export function facadePage(app: SpaceApp): void {
  app.get('/lieux/batiments/:id/facade', async (c) => {
    const id = idIn(c)
    if (!id) return c.notFound()
    const { today } = c.var
    const read = await c.var.inScope(async (db) => {
      const building = await findBuilding(db, id)
      if (!building) return undefined
      return {
        building,
        stairs: await stairsOf(db, id),
        doors: await doorsOfBuilding(db, id),
        shared: await listShared(db, id),
        word: await staircaseWord(db),
      }
    })
    if (!read) return c.notFound()
    const { building } = read
    const crumbs = [
      { href: '/lieux', label: 'Lieux' },
      { href: `/lieux/residences/${building.estate.id}`, label: building.estate.name },
      { label: `${building.name}, la façade` },
    ]
    return c.var.page({ title: `Façade, ${building.name}`, crumbs }, <FacadePage {...read} today={today} />)
  })
}
