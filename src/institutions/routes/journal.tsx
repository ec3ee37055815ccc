import { isUuid } from '../../kernel/ids.ts'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { type JournalFilter, LINES_PER_PAGE, readJournal } from '../store/journal.ts'
import { namesOfAccounts } from '../store/members.ts'
import { JournalPage } from '../views/journal-page.tsx'
import { administratorsOnly } from './administrators-only.ts'

/** Who did what in the space, and when; never what it said. */
export function journalRoutes(app: SpaceApp): void {
  app.use('/espace/journal', administratorsOnly)
  app.get('/espace/journal', showJournal)
}

async function showJournal(c: SpaceContext) {
  const page = Number(c.req.query('page') ?? '1')
  const filter = filterOf(c.req.query('personne'), c.req.query('ligne'))
  if (!filter || !Number.isInteger(page) || page < 1 || page > 100_000) return c.notFound()
  const { journal, names } = await c.var.inScope(async (db) => ({
    journal: await readJournal(db, filter, page),
    names: await namesOfAccounts(db),
  }))
  const pages = Math.ceil(journal.count / LINES_PER_PAGE)
  const crumbs = [{ href: '/espace', label: 'Espace' }, { label: 'Journal' }]
  return c.var.page(
    { title: 'Journal', crumbs },
    <JournalPage actor={c.var.actor} {...journal} names={names} filter={filter} page={page} pages={pages} />,
  )
}

function filterOf(accountId = '', rowId = ''): JournalFilter | undefined {
  if ((accountId && !isUuid(accountId)) || (rowId && !isUuid(rowId))) return undefined
  return { ...(accountId ? { accountId } : {}), ...(rowId ? { rowId } : {}) }
}
