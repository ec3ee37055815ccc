import { foldText } from '../../kernel/fold-text.ts'
import type { Outcome } from '../../measure/outcomes.ts'
import { COLUMN_NAMES, COLUMN_ROLES, type ColumnRole, DATED_NAMES, SUGGESTED } from './column-names.fr.ts'
import { outcomeSaid, statusSaid } from './outcome-words.fr.ts'
import { type Preset, PRESETS } from './presets.ts'
import { sensitiveColumns } from './sensitive-columns.ts'
import { type StatusMap, USUAL_TIME_ZONE, type WaitMap } from './wait-map.ts'

export type SuggestedMap = {
  readonly map: Partial<WaitMap>
  /** Why, by key of the map: a French sentence without its full stop. */
  readonly because: Readonly<Record<string, string>>
  /** The publisher whose columns these are. */
  readonly preset?: string
}

type Sample = readonly (readonly string[])[]
type Table = {
  readonly headers: readonly string[]
  readonly sample: Sample
  readonly values: ReadonlyMap<string, readonly string[]>
}

/**
 * What the columns of a file seem to say of waits, to be checked by whoever knows the file. A known publisher's columns
 * first, then the names of the columns; statuses and reasons for closing by their words. Never a column that looks
 * personal. `sample`: rows of the file, in the order of the headers; `values`: all that some columns hold, where it is known.
 */
export function suggestMap(
  headers: readonly string[],
  sample: Sample,
  values: Table['values'] = new Map(),
): SuggestedMap {
  const table = { headers, sample, values }
  const preset = PRESETS.find(({ signed }) => signed.every((header) => headers.includes(header)))
  const found = preset ? ofPreset(preset, table) : ofNames(table)
  const { status, outcome, ...columns } = found.map
  const statuses = status && statusOf(status.column, table)
  const outcomes = outcome && outcomesOf(outcome.column, table)
  const map: Partial<WaitMap> = {
    ...columns,
    ...(statuses && { status: statuses }),
    ...(outcomes && { outcome: outcomes }),
    timeZone: columns.timeZone ?? USUAL_TIME_ZONE,
  }
  return { ...found, map }
}

/** The preset, less the columns that this file does not have. */
function ofPreset({ name, map }: Preset, { headers }: Table): SuggestedMap {
  const has = (header: string | undefined): boolean => header !== undefined && headers.includes(header)
  const { status, outcome, timeZone, ...columns } = map
  const kept: Partial<WaitMap> = {
    ...Object.fromEntries(
      Object.entries(columns).filter(([, value]) => typeof value === 'string' && has(value)),
    ),
    ...(status && has(status.column) && { status }),
    ...(outcome && has(outcome.column) && { outcome }),
    ...(timeZone !== undefined && { timeZone }),
  }
  const because = Object.fromEntries(Object.keys(kept).map((key) => [key, SUGGESTED.preset(name)]))
  return { map: kept, because, preset: name }
}

function ofNames(table: Table): SuggestedMap {
  const personal = new Set(sensitiveColumns(table.headers, table.sample).map(({ header }) => header))
  const left = table.headers.filter((header) => !personal.has(header))
  const chosen = new Map<ColumnRole, string>()
  for (const role of COLUMN_ROLES) {
    const free = left.filter((one) => ![...chosen.values()].includes(one))
    const header = headerFor(role, free) ?? datedHeader(role, free, table)
    if (header !== undefined) chosen.set(role, header)
  }
  const { status, outcome, ...columns } = Object.fromEntries(chosen)
  const map: Partial<WaitMap> = {
    ...columns,
    ...(status !== undefined && { status: { column: status } }),
    ...(outcome !== undefined && { outcome: { column: outcome, map: {} } }),
  }
  const because = Object.fromEntries([...chosen].map(([role, header]) => [role, SUGGESTED.header(header)]))
  return { map, because: { ...because, timeZone: SUGGESTED.usualZone } }
}

function headerFor(role: ColumnRole, headers: readonly string[]): string | undefined {
  const folded = headers.map((header) => ({
    header,
    words: foldText(header.replace(/([a-z])([A-Z])/g, '$1 $2')),
  }))
  for (const pattern of COLUMN_NAMES[role]) {
    const found = folded.find(({ words }) => pattern.test(words))
    if (found) return found.header
  }
  return undefined
}

const DATE_LIKE = /^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}\b/

function datedHeader(role: ColumnRole, headers: readonly string[], table: Table): string | undefined {
  const holdsDates = (header: string): boolean => {
    const values = valuesOf(header, table)
    return values.length > 0 && values.every((value) => DATE_LIKE.test(value))
  }
  return headers.find((header) => DATED_NAMES[role]?.test(foldText(header)) && holdsDates(header))
}

/** The values of a column, of the sample when no more is known, each once, in the order in which they come. */
function valuesOf(column: string, { headers, sample, values }: Table): readonly string[] {
  const known = values.get(column)
  if (known) return known
  const at = headers.indexOf(column)
  return [...new Set(sample.map((row) => (row[at] ?? '').trim()).filter((value) => value !== ''))]
}

function statusOf(column: string, table: Table): StatusMap {
  const read = valuesOf(column, table).map((value) => ({ value, ...statusSaid(value) }))
  const list = (kept: typeof read): string[] => kept.map(({ value }) => value)
  const lists = {
    open: list(read.filter(({ says }) => says === 'open')),
    closed: list(read.filter(({ says }) => says === 'closed')),
    duplicate: list(read.filter(({ isDuplicate }) => isDuplicate)),
  }
  return { column, ...Object.fromEntries(Object.entries(lists).filter(([, values]) => values.length > 0)) }
}

function outcomesOf(column: string, table: Table): NonNullable<WaitMap['outcome']> {
  const map: Record<string, Outcome> = {}
  for (const value of valuesOf(column, table)) {
    const outcome = outcomeSaid(value)
    if (outcome) map[value] = outcome
  }
  return { column, map }
}
