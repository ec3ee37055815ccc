import { readFile } from 'node:fs/promises'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import {
  type Engine,
  type InspectedFile,
  type MapRefusal,
  readWaitMap,
  suggestForFile,
  type WaitMap,
} from '../../sources/public.ts'
import type { UsageRefusal } from '../domain/usage-refusal.ts'
import type { ReadingWatch } from './read-files.ts'

/** The map that somebody wrote, from its file. */
export async function readMapFile(path: string): Promise<Result<WaitMap, UsageRefusal | MapRefusal>> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return refuse({ because: 'map_absent', path })
  try {
    return readWaitMap(JSON.parse(text.replace(/^\uFEFF/, '')))
  } catch (error) {
    if (error instanceof SyntaxError) return refuse({ because: 'map_not_json', path, problem: error.message })
    throw error
  }
}

/** The map that names and contents suggest, when it is enough to count by; it is told, to be checked. */
export async function guessMap(
  engine: Engine,
  file: InspectedFile,
  { guessed }: Pick<ReadingWatch, 'guessed'>,
): Promise<Result<WaitMap, UsageRefusal>> {
  const { map } = await suggestForFile(engine, file)
  const read = readWaitMap(map)
  if (!read.ok || missingFields(map).length > 0)
    return refuse({ because: 'map_not_guessed', file: file.name, missing: missingFields(map) })
  guessed(file, read.value)
  return accept(read.value)
}

/** Without both, a map would count every case as open, or none at all. */
export const missingFields = ({ opened, closed, duration, intervals }: Partial<WaitMap>): string[] =>
  duration || intervals
    ? []
    : [...(opened === undefined ? ['opened'] : []), ...(closed === undefined ? ['closed'] : [])]
