import type { ScopedDb } from '../../access/scope.ts'
import { dayIn, parseCalendarDay } from '../../kernel/calendar-day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { dayNumber } from '../../measure/day-number.ts'
import type { ImportAsked, ImportOutcome, ImportProgress, ImportRefusal } from '../domain/import.ts'
import { personalStrata } from '../domain/personal-strata.ts'
import type { SensitiveColumn } from '../domain/sensitive-columns.ts'
import type { InspectedFile } from '../domain/inspected-file.ts'
import { checkAgainst, headersOf, USUAL_TIME_ZONE, type WaitMap } from '../domain/wait-map.ts'
import { type Engine, openEngine } from '../engine/duck.ts'
import { findSensitive } from '../engine/find-sensitive.ts'
import { inspectFile } from '../engine/inspect-file.ts'
import { loadWanted, readVintage } from '../engine/read-vintage.ts'
import { type Agreed, checkImport, columnsNotAllowed, isSame } from './check-import.ts'
import { type Counted, writeVintage } from './write-vintage.ts'

export type ImportWatch = {
  readonly now: Date
  readonly onProgress?: (progress: ImportProgress) => void
  /** Aborted, the import stops where it is and nothing of it stays. */
  readonly signal?: AbortSignal
  /** For the engine; 512 when absent. */
  readonly memoryMb?: number
}

/** Opens a scope as whoever asked for the import: for its checks, then once for all that it writes. */
export type OpenScope = <T>(work: (db: ScopedDb) => Promise<T>) => Promise<T>

/**
 * Reads a file into its source as a new vintage, seen by all when its one transaction commits and by nobody before.
 * Columns that the map does not name are never read; those that look personal are refused before anything is stored.
 */
export async function importFile(
  inScope: OpenScope,
  asked: ImportAsked,
  watch: ImportWatch,
): Promise<Result<ImportOutcome, ImportRefusal>> {
  const agreed = await inScope((db) => checkImport(db, asked, watch.now))
  if (!agreed.ok) return agreed
  const engine = await openEngine({ memoryMb: watch.memoryMb ?? 512, reads: [asked.path] })
  const stop = (): void => engine.interrupt()
  watch.signal?.addEventListener('abort', stop)
  try {
    return await readInto(inScope, engine, asked, agreed.value, watch)
  } catch (error) {
    if (watch.signal?.aborted) return refuse({ because: 'import_stopped' })
    throw error
  } finally {
    watch.signal?.removeEventListener('abort', stop)
    await engine.close()
  }
}

async function readInto(
  inScope: OpenScope,
  engine: Engine,
  asked: ImportAsked,
  agreed: Agreed,
  watch: ImportWatch,
): Promise<Result<ImportOutcome, ImportRefusal>> {
  const { current, map } = agreed
  const options = optionsOf(watch)
  const file = await inspectFile(engine, asked.path, { ...asked, ...options })
  if (!file.ok) return stoppedOr(file.refusal)
  if (current && isSame(current, file.value.sha256, asked))
    return accept({ did: 'nothing_changed', vintage: current })
  const problem = await columnsProblem(engine, file.value, agreed)
  if (problem) return refuse(problem)
  const look = (personal: readonly SensitiveColumn[]) => columnsNotAllowed(agreed, personal)
  const loaded = await loadWanted(engine, file.value, map, look, options)
  if (!loaded.ok) return stoppedOr(loaded.refusal)
  return count(inScope, engine, { asked, agreed, loaded: loaded.value }, watch)
}

async function count(
  inScope: OpenScope,
  engine: Engine,
  { asked, agreed, loaded }: Pick<Counted, 'asked' | 'agreed' | 'loaded'>,
  watch: ImportWatch,
): Promise<Result<ImportOutcome, ImportRefusal>> {
  const { asOf, sourceId } = asked
  const rows = loaded.rows + loaded.torn
  const { bytes } = loaded.file
  watch.onProgress?.({ step: 'counting', rows, rowsTotal: rows, bytesRead: bytes, bytes })
  const entryFrom = entryDayOf(agreed.map)
  const read = await readVintage(engine, loaded, agreed.map, {
    sourceId,
    day: dayNumber(asOf.day),
    us: asOf.instant === null ? null : BigInt(asOf.instant.getTime()) * 1000n,
    entryFrom,
  })
  if (!read.ok) return read
  const problem = columnsNotAllowed(agreed, personalStrata(read.value.extracted))
  if (problem) return refuse(problem)
  if (read.value.kept === 0) return refuse({ because: 'no_case_kept', rows, rejected: rows })
  watch.signal?.throwIfAborted()
  return writeVintage(inScope, engine, { asked, agreed, loaded, read: read.value, entryFrom }, watch)
}

/** Of the first rows only; `loadWanted` looks again, all over the file, and `count` at all the places and categories. */
async function columnsProblem(
  engine: Engine,
  file: InspectedFile,
  agreed: Agreed,
): Promise<ImportRefusal | undefined> {
  const fits = checkAgainst(agreed.map, file.headers)
  if (!fits.ok) return fits.refusal
  const wanted = headersOf(agreed.map)
  const sample = file.sample.map((row) => wanted.map((header) => row[file.headers.indexOf(header)] ?? ''))
  const judged = { relation: file.from, present: file.headers, headers: wanted, sample }
  return columnsNotAllowed(agreed, await findSensitive(engine, judged))
}

/** The day from which older cases are seen, in the zone of the map. */
function entryDayOf({ entry, timeZone = USUAL_TIME_ZONE }: WaitMap): number | null {
  if (!entry || !('from' in entry)) return null
  return dayNumber(parseCalendarDay(entry.from) ?? dayIn(new Date(entry.from), timeZone))
}

const stoppedOr = (refusal: ImportRefusal): Result<never, ImportRefusal> =>
  refuse(refusal.because === 'reading_stopped' ? { because: 'import_stopped' } : refusal)

const optionsOf = ({ onProgress, signal }: ImportWatch) => ({
  onProgress: (p: { rows?: number; bytesRead: number; bytes: number }) =>
    onProgress?.({
      step: 'reading',
      rows: p.rows ?? 0,
      rowsTotal: null,
      bytesRead: p.bytesRead,
      bytes: p.bytes,
    }),
  ...(signal ? { signal } : {}),
})
