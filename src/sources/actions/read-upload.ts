import type { ScopedDb } from '../../access/scope.ts'
import { withoutContents } from '../../jobs/run-jobs.ts'
import type { Result } from '../../kernel/result.ts'
import type { ImportAsked, ImportOutcome, ImportProgress, ImportRefusal } from '../domain/import.ts'
import { forgetWaiting } from '../engine/waiting-files.ts'
import { beat, endReading, updateUploadFacts } from '../store/uploads.ts'
import { importFile, type OpenScope } from './import-file.ts'

export type UploadReading = {
  readonly uploadId: string
  readonly folder: string
  readonly asked: ImportAsked
  /** Kept with the upload; a refusal is added to it, for the page that says why. */
  readonly chosen: Readonly<Record<string, unknown>>
  readonly clock: () => Date
}

const BEAT_MS = 1000
/** A reading that gave no sign for longer than this is over: its process is gone. */
export const SILENT_MS = 60_000

const underway = new Map<AbortController, Promise<void>>()

/** Stops what is being read in this process, and resolves when all of it has rolled back. */
export async function stopReadings(): Promise<void> {
  for (const stop of underway.keys()) stop.abort()
  await Promise.all(underway.values())
}

/** Reads a waiting file to its end in the background, its progress written for every process to see. */
export function readUpload(inScope: OpenScope, reading: UploadReading): void {
  const stop = new AbortController()
  const ended = readToTheEnd(inScope, reading, stop)
    .catch((error: unknown) => console.error(`reading failed: ${withoutContents(error)}`))
    .finally(() => underway.delete(stop))
  underway.set(stop, ended)
}

async function readToTheEnd(inScope: OpenScope, reading: UploadReading, stop: AbortController) {
  const { uploadId, folder, asked, clock } = reading
  const pulse = startPulse(inScope, reading, stop)
  try {
    const watch = { now: clock(), onProgress: pulse.note, signal: stop.signal }
    const done = await importFile(inScope, asked, watch)
    await pulse.end()
    await inScope((db) => noteEnd(db, reading, done))
    if (done.ok) await forgetWaiting(folder, uploadId)
  } catch (error) {
    await pulse.end()
    await inScope((db) => endReading(db, uploadId, 'failed', 'broken', clock()))
    throw error
  }
}

async function noteEnd(
  db: ScopedDb,
  reading: UploadReading,
  done: Result<ImportOutcome, ImportRefusal>,
): Promise<void> {
  const { uploadId, chosen, clock } = reading
  if (done.ok) {
    const { did, vintage } = done.value
    if (did === 'nothing_changed')
      await updateUploadFacts(db, uploadId, { ...chosen, readBefore: vintage.recordedAt })
    return endReading(db, uploadId, 'done', null, clock())
  }
  const { refusal } = done
  const stopped = refusal.because === 'import_stopped'
  await updateUploadFacts(db, uploadId, { ...chosen, refusal })
  return endReading(db, uploadId, stopped ? 'stopped' : 'failed', refusal.because, clock())
}

/** Writes how far the reading is, every second, and hears that somebody asks it to stop. */
function startPulse(inScope: OpenScope, { uploadId, clock }: UploadReading, stop: AbortController) {
  let progress = { rowsRead: 0, rowsTotal: null as number | null }
  let last: Promise<void> = Promise.resolve()
  const tell = async (): Promise<void> => {
    if (await inScope((db) => beat(db, uploadId, progress, clock()))) stop.abort()
  }
  const timer = setInterval(() => {
    last = last.then(tell).catch(() => {}) // a beat that is lost is followed by another
  }, BEAT_MS)
  return {
    note: (p: ImportProgress): void => {
      progress = toldOf(p, progress)
    },
    end: async (): Promise<void> => {
      clearInterval(timer)
      await last
      await tell().catch(() => {})
    },
  }
}

/** Rows of the file; how many it has is guessed from its bytes until all were read. What follows holds at the end. */
function toldOf(p: ImportProgress, before: { rowsRead: number; rowsTotal: number | null }) {
  if (p.step === 'counting') return { rowsRead: p.rows, rowsTotal: p.rows }
  if (p.step !== 'reading') return before
  const share = p.bytesRead / Math.max(1, p.bytes)
  return { rowsRead: p.rows, rowsTotal: share > 0 && p.rows > 0 ? Math.round(p.rows / share) : null }
}
