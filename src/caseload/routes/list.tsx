import { isIn } from '../../access/scope.ts'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { notUnderstood, readCursor, readFilter } from '../domain/list-address.fr.ts'
import type { ListFilter } from '../domain/list-filter.ts'
import { allFamilies, estatesWithComplaints, namesOf } from '../store/filter-names.ts'
import { askList } from '../store/list-conditions.ts'
import { countListed, listComplaints } from '../store/lists.ts'
import { listViews } from '../store/saved-views.ts'
import { ListPage } from '../views/list-page.tsx'

/** Circles that may take a list away as a file. */
export const EXPORTERS = ['organiser', 'officer'] as const

export const filterIn = (c: SpaceContext): ListFilter => readFilter(c.req.query())

export function listPages(app: SpaceApp): void {
  app.get('/reclamations', async (c) => {
    const { actor, today } = c.var
    const filter = filterIn(c)
    const after = readCursor(c.req.query('apres') ?? '')
    const read = await c.var.inScope(async (db) => {
      const asked = await askList(db, filter, today)
      return {
        ...(await listComplaints(db, asked, after)),
        count: await countListed(db, asked),
        names: await namesOf(db, filter),
        choices: { families: await allFamilies(db), estates: await estatesWithComplaints(db) },
        views: await listViews(db),
      }
    })
    const page = (
      <ListPage
        {...read}
        {...(after && { after })}
        filter={filter}
        unread={notUnderstood(c.req.query())}
        today={today}
        mayExport={isIn(actor, ...EXPORTERS)}
      />
    )
    return c.var.page({ title: 'Réclamations' }, page)
  })
}
