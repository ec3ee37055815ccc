/** Reads unknown JSON as the keys of a map, strictly: nothing is dropped in silence. */
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { OUTCOMES } from '../../measure/outcomes.ts'
import { readDateFormat } from './date-formats.ts'
import type { MapRefusal, WantedValue } from './map-refusal.ts'
import type { WaitMap } from './wait-map.ts'

type Check = (value: unknown, key: string) => MapRefusal | undefined
type Shape = { readonly [key: string]: { readonly check: Check; readonly needed?: true } }

export function readMapValues(json: unknown): Result<WaitMap, MapRefusal> {
  if (!isObject(json)) return refuse({ because: 'map_not_an_object' })
  const refusal = object(MAP)(json, '')
  return refusal ? refuse(refusal) : accept(json as WaitMap) // every key and value was just checked
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

const being =
  (wanted: WantedValue, holds: (value: unknown) => boolean): Check =>
  (value, key) =>
    holds(value) ? undefined : { because: 'wrong_map_value', key, wanted }

const oneOf = (wanted: WantedValue, values: readonly string[]): Check =>
  being(wanted, (value) => typeof value === 'string' && values.includes(value))

const header = being('header', isText)
const texts = being('texts', (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'))
const eventValues = being(
  'texts_or_numbers',
  (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((one) => typeof one === 'string' || Number.isFinite(one)),
)

function object(shape: Shape): Check {
  return (value, key) => {
    if (!isObject(value)) return { because: 'wrong_map_value', key, wanted: 'object' }
    const at = (name: string) => (key === '' ? name : `${key}.${name}`)
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(shape, name))
    if (unknown.length > 0)
      return { because: 'unknown_map_keys', keys: unknown.map(at), known: Object.keys(shape) }
    for (const [name, { check, needed }] of Object.entries(shape)) {
      const given = value[name]
      if (given === undefined && needed) return { because: 'map_key_missing', key: at(name) }
      const refusal = given === undefined ? undefined : check(given, at(name))
      if (refusal) return refusal
    }
    return undefined
  }
}

const outcomes = being(
  'outcomes',
  (value) => isObject(value) && Object.values(value).every((one) => OUTCOMES.some((known) => known === one)),
)

const entry: Check = (value, key) => {
  const isOne = isObject(value) && Object.keys(value).length === 1
  if (isOne && 'from' in value) return object({ from: { check: dayOrInstant } })(value, key)
  if (isOne && 'column' in value) return object({ column: { check: header } })(value, key)
  return { because: 'wrong_map_value', key, wanted: 'from_or_column' }
}

const DAY_OR_INSTANT = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/

const dayOrInstant = being('day_or_instant', (value) => {
  if (typeof value !== 'string' || !DAY_OR_INSTANT.test(value)) return false
  const midnight = new Date(`${value.slice(0, 10)}T00:00:00Z`)
  // the 31st of February would be read as a day of March
  return !Number.isNaN(Date.parse(value)) && midnight.toISOString().slice(0, 10) === value.slice(0, 10)
})

const timeZone = being('time_zone', (value) => {
  if (typeof value !== 'string' || !/^(?:UTC|[A-Z][\w+-]*(?:\/[\w+-]+)+)$/.test(value)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
})

const MAP: Shape = {
  id: { check: header },
  repeats: { check: oneOf('repeats', ['first', 'last', 'error']) },
  opened: { check: header },
  closed: { check: header },
  duration: {
    check: object({
      time: { check: header, needed: true },
      event: { check: header, needed: true },
      eventValues: { check: eventValues, needed: true },
      entry: { check: header },
      unit: { check: oneOf('unit', ['day', 'hour', 'month']), needed: true },
    }),
  },
  intervals: {
    check: object({
      id: { check: header, needed: true },
      start: { check: header, needed: true },
      stop: { check: header, needed: true },
      event: { check: header, needed: true },
      eventValues: { check: eventValues, needed: true },
    }),
  },
  status: {
    check: object({
      column: { check: header, needed: true },
      open: { check: texts },
      closed: { check: texts },
      duplicate: { check: texts },
    }),
  },
  dropDuplicates: { check: being('boolean', (value) => typeof value === 'boolean') },
  outcome: {
    check: object({ column: { check: header, needed: true }, map: { check: outcomes, needed: true } }),
  },
  entry: { check: entry },
  place: { check: header },
  category: { check: header },
  timeZone: { check: timeZone },
  dateFormat: {
    check: being('date_format', (value) => typeof value === 'string' && readDateFormat(value) !== undefined),
  },
}
