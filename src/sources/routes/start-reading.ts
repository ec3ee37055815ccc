import { parseCalendarDay } from '../../kernel/calendar-day.ts'
import { accept, type Result } from '../../kernel/result.ts'
import type { SpaceContext } from '../../ui/request.ts'
import { readUpload } from '../actions/read-upload.ts'
import { type AsOfRefusal, readExtraction } from '../domain/extraction-time.ts'
import type { ImportAsked, ImportAsOf } from '../domain/import.ts'
import type { FileScope } from '../domain/vintage.ts'
import { sayMapRefusal } from '../domain/map-refusal-words.fr.ts'
import { readWaitMap, USUAL_TIME_ZONE, type WaitMap } from '../domain/wait-map.ts'
import { waitingPath } from '../engine/waiting-files.ts'
import { endReading, startReading, updateUploadFacts } from '../store/uploads.ts'
import { sayImportRefusal } from '../views/import-refusal.fr.ts'
import { type MapValues, openingOf } from './map-values.ts'
import { factsOf, stateOf, type Waiting } from './waiting-upload.ts'

const LARGEST_MAP = 1024 * 1024

/** A map brought as a file of JSON; why not, in words. */
export async function readBroughtMap(sent: File | string | undefined): Promise<Result<WaitMap, string>> {
  if (!(sent instanceof File) || sent.size === 0)
    return { ok: false, refusal: 'Choisissez le fichier de la carte.' }
  if (sent.size > LARGEST_MAP) return { ok: false, refusal: 'Ce fichier est trop gros pour être une carte.' }
  const map = readWaitMap(parsed(await sent.text()))
  return map.ok ? map : { ok: false, refusal: sayMapRefusal(map.refusal) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

type Chosen = { readonly typed: MapValues; readonly map: WaitMap }
type Errors = Readonly<Record<string, string>>

/** Begins to read a waiting file as it was said to be read; where to follow it, or what is still to be said. */
export async function startReadingFile(
  c: SpaceContext,
  { source, upload }: Waiting,
  { typed, map }: Chosen,
): Promise<Result<string, Errors>> {
  const asOf = readExtraction(
    typed['etat_au'] ?? '',
    typed['etat_heure'] ?? '',
    map.timeZone ?? USUAL_TIME_ZONE,
  )
  const errors = errorsIn(typed, asOf, c)
  if (!asOf.ok || Object.keys(errors).length > 0) return { ok: false, refusal: errors }
  const { scope } = factsOf(upload)
  const chosen = { scope, values: typed, startedAt: c.var.now.toISOString() }
  let begins = false
  const done = await c.var.once(async (db) => {
    if (stateOf(upload, c.var.now) === 'interrupted')
      await endReading(db, upload.id, 'failed', 'interrupted', c.var.now)
    await updateUploadFacts(db, upload.id, chosen)
    begins = await startReading(db, upload.id, c.var.now)
    return accept(`/sources/${source.id}/lecture`)
  })
  if (begins) launch(c, { source, upload }, { map, asOf: asOf.value, chosen })
  return done.ok ? done : { ok: false, refusal: {} }
}

type Launched = {
  readonly map: WaitMap
  readonly asOf: ImportAsOf
  readonly chosen: { readonly scope: FileScope; readonly values: MapValues }
}

function launch(
  c: SpaceContext,
  { source, upload }: Pick<Waiting, 'source' | 'upload'>,
  { map, asOf, chosen }: Launched,
): void {
  const { folder } = c.var.uploads
  const asked: ImportAsked = {
    ...openingOf(chosen.values),
    sourceId: source.id,
    path: waitingPath(folder, upload.storageKey),
    name: upload.fileName,
    scope: chosen.scope,
    map,
    asOf,
  }
  readUpload(c.var.inScope, { uploadId: upload.id, folder, asked, chosen, clock: clockFrom(c.var.now) })
}

const EXTRACTION_ERRORS: Readonly<Record<AsOfRefusal['because'], Errors>> = {
  day_missing: { etat_au: 'Écrivez le jour où le fichier a été tiré.' },
  day_unreadable: { etat_au: 'Cette date n’existe pas.' },
  hour_unreadable: { etat_heure: 'Écrivez l’heure comme 21:30, ou rien si vous ne la connaissez pas.' },
}

function errorsIn(
  typed: MapValues,
  asOf: Result<ImportAsOf, AsOfRefusal>,
  { var: { today, now } }: SpaceContext,
): Errors {
  const entry = parseCalendarDay(typed['entree_le'] ?? '')
  return {
    ...(asOf.ok ? {} : EXTRACTION_ERRORS[asOf.refusal.because]),
    ...(asOf.ok && (asOf.value.day > today || (asOf.value.instant ?? now) > now)
      ? { etat_au: sayImportRefusal({ because: 'as_of_in_future', asOf: asOf.value.day, today }) }
      : {}),
    ...(typed['regle'] === 'depuis' && entry === undefined
      ? { entree_le: 'Écrivez la date à partir de laquelle les demandes closes ont été reprises.' }
      : {}),
  }
}

/** The time as the request had it, going on. */
function clockFrom(now: Date): () => Date {
  const started = performance.now()
  return () => new Date(now.getTime() + performance.now() - started)
}
