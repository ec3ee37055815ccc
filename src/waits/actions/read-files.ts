/** Files of cases into one table of the engine: read, mapped, checked, one after another. */
import { basename } from 'node:path'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import {
  checkAgainst,
  type Engine,
  extractCases,
  type ExtractedCases,
  type ExtractRefusal,
  type FileRefusal,
  headersOf,
  inspectFile,
  type InspectedFile,
  loadRows,
  type WaitMap,
} from '../../sources/public.ts'
import type { CountedSource } from '../domain/counted-waits.ts'
import { doubtsOfFile, type FileDoubt } from '../domain/file-doubts.ts'
import type { ReadingProgress } from '../domain/progress-text.ts'
import type { TallyFileRefusal } from '../domain/tally-file-refusal.ts'
import type { UsageRefusal } from '../domain/usage-refusal.ts'
import { guessMap } from './guess-map.ts'
import { personalHeaders, personalValues } from './personal-by.ts'
import { type KeptTable, keepTable, newKept } from '../engine/kept-table.ts'

export type ReadRefusal = UsageRefusal | FileRefusal | ExtractRefusal | TallyFileRefusal

export type FilesAsked = {
  readonly files: readonly string[]
  /** Null: guessed from the first file. */
  readonly map: WaitMap | null
  readonly by: readonly string[]
}

/** Whoever waits learns how far the reading is, and what is worth knowing of each file. */
export type ReadingWatch = {
  readonly progress: (name: string, progress: ReadingProgress) => void
  readonly guessed: (file: InspectedFile, map: WaitMap) => void
  readonly read: (file: InspectedFile, extracted: ExtractedCases) => void
  readonly doubts: (doubts: readonly FileDoubt[]) => void
  /** Asked once, before anything is loaded: what the map needs beside it. */
  readonly agrees: (map: WaitMap) => Result<unknown, UsageRefusal>
  readonly signal?: AbortSignal
}

export type ReadFiles = {
  readonly map: WaitMap
  readonly kept: KeptTable
  readonly made: ExtractedCases['made']
  readonly unit: ExtractedCases['unit']
  /** No file tells an hour of an opening nor of a closing. */
  readonly bareDates: boolean
  readonly rejects: ReadonlyMap<string, number>
  readonly sources: readonly CountedSource[]
}

export async function readFiles(
  engine: Engine,
  asked: FilesAsked,
  watch: ReadingWatch,
): Promise<Result<ReadFiles, ReadRefusal>> {
  const kept = newKept(asked.files.length > 1)
  const rejects = new Map<string, number>()
  const sources: CountedSource[] = []
  let read: ReadOne | undefined
  let bareDates = true
  for (const path of asked.files) {
    const one = await readOne(engine, path, { ...asked, map: read?.map ?? asked.map }, watch, read)
    if (!one.ok) return one
    read = one.value
    await keepTable(engine, kept, read.extracted)
    bareDates &&= hasBareDates(read)
    for (const [reason, count] of Object.entries<number>(read.extracted.rejects))
      rejects.set(reason, (rejects.get(reason) ?? 0) + count)
    sources.push(read.source)
    watch.read(read.file, read.extracted)
    watch.doubts(doubtsOfFile(read.file, read))
  }
  if (!read) return refuse({ because: 'file_missing', command: 'waits' })
  const { map, extracted } = read
  return accept({ map, kept, made: extracted.made, unit: extracted.unit, bareDates, rejects, sources })
}

const hasBareDates = ({ map, extracted }: ReadOne): boolean =>
  extracted.formats.every(
    ({ header, precision }) => precision === 'day' || (header !== map.opened && header !== map.closed),
  )

type ReadOne = {
  readonly file: InspectedFile
  readonly map: WaitMap
  readonly extracted: ExtractedCases
  readonly source: CountedSource
  readonly beyond: number
}

async function readOne(
  engine: Engine,
  path: string,
  { map, by }: FilesAsked,
  watch: ReadingWatch,
  before: ReadOne | undefined,
): Promise<Result<ReadOne, ReadRefusal>> {
  const file = await inspectFile(engine, path, optionsOf(watch, path))
  if (!file.ok) return file
  const agreed = map ? accept(map) : await guessMap(engine, file.value, watch)
  if (!agreed.ok) return agreed
  const isReady = before ? accept() : watch.agrees(agreed.value)
  if (!isReady.ok) return isReady
  const fits = checkAgainst(agreed.value, file.value.headers, by)
  if (!fits.ok) return fits
  const allowed = personalHeaders(file.value, by)
  if (!allowed.ok) return allowed
  return loadOne(engine, file.value, agreed.value, by, watch)
}

async function loadOne(
  engine: Engine,
  file: InspectedFile,
  map: WaitMap,
  by: readonly string[],
  watch: ReadingWatch,
): Promise<Result<ReadOne, ReadRefusal>> {
  const wanted = [...new Set([...headersOf(map), ...by])]
  const loaded = await loadRows(engine, file, wanted, optionsOf(watch, file.name))
  if (!loaded.ok) return loaded
  const extracted = await extractCases(engine, loaded.value, map, { by })
  if (!extracted.ok) return extracted
  const impersonal = personalValues(extracted.value)
  if (!impersonal.ok) return impersonal
  const { rows, torn, beyond } = loaded.value
  const source = { name: file.name, sha256: file.sha256, rows: rows + torn }
  return accept({ file, map, extracted: extracted.value, source, beyond })
}

const optionsOf = (watch: ReadingWatch, path: string) => ({
  onProgress: (progress: { bytesRead: number; bytes: number; rows?: number }) =>
    watch.progress(basename(path), { rows: 0, ...progress }),
  ...(watch.signal ? { signal: watch.signal } : {}),
})
