/** Columns that look personal, judged by some rows and, where that decides, by how often values come back in all of them. */
import { type SensitiveColumn, sensitiveColumns, type Spread } from '../domain/sensitive-columns.ts'
import type { Engine } from './duck.ts'

type Sample = readonly (readonly string[])[]

/** What is judged: rows of some headers, and where their columns stand (`cK`) in a relation of the engine. */
export type Judged = {
  readonly relation: string
  /** All headers of the file, in its order. */
  readonly present: readonly string[]
  readonly headers: readonly string[]
  readonly sample: Sample
}

export async function findSensitive(engine: Engine, judged: Judged): Promise<SensitiveColumn[]> {
  const { headers, sample } = judged
  const spread = await spreadOf(engine, judged, dependOnSpread(headers, sample))
  return sensitiveColumns(headers, sample, spread)
}

/** Those that are judged otherwise when each value stands once than when all come back. */
function dependOnSpread(headers: readonly string[], sample: Sample): readonly string[] {
  const [once, often] = [1, 0].map((share) => {
    const found = sensitiveColumns(headers, sample, new Map(headers.map((header) => [header, share])))
    return new Set(found.map(({ header }) => header))
  })
  return headers.filter((header) => once?.has(header) !== often?.has(header))
}

async function spreadOf(
  engine: Engine,
  { relation, present }: Judged,
  headers: readonly string[],
): Promise<Spread> {
  if (headers.length === 0) return new Map()
  const shares = headers.map((header, at) => {
    const column = `trim(c${present.indexOf(header)})`
    return `approx_count_distinct(nullif(${column}, '')) / greatest(1, count(nullif(${column}, ''))) as s${at}`
  })
  const [row] = await engine.rows<Record<string, number>>(`select ${shares.join(', ')} from ${relation}`)
  return new Map(headers.map((header, at) => [header, Math.min(1, row?.[`s${at}`] ?? 1)]))
}
