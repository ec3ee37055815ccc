/** A file of cases read by its map, as a test looks at it. */
import type { ExtractedCases, ExtractRefusal } from '../../src/sources/domain/extracted-cases.ts'
import type { InspectedFile, LoadedRows } from '../../src/sources/domain/inspected-file.ts'
import type { Result } from '../../src/kernel/result.ts'
import { inspectFile } from '../../src/sources/engine/inspect-file.ts'
import { headersOf, readWaitMap } from '../../src/sources/domain/wait-map.ts'
import { extractCases } from '../../src/sources/engine/extract-cases.ts'
import { loadRows } from '../../src/sources/engine/load-rows.ts'
import { dayOfNumber } from '../../src/measure/day-number.ts'
import type { GivenFiles } from './given-files.ts'

export type SeenCase = {
  readonly row: number
  readonly id: string | null
  readonly stratum: number
  /** Civil days, and the instants of hours told. */
  readonly opened: string
  readonly closed: string | null
  readonly openedAt: string
  readonly closedAt: string | null
  readonly isDate: readonly [boolean, boolean]
  readonly outcome: number
  readonly entry: string | null
  readonly duplicate: boolean
  readonly place: string | null
  readonly category: string | null
}

export type SeenReject = readonly [row: number, reason: string, header: string, value: string]

export type ReadFile = {
  readonly loaded: LoadedRows
  readonly extracted: ExtractedCases
  readonly cases: readonly SeenCase[]
  readonly rejects: readonly SeenReject[]
}

/** Reads the file, which is expected to be read. */
export async function readByMap(
  files: GivenFiles,
  content: string | Uint8Array,
  map: object,
  by: readonly string[] = [],
): Promise<ReadFile> {
  return seen(files, await tryByMap(files, await files.inspected(content), map, by))
}

/** Reads a file that stands somewhere. */
export async function readPathByMap(
  files: GivenFiles,
  path: string,
  map: object,
  by: readonly string[] = [],
): Promise<ReadFile> {
  const file = await inspectFile(files.engine(), path, {})
  if (!file.ok) throw new Error(JSON.stringify(file.refusal))
  return seen(files, await tryByMap(files, file.value, map, by))
}

async function seen(files: GivenFiles, { result, loaded }: Tried): Promise<ReadFile> {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  const extracted = result.value
  const rejects = await files
    .engine()
    .rows<RejectRow>('select row_no, reason, header, value from rejects order by row_no')
  return {
    loaded,
    extracted,
    cases: extracted.made === 'cases' ? await seenCases(files) : [],
    rejects: rejects.map(({ row_no, reason, header, value }) => [Number(row_no), reason, header, value]),
  }
}

/** Reads the file, which is expected to be refused. */
export async function refusedByMap(
  files: GivenFiles,
  content: string | Uint8Array,
  map: object,
  by: readonly string[] = [],
): Promise<ExtractRefusal> {
  const { result } = await tryByMap(files, await files.inspected(content), map, by)
  if (result.ok) throw new Error('read, and should have been refused')
  return result.refusal
}

type Tried = { result: Result<ExtractedCases, ExtractRefusal>; loaded: LoadedRows }

async function tryByMap(
  files: GivenFiles,
  file: InspectedFile,
  json: object,
  by: readonly string[],
): Promise<Tried> {
  const map = readWaitMap(json)
  if (!map.ok) throw new Error(JSON.stringify(map.refusal))
  const wanted = [...headersOf(map.value), ...by].filter((header) => file.headers.includes(header))
  const loaded = await loadRows(files.engine(), file, wanted.length > 0 ? wanted : 'all')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.refusal))
  return { result: await extractCases(files.engine(), loaded.value, map.value, { by }), loaded: loaded.value }
}

type RejectRow = { row_no: bigint; reason: string; header: string; value: string }

type CaseRow = {
  row_no: bigint
  id: string | null
  stratum: number
  opened_us: bigint
  closed_us: bigint | null
  opened_day: number
  closed_day: number | null
  opened_is_date: boolean
  closed_is_date: boolean
  outcome: number
  entry_day: number | null
  duplicate: boolean
  place: string | null
  category: string | null
}

async function seenCases(files: GivenFiles): Promise<SeenCase[]> {
  const rows = await files.engine().rows<CaseRow>('from cases order by row_no')
  return rows.map((row) => ({
    row: Number(row.row_no),
    id: row.id,
    stratum: row.stratum,
    opened: dayOfNumber(row.opened_day),
    closed: row.closed_day === null ? null : dayOfNumber(row.closed_day),
    openedAt: instant(row.opened_us),
    closedAt: row.closed_us === null ? null : instant(row.closed_us),
    isDate: [row.opened_is_date, row.closed_is_date],
    outcome: row.outcome,
    entry: row.entry_day === null ? null : dayOfNumber(row.entry_day),
    duplicate: row.duplicate,
    place: row.place,
    category: row.category,
  }))
}

const instant = (us: bigint): string => new Date(Number(us / 1000n)).toISOString()
