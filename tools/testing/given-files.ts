/** Files of cases as people give them: written in a folder of the test, opened by an engine of its own. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { FileRefusal } from '../../src/sources/domain/file-refusal.ts'
import type { InspectedFile } from '../../src/sources/domain/inspected-file.ts'
import { type Engine, openEngine } from '../../src/sources/engine/duck.ts'
import { inspectFile, type InspectOptions } from '../../src/sources/engine/inspect-file.ts'
import { loadRows } from '../../src/sources/engine/load-rows.ts'

export type GivenFiles = {
  readonly engine: () => Engine
  /** Writes a file and says where. */
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>
  readonly inspected: (content: string | Uint8Array, options?: InspectOptions) => Promise<InspectedFile>
  readonly refused: (content: string | Uint8Array, options?: InspectOptions) => Promise<FileRefusal>
  readonly loaded: (file: InspectedFile, headers?: readonly string[] | 'all') => Promise<LoadedText>
}

/** Rows as `row_no: a|b|∅`, torn ones as `row_no: line`. */
type LoadedText = { rows: number; beyond: number; raw: string[]; torn: string[] }

export function givenFiles(): GivenFiles {
  let folder = ''
  let engine: Engine
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'palier-files-'))
    engine = await openEngine({ memoryMb: 256 })
  })
  afterAll(async () => {
    await engine.close()
    await rm(folder, { recursive: true, force: true })
  })
  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    await writeFile(join(folder, name), content)
    return join(folder, name)
  }
  const inspect = async (content: string | Uint8Array, options: InspectOptions = {}) =>
    inspectFile(engine, await write(options.name ?? 'given.csv', content), options)
  return {
    engine: () => engine,
    write,
    inspected: async (content, options) => {
      const found = await inspect(content, options)
      if (!found.ok) throw new Error(JSON.stringify(found.refusal))
      return found.value
    },
    refused: async (content, options) => {
      const found = await inspect(content, options)
      if (found.ok) throw new Error('read, and should have been refused')
      return found.refusal
    },
    loaded: (file, headers = 'all') => loadedText(engine, file, headers),
  }
}

async function loadedText(
  engine: Engine,
  file: InspectedFile,
  headers: readonly string[] | 'all',
): Promise<LoadedText> {
  const result = await loadRows(engine, file, headers)
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  const raw = await engine.rows<Record<string, string | bigint | null>>('from raw order by row_no')
  const torn = await engine.rows<{ row_no: bigint; line: string }>('from torn order by row_no')
  return {
    rows: result.value.rows,
    beyond: result.value.beyond,
    raw: raw.map(({ row_no, ...cells }) => `${row_no}: ${Object.values(cells).map(shown).join('|')}`),
    torn: torn.map(({ row_no, line }) => `${row_no}: ${line}`),
  }
}

const shown = (cell: string | bigint | null): string => String(cell ?? '∅')
