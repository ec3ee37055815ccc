import { assertNever } from '../../kernel/assert-never.ts'
import type { ExtractRefusal } from './extracted-cases.ts'
import type { MapRefusal, WantedValue } from './map-refusal.ts'

const WANTED: Readonly<Record<WantedValue, string>> = {
  header: 'the header of a column',
  texts: 'a list of texts',
  texts_or_numbers: 'a list of texts or numbers that is not empty',
  boolean: 'true or false',
  object: 'an object in braces',
  repeats: '"first", "last" or "error"',
  unit: '"day", "hour" or "month"',
  outcomes: 'values followed by "repaired", "closed_without_repair", "withdrawn", "transferred" or "other"',
  from_or_column: 'either {"from": a date} or {"column": a header}',
  day_or_instant: 'a date such as 2011-01-01, or an instant such as 2011-01-01T00:00:00Z',
  time_zone: 'a time zone such as Europe/Paris',
  date_format: 'a format such as dd/MM/yyyy, MM/dd/yyyy, yyyy-MM-dd or excel',
}

const listed = (names: readonly string[]): string => names.map((name) => JSON.stringify(name)).join(', ')

/** For the command line: what is wrong with a map, and what to write instead. */
export function mapRefusalInEnglish(refusal: MapRefusal): string {
  switch (refusal.because) {
    case 'map_not_an_object':
      return 'The map must be a JSON object, in braces.'
    case 'unknown_map_keys':
      return `The map has unknown keys: ${listed(refusal.keys)}. Known keys: ${refusal.known.join(', ')}.`
    case 'wrong_map_value':
      return `In the map, "${refusal.key}" takes ${WANTED[refusal.wanted]}.`
    case 'map_key_missing':
      return `In the map, "${refusal.key}" is missing.`
    case 'map_without_clock':
      return 'The map does not say where waits are: give "opened" and "closed", or "duration", or "intervals".'
    case 'map_mixes_clocks':
      return `These keys of the map do not go together: ${listed(refusal.keys)}. Keep one way to read waits.`
    case 'columns_absent':
      return `The file has no column ${listed(refusal.absent)}. It has: ${listed(refusal.present)}.`
    default:
      return assertNever(refusal)
  }
}

export function extractRefusalInEnglish(refusal: ExtractRefusal): string {
  switch (refusal.because) {
    case 'ambiguous_dates':
      return `The dates of "${refusal.header}" can be read as ${refusal.formats.join(' or ')}, for instance ${listed(refusal.samples)}. Say which with "dateFormat".`
    case 'two_digit_years':
      return `The years of "${refusal.header}" have two digits only, for instance ${listed(refusal.samples)}. If that is meant, say so with "dateFormat": ${refusal.formats.join(' or ')}.`
    case 'repeated_ids':
      return `Ids of "${refusal.header}" come back (${refusal.rows} rows too many), for instance ${listed(refusal.samples)}; the map says "repeats": "error".`
    case 'nothing_usable':
      return `No row tells a wait: ${refusal.rows} read, all rejected. Check that the map is the one of this file.`
    default:
      return mapRefusalInEnglish(refusal)
  }
}
