import { accept } from '../../kernel/result.ts'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import type { Upload } from '../domain/upload.ts'
import { askToStop } from '../store/uploads.ts'
import { sayImportRefusal } from '../views/import-refusal.fr.ts'
import { ReadingPage } from '../views/reading-page.tsx'
import type { ReadingState } from '../views/reading-words.fr.ts'
import { crumbsOf, loaders, SOURCE } from './doorstep.ts'
import { factsOf, type LastUpload, lastUploadIn, stateOf } from './waiting-upload.ts'

const REFRESH_SECONDS = 3

/** How the reading of a file goes, until it ends. */
export function readingPages(app: SpaceApp): void {
  app.use(`${SOURCE}/lecture`, loaders)
  app.get(`${SOURCE}/lecture`, showReading)
  app.post(`${SOURCE}/lecture`, stopReading)
}

async function showReading(c: SpaceContext) {
  const found = await c.var.inScope((db) => lastUploadIn(c, db))
  const state = found?.upload && stateOf(found.upload, c.var.now)
  if (!found?.upload || state === undefined) return c.notFound()
  const { source, upload } = found
  if (state === 'done') return c.redirect(`/sources/${source.id}`, 303)
  if (state === 'received') return c.redirect(`/sources/${source.id}/colonnes`, 303)
  const goesOn = state === 'reading' && c.req.query('fixe') === undefined
  // A header, since a page without JavaScript has no other way; whoever reads slowly can turn it off.
  if (goesOn) c.header('refresh', String(REFRESH_SECONDS))
  return c.var.page(
    { title: 'Lecture du fichier', crumbs: crumbsOf(source, 'Lecture') },
    <ReadingPage {...shownOf(source, upload, state)} refreshes={goesOn} />,
  )
}

const shownOf = (source: LastUpload['source'], upload: Upload, state: ReadingState) => ({
  sourceId: source.id,
  fileName: upload.fileName,
  state,
  rowsRead: upload.rowsRead,
  rowsTotal: upload.rowsTotal ?? undefined,
  seconds: secondsOf(upload),
  stopAsked: upload.stopAsked,
  failure: failureOf(upload),
})

/** Until its last sign of life. */
const secondsOf = (upload: Upload): number => {
  const { startedAt } = factsOf(upload)
  return startedAt && upload.heartbeatAt ? (upload.heartbeatAt.getTime() - startedAt.getTime()) / 1000 : 0
}

function failureOf(upload: Upload): string | undefined {
  const { refusal } = factsOf(upload)
  return refusal && sayImportRefusal(refusal)
}

async function stopReading(c: SpaceContext) {
  const found = await c.var.inScope((db) => lastUploadIn(c, db))
  if (!found?.upload) return c.notFound()
  const { source, upload } = found
  const done = await c.var.once(async (db) => {
    await askToStop(db, upload.id)
    return accept(`/sources/${source.id}/lecture`)
  })
  return done.ok ? c.redirect(done.value, 303) : c.notFound()
}
