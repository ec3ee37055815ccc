import * as v from 'valibot'
import type { SpaceApp, SpaceContext } from '../../ui/request.ts'
import { type Looked, lookAtFile } from '../actions/look-at-file.ts'
import type { ImportRefusal } from '../domain/import.ts'
import type { InspectedFile } from '../domain/inspected-file.ts'
import { buildingAddresses } from '../domain/sensitive-columns.ts'
import { suggestMap } from '../domain/suggest-map.ts'
import { readWaitMap, type WaitMap } from '../domain/wait-map.ts'
import { waitingPath } from '../engine/waiting-files.ts'
import { ColumnsPage } from '../views/columns-page.tsx'
import { fieldOfRefusal, sayImportRefusal } from '../views/import-refusal.fr.ts'
import { crumbsOf, loaders, SOURCE } from './doorstep.ts'
import {
  COLUMN_FIELDS,
  foundValues,
  type MapValues,
  mapOfValues,
  openingOf,
  reasonsOf,
  shownValues,
  valuesOfMap,
  withColumnValues,
} from './map-values.ts'
import { readBroughtMap, startReadingFile } from './start-reading.ts'
import { factsOf, type LastUpload, lastUploadIn, stateOf, type Waiting } from './waiting-upload.ts'

/** What the columns of a file mean, before it is read. */
export function columnPages(app: SpaceApp): void {
  app.use(`${SOURCE}/colonnes`, loaders)
  app.get(`${SOURCE}/colonnes`, (c) => withWaiting(c, (waiting) => showColumns(c, waiting)))
  app.post(`${SOURCE}/colonnes`, (c) => withWaiting(c, (waiting) => takeColumns(c, waiting)))
}

async function withWaiting(c: SpaceContext, go: (waiting: Waiting) => Promise<Response>): Promise<Response> {
  const found = await c.var.inScope((db) => lastUploadIn(c, db))
  if (!found) return c.notFound()
  const { upload } = found
  const elsewhere = insteadOf(c, found)
  return upload && elsewhere === undefined
    ? go({ ...found, upload })
    : c.redirect(elsewhere ?? '/sources', 303)
}

/** Where to go when no file waits: it was read, or is being read, or nobody sent one. */
function insteadOf(c: SpaceContext, { source, upload }: LastUpload): string | undefined {
  const state = upload && stateOf(upload, c.var.now)
  if (state === undefined || state === 'done') return `/sources/${source.id}/fichier`
  return state === 'reading' ? `/sources/${source.id}/lecture` : undefined
}

function showColumns(c: SpaceContext, waiting: Waiting): Promise<Response> {
  const { refusal } = factsOf(waiting.upload)
  const typed = c.var.startForm().values
  const errors = refusal && refusal.because !== 'import_stopped' ? errorsOf(refusal) : {}
  return columnsPage(c, waiting, { typed, errors, status: 200 })
}

const errorsOf = (refusal: ImportRefusal): Record<string, string> => ({
  [fieldOfRefusal(refusal.because)]: sayImportRefusal(refusal),
})

type Asked = {
  /** What was sent from the page, or comes back after a session; empty before anybody chose. */
  readonly typed: MapValues
  readonly errors: Readonly<Record<string, string>>
  readonly status: 200 | 422
}

/** What the form starts from: what was chosen for this file, else for the one before, else what its columns suggest. */
function startingValues(file: InspectedFile, { source, upload }: Waiting): Record<string, string> {
  const { values } = factsOf(upload)
  if (Object.keys(values).length > 0) return values
  const known = source.map === null ? undefined : readWaitMap(source.map)
  return valuesOfMap(known?.ok ? known.value : suggestMap(file.headers, file.sample).map)
}

type Seen = Looked & {
  /** Why it was not opened as asked; it then was as Palier finds best. */
  readonly refused: ImportRefusal | undefined
}

/** Opens the file as it was asked, else as it is found; undefined when it is no longer there. */
async function seeFile(
  c: SpaceContext,
  { upload }: Waiting,
  typed: MapValues,
  valuesFor: (file: InspectedFile) => MapValues,
): Promise<Seen | undefined> {
  const path = waitingPath(c.var.uploads.folder, upload.storageKey)
  const name = upload.fileName
  const columns = (file: InspectedFile) => [valuesFor(file)['statut'] ?? '', valuesFor(file)['issue'] ?? '']
  const asked = { ...factsOf(upload).values, ...typed }
  const looked = await lookAtFile(path, { name, ...openingOf(asked) }, columns)
  if (looked.ok) return { ...looked.value, refused: undefined }
  const again = await lookAtFile(path, { name }, columns)
  return again.ok ? { ...again.value, refused: looked.refusal } : undefined
}

async function columnsPage(c: SpaceContext, waiting: Waiting, asked: Asked): Promise<Response> {
  const { source, agreement } = waiting
  const { typed } = asked
  const valuesFor = (file: InspectedFile): MapValues => ({
    ...(typed['etat_au'] === undefined ? startingValues(file, waiting) : {}),
    ...typed,
    ...foundValues(file),
  })
  const seen = await seeFile(c, waiting, typed, valuesFor)
  if (!seen) return c.redirect(`/sources/${source.id}/fichier?absent=1`, 303)
  const { file, refused } = seen
  const values = valuesFor(file)
  const held = (field: string) => seen.values.get(values[field] ?? '') ?? []
  const [statuses, outcomes] = [held('statut'), held('issue')]
  const filled = withColumnValues(withColumnValues(values, 'statut', statuses), 'issue', outcomes)
  const suggestion = suggestMap(file.headers, file.sample)
  const errors = { ...absentIn(values, file), ...asked.errors, ...(refused ? errorsOf(refused) : {}) }
  return c.var.page(
    {
      title: 'Les colonnes du fichier',
      crumbs: crumbsOf(source, 'Colonnes'),
      status: refused ? 422 : asked.status,
    },
    <ColumnsPage
      form={{ values: filled, errors }}
      source={source}
      file={file}
      because={reasonsOf(suggestion.because)}
      preset={suggestion.preset}
      values={{
        statut: shownValues(filled, 'statut', statuses),
        issue: shownValues(filled, 'issue', outcomes),
      }}
      buildings={buildingAddresses(file.headers, file.sample).filter(
        (header) => !seen.personal.some((column) => column.header === header),
      )}
      sensitive={seen.personal.map((column) => ({
        ...column,
        allowed: agreement.allowedColumns.includes(column.kind),
      }))}
    />,
  )
}

/** A map of another file names columns that this one does not have: it is said, since a list cannot show them. */
function absentIn(values: MapValues, { headers }: InspectedFile): Record<string, string> {
  const absent = COLUMN_FIELDS.map((field) => values[field] ?? '').filter(
    (header) => header !== '' && !headers.includes(header),
  )
  return absent.length === 0 ? {} : errorsOf({ because: 'columns_absent', absent, present: headers })
}

async function takeColumns(c: SpaceContext, waiting: Waiting): Promise<Response> {
  const read = await c.var.readForm(v.looseObject({ carte: v.optional(v.union([v.file(), v.string()])) }))
  const { act = '', ...typed } = read.form.values
  const again = (errors: Record<string, string>, values: MapValues = typed): Promise<Response> =>
    columnsPage(c, waiting, { typed: values, errors, status: Object.keys(errors).length > 0 ? 422 : 200 })
  if (act === 'apporter') {
    const brought = await readBroughtMap(read.ok ? read.value.carte : undefined)
    const { etat_au = '', etat_heure = '' } = factsOf(waiting.upload).values
    const kept = { etat_au, etat_heure }
    return brought.ok
      ? again({}, { ...kept, ...valuesOfMap(brought.value) })
      : again({ carte: brought.refusal })
  }
  if (act === 'revoir') return again({})
  const map = readWaitMap(mapOfValues(typed))
  if (!map.ok) return again(errorsOf(map.refusal))
  if (act === 'emporter') return mapFile(map.value)
  const began = await startReadingFile(c, waiting, { typed, map: map.value })
  return began.ok ? c.redirect(began.value, 303) : again(began.refusal)
}

/** The map as `MAP.json`, for the command line and for another source. */
const mapFile = (map: WaitMap): Response =>
  new Response(`${JSON.stringify(map, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="MAP.json"',
      'cache-control': 'no-store',
    },
  })
