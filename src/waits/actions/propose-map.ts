import { basename, resolve } from 'node:path'
import { accept, type Result } from '../../kernel/result.ts'
import { inspectFile, openEngine, suggestForFile, type WaitMap } from '../../sources/public.ts'
import type { CommandRefusal } from '../domain/exit-code.ts'
import { missingFields } from './guess-map.ts'
import type { ReadingWatch } from './read-files.ts'

export type ProposedMap = {
  /** With the keys to complete, empty. */
  readonly map: Partial<WaitMap>
  /** Per key of the map, why. */
  readonly because: Readonly<Record<string, string>>
  /** Keys without which nothing can be counted. */
  readonly missing: readonly string[]
  readonly headers: readonly string[]
}

/** The map that the names and the first rows of a file suggest. */
export async function proposeMap(
  path: string,
  { progress }: Pick<ReadingWatch, 'progress'>,
  signal?: AbortSignal,
): Promise<Result<ProposedMap, CommandRefusal>> {
  const file = resolve(path)
  const engine = await openEngine({ reads: [file] })
  try {
    const inspected = await inspectFile(engine, file, {
      onProgress: (done) => progress(basename(path), { ...done, rows: 0 }),
      ...(signal ? { signal } : {}),
    })
    if (!inspected.ok) return inspected
    const { map, because } = await suggestForFile(engine, inspected.value)
    const missing = missingFields(map)
    const toComplete = Object.fromEntries(missing.map((field) => [field, '']))
    return accept({ map: { ...map, ...toComplete }, because, missing, headers: inspected.value.headers })
  } finally {
    await engine.close()
  }
}
