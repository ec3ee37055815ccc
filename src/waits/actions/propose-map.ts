import { basename, resolve } from 'node:path'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { inspectFile, openEngine, suggestForFile, type WaitMap } from '../../sources/public.ts'
import type { CommandRefusal } from '../domain/exit-code.ts'
import { missingFields } from './guess-map.ts'
import type { ReadingWatch } from './read-files.ts'

export type ProposedMap = {
  readonly map: Partial<WaitMap>
  /** Per key of the map, why. */
  readonly because: Readonly<Record<string, string>>
  /** Keys without which nothing can be counted. */
  readonly missing: readonly string[]
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
    const { name } = inspected.value
    const { map, because } = await suggestForFile(engine, inspected.value)
    const missing = missingFields(map)
    if (missing.includes('opened')) return refuse({ because: 'map_not_guessed', file: name, missing })
    return accept({ map, because, missing })
  } finally {
    await engine.close()
  }
}
