/** A file read by its map into tables `known` and `reject_rows` of the engine, and what was counted on the way. */
import { accept, type Result } from '../../kernel/result.ts'
import type { ExtractedCases, ExtractRefusal } from '../domain/extracted-cases.ts'
import type { FileRefusal } from '../domain/file-refusal.ts'
import type { InspectedFile, LoadedRows } from '../domain/inspected-file.ts'
import type { SensitiveColumn } from '../domain/sensitive-columns.ts'
import { headersOf, type WaitMap } from '../domain/wait-map.ts'
import type { Engine } from './duck.ts'
import { findSensitive } from './find-sensitive.ts'
import { extractCases } from './extract-cases.ts'
import { type Knowing, makeKnown } from './known-cases.ts'
import { type LoadOptions, loadRows } from './load-rows.ts'
import { keepRejectRows } from './reject-rows.ts'

/** Values looked at before anything is kept, from all over the file. */
const LOOKED_AT = 2000

/** Loads the columns that a map names, and no other. `look` is told which look personal, and may refuse them. */
export async function loadWanted<R>(
  engine: Engine,
  file: InspectedFile,
  map: WaitMap,
  look: (personal: readonly SensitiveColumn[]) => R | undefined,
  options: LoadOptions,
): Promise<Result<LoadedRows, FileRefusal | R>> {
  const wanted = headersOf(map)
  const loaded = await loadRows(engine, file, wanted, options)
  if (!loaded.ok) return loaded
  const columns = wanted.map((header, at) => `coalesce(c${file.headers.indexOf(header)}, '') as v${at}`)
  const rows = await engine.rows<Record<string, string>>(
    `select ${columns.join(', ')} from raw using sample reservoir(${LOOKED_AT} rows) repeatable (1)`,
  )
  const sample = rows.map((row) => wanted.map((_, at) => row[`v${at}`] ?? ''))
  const judged = { relation: 'raw', present: file.headers, headers: wanted, sample }
  const refusal = look(await findSensitive(engine, judged))
  return refusal === undefined ? loaded : { ok: false, refusal }
}

export type ReadVintage = {
  readonly extracted: ExtractedCases
  readonly kept: number
  readonly duplicates: number
  readonly rejected: Readonly<Record<string, number>>
}

export async function readVintage(
  engine: Engine,
  loaded: LoadedRows,
  map: WaitMap,
  knowing: Omit<Knowing, 'headers' | 'hasPlace' | 'hasCategory'>,
): Promise<Result<ReadVintage, ExtractRefusal>> {
  const by = [map.place, map.category].filter((header) => header !== undefined)
  const extracted = await extractCases(engine, loaded, map, { by })
  if (!extracted.ok) return extracted
  const headers = { opened: map.opened ?? '', closed: map.closed ?? map.opened ?? '' }
  await makeKnown(engine, {
    ...knowing,
    headers,
    hasPlace: map.place !== undefined,
    hasCategory: map.category !== undefined,
  })
  await keepRejectRows(engine, loaded, headersOf(map))
  const [known] = await engine.rows<{ kept: bigint; duplicates: bigint }>(
    'select count(*) as kept, count(*) filter (where duplicate) as duplicates from known',
  )
  const rejects = await engine.rows<{ reason: string; n: bigint }>(
    'select reason, count(*) as n from rejects group by reason order by reason',
  )
  return accept({
    extracted: extracted.value,
    kept: Number(known?.kept ?? 0n),
    duplicates: Number(known?.duplicates ?? 0n),
    rejected: Object.fromEntries(rejects.map(({ reason, n }) => [reason, Number(n)])),
  })
}
