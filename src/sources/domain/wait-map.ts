/** How the columns of a file tell waits: the MAP.json of docs/waits-contract, edited on a screen or by hand. */
import { accept, type Refused, refuse, type Result } from '../../kernel/result.ts'
import type { Outcome } from '../../measure/outcomes.ts'
import type { MapRefusal } from './map-refusal.ts'
import { readMapValues } from './read-map-values.ts'

export type DurationUnit = 'day' | 'hour' | 'month'
export type EventValue = string | number

/** Durations already made; they stay in their unit. */
export type DurationMap = {
  readonly time: string
  readonly event: string
  readonly eventValues: readonly EventValue[]
  readonly entry?: string
  readonly unit: DurationUnit
}

/** Stretches of one case, in which something may happen again. */
export type IntervalMap = {
  readonly id: string
  readonly start: string
  readonly stop: string
  readonly event: string
  readonly eventValues: readonly EventValue[]
}

export type StatusMap = {
  readonly column: string
  readonly open?: readonly string[]
  readonly closed?: readonly string[]
  readonly duplicate?: readonly string[]
}

export type WaitMap = {
  readonly id?: string
  readonly repeats?: 'first' | 'last' | 'error'
  readonly opened?: string
  readonly closed?: string
  readonly duration?: DurationMap
  readonly intervals?: IntervalMap
  readonly status?: StatusMap
  readonly dropDuplicates?: boolean
  readonly outcome?: { readonly column: string; readonly map: Readonly<Record<string, Outcome>> }
  readonly entry?: { readonly from: string } | { readonly column: string }
  readonly place?: string
  readonly category?: string
  readonly timeZone?: string
  readonly dateFormat?: string
}

export const USUAL_TIME_ZONE = 'Europe/Paris'

/** Reads the JSON of a map. Every key is known and every value is of its kind; the refusal names what is not. */
export function readWaitMap(json: unknown): Result<WaitMap, MapRefusal> {
  const read = readMapValues(json)
  if (!read.ok) return read
  return mixedClocks(read.value) ?? read
}

/** A map counts one sort of thing; keys that belong to another would be read by nobody. */
function mixedClocks(map: WaitMap): Refused<MapRefusal> | undefined {
  const clocks = (['opened', 'duration', 'intervals'] as const).filter((key) => map[key] !== undefined)
  if (clocks.length === 0) return refuse({ because: 'map_without_clock' })
  const idle = idleKeys(map)
  if (clocks.length === 1 && idle.length === 0) return undefined
  return refuse({ because: 'map_mixes_clocks', keys: [...clocks, ...idle] })
}

function idleKeys(map: WaitMap): string[] {
  const dated = ['closed', 'entry'] as const
  const cases = ['id', 'repeats', 'status', 'dropDuplicates', 'outcome'] as const
  const idle = map.intervals ? [...dated, ...cases] : map.duration ? dated : []
  return idle.filter((key) => map[key] !== undefined)
}

/** The headers a map reads, in the order of the contract, each once. */
export function headersOf(map: WaitMap): string[] {
  const { duration, intervals, entry } = map
  const told = [
    map.id,
    map.opened,
    map.closed,
    ...(duration ? [duration.time, duration.event, duration.entry] : []),
    ...(intervals ? [intervals.id, intervals.start, intervals.stop, intervals.event] : []),
    map.status?.column,
    map.outcome?.column,
    entry && 'column' in entry ? entry.column : undefined,
    map.place,
    map.category,
  ]
  return [...new Set(told.filter((header) => header !== undefined))]
}

/** Refuses a map, or headers to cut by, that name columns the file does not have. */
export function checkAgainst(
  map: WaitMap,
  headers: readonly string[],
  by: readonly string[] = [],
): Result<WaitMap, MapRefusal> {
  const absent = [...new Set([...headersOf(map), ...by])].filter((header) => !headers.includes(header))
  return absent.length === 0 ? accept(map) : refuse({ because: 'columns_absent', absent, present: headers })
}
