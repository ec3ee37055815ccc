/** Why a map is not followed. */
export type MapRefusal =
  | { readonly because: 'map_not_an_object' }
  /** `keys` with their way: `status.colour`. */
  | {
      readonly because: 'unknown_map_keys'
      readonly keys: readonly string[]
      readonly known: readonly string[]
    }
  | { readonly because: 'wrong_map_value'; readonly key: string; readonly wanted: WantedValue }
  | { readonly because: 'map_key_missing'; readonly key: string }
  | { readonly because: 'map_without_clock' }
  | { readonly because: 'map_mixes_clocks'; readonly keys: readonly string[] }
  | {
      readonly because: 'columns_absent'
      readonly absent: readonly string[]
      readonly present: readonly string[]
    }

export const WANTED_VALUES = [
  'header',
  'texts',
  'texts_or_numbers',
  'boolean',
  'object',
  'repeats',
  'unit',
  'outcomes',
  'from_or_column',
  'day_or_instant',
  'time_zone',
  'date_format',
] as const
export type WantedValue = (typeof WANTED_VALUES)[number]
