import type { InspectedFile } from '../domain/inspected-file.ts'
import { type SuggestedMap, suggestMap } from '../domain/suggest-map.ts'
import { columnValues } from './column-values.ts'
import type { Engine } from './duck.ts'

/** What a file suggests once all the values of its statuses and reasons were read, not those of its first rows alone. */
export async function suggestForFile(engine: Engine, file: InspectedFile): Promise<SuggestedMap> {
  const { headers, sample } = file
  const { status, outcome } = suggestMap(headers, sample).map
  const values = new Map<string, readonly string[]>()
  for (const column of [status?.column, outcome?.column]) {
    if (column === undefined) continue
    const found = await columnValues(engine, file, column)
    values.set(
      column,
      found.map(({ value }) => value),
    )
  }
  return suggestMap(headers, sample, values)
}
