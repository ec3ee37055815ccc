import { stream } from 'hono/streaming'
import { noteLine } from '../../access/scope.ts'
import { writeTable } from '../../places/domain/csv-text.ts'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { mayLoad } from '../actions/sources.ts'
import type { Source } from '../domain/source.ts'
import type { Vintage } from '../domain/vintage.ts'
import { headersOf, readWaitMap } from '../domain/wait-map.ts'
import { firstRejects, type RejectedCells, type RejectedRow, rejectsPage } from '../store/rejects.ts'
import { findVintage } from '../store/vintages.ts'
import { REJECT_HEADERS, sayReject } from '../views/reject-words.fr.ts'
import { type RejectGroup, RejectsPage } from '../views/rejects-page.tsx'
import { crumbsOf, loaders, SOURCE, sourceIn } from './doorstep.ts'

const MOST_SHOWN = 50
const AT_ONCE = 5000

/** The rows of the last file that were not counted, on a page and in a file for a spreadsheet. */
export function rejectPages(app: SpaceApp): void {
  app.get(`${SOURCE}/rejets`, showRejects)
  app.use(`${SOURCE}/rejets.csv`, loaders)
  app.get(`${SOURCE}/rejets.csv`, giveRejects)
}

type Found = { readonly source: Source; readonly vintage: Vintage }

async function showRejects(c: SpaceContext) {
  const found = await c.var.inScope(async (db) => {
    const current = await currentIn(c, db)
    return (
      current && {
        ...current,
        rejects: await firstRejects(db, current.source.id, current.vintage.vintage, MOST_SHOWN),
      }
    )
  })
  if (!found) return c.notFound()
  const { source, vintage, rejects } = found
  return c.var.page(
    { title: 'Lignes rejetées', crumbs: crumbsOf(source, 'Lignes rejetées') },
    <RejectsPage
      id={source.id}
      name={source.name}
      fileName={vintage.fileName}
      groups={groupsOf(vintage, rejects)}
      mayLoad={mayLoad(c.var.actor)}
    />,
  )
}

async function currentIn(c: SpaceContext, db: Parameters<typeof findVintage>[0]): Promise<Found | undefined> {
  const source = await sourceIn(c, db)
  if (!source || source.currentVintage === null) return undefined
  const vintage = await findVintage(db, source.id, source.currentVintage)
  return vintage && { source, vintage }
}

const groupsOf = ({ rejected }: Vintage, rejects: readonly RejectedRow[]): readonly RejectGroup[] =>
  Object.entries(rejected)
    .filter(([, count]) => count > 0)
    .map(([reason, count]) => ({
      reason,
      count,
      first: rejects
        .filter((reject) => reject.reason === reason)
        .map(({ rowNo, header, value }) => ({ row: rowNo, header, value })),
    }))

/** Piece by piece: there may be as many as the file has rows. Taken out, it leaves a line. */
async function giveRejects(c: SpaceContext) {
  const found = await c.var.inScope(async (db) => {
    const current = await currentIn(c, db)
    if (current) await noteLine(db, 'export', 'source_reject', current.source.id)
    return current
  })
  if (!found) return c.notFound()
  c.header('content-type', 'text/csv; charset=utf-8')
  c.header('content-disposition', 'attachment; filename="palier-lignes-rejetees.csv"')
  return stream(c, async (out) => {
    for await (const piece of rejectText(c, found)) await out.write(piece)
  })
}

async function* rejectText(c: SpaceContext, { source, vintage }: Found): AsyncGenerator<string> {
  const map = readWaitMap(vintage.map)
  yield writeTable([[...(map.ok ? headersOf(map.value) : []), ...REJECT_HEADERS]])
  for (let after = -1; ;) {
    const rows = await c.var.inScope((db) =>
      rejectsPage(db, source.id, vintage.vintage, { after, limit: AT_ONCE }),
    )
    const last = rows.at(-1)
    if (!last) return
    yield writeTable(rows.map(cellsOf)).slice(1) // the mark stands once, at the head
    after = last.rowNo
  }
}

const cellsOf = ({ cells, rowNo, reason, header }: RejectedCells): string[] => {
  const { name, mend } = sayReject(reason)
  return [...cells, name, header, mend, String(rowNo)]
}
