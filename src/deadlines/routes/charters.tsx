import type { MiddlewareHandler } from 'hono'
import { dayIn } from '../../kernel/calendar-day.ts'
import type { SpaceApp, SpaceContext, SpaceVariables } from '../../ui/request.ts'
import { readsCharters, writesCharters } from '../actions/charter.ts'
import { listCharterRows } from '../store/charter-rows.ts'
import { listFamilyLabels } from '../store/directory.ts'
import { listPublishedCharters } from '../store/published.ts'
import { CharterRulePage } from '../views/charter-rule-page.tsx'
import { ChartersPage } from '../views/charters-page.tsx'
import { sayRetired } from '../words.fr.ts'
import { charterWritingRoutes, CRUMBS, rowIn } from './charter-writing.tsx'

type Guard = MiddlewareHandler<{ Variables: SpaceVariables }>
const readers: Guard = async (c, next) => (readsCharters(c.var) ? next() : c.notFound())
const writers: Guard = async (c, next) => (writesCharters(c.var) ? next() : c.notFound())

/** Charters, for unions and desks; whoever meets none of them finds nothing here. */
export function charterRoutes(app: SpaceApp): void {
  app.use('/chartes', readers)
  app.use('/chartes/*', readers)
  for (const path of ['/chartes/nouvelle', '/chartes/:id/modifier', '/chartes/:id/fermer'])
    app.use(path, writers)
  app.get('/chartes', showCharters)
  charterWritingRoutes(app)
  app.get('/chartes/:id', showRule)
}

async function showCharters(c: SpaceContext) {
  const isDesk = c.var.actor.kind === 'desk'
  const { rows, published } = await c.var.inScope(async (db) => ({
    rows: await listCharterRows(db),
    published: await listPublishedCharters(db),
  }))
  const parts = published.map((p) => ({
    key: `${p.institutionId} ${p.publishedAt.toISOString()}`,
    institutionName: p.institutionName,
    publishedOn: dayIn(p.publishedAt),
    versions: p.versions,
  }))
  return c.var.page(
    {
      title: isDesk ? 'Votre charte' : 'Chartes des bailleurs',
      crumbs: [CRUMBS[0] ?? { label: '' }, { label: 'Chartes' }],
    },
    <ChartersPage rows={rows} published={parts} isDesk={isDesk} mayWrite={writesCharters(c.var)} />,
  )
}

async function showRule(c: SpaceContext) {
  const row = await rowIn(c)
  if (!row) return c.notFound()
  const families = await listFamilyLabels(c.var.keyring)
  return c.var.page(
    { title: row.title, crumbs: [...CRUMBS, { label: row.title }] },
    <CharterRulePage
      row={row}
      families={families}
      retired={sayRetired(row.validUntil, c.var.today)}
      mayWrite={writesCharters(c.var)}
    />,
  )
}
