/** Why a command is not run: each says what to write instead (usage.fr.ts, usage-in-english.ts). */
export type UsageRefusal =
  | { readonly because: 'unknown_option'; readonly option: string; readonly nearest: string | null }
  | { readonly because: 'value_missing'; readonly option: string }
  | { readonly because: 'value_not_taken'; readonly option: string }
  | { readonly because: 'option_twice'; readonly option: string }
  | {
      readonly because: 'value_unknown'
      readonly option: string
      readonly value: string
      readonly allowed: readonly string[]
    }
  | { readonly because: 'not_days'; readonly option: string; readonly value: string }
  | { readonly because: 'file_missing'; readonly command: string }
  | { readonly because: 'one_file_only'; readonly command: string; readonly given: number }
  | { readonly because: 'out_missing' }
  | { readonly because: 'two_results'; readonly options: readonly [string, string] }
  | { readonly because: 'as_of_missing' }
  | { readonly because: 'as_of_unreadable'; readonly value: string }
  | { readonly because: 'as_of_in_future'; readonly value: string; readonly today: string }
  | { readonly because: 'map_absent'; readonly path: string }
  | { readonly because: 'map_not_json'; readonly path: string; readonly problem: string }
  | { readonly because: 'map_not_guessed'; readonly file: string; readonly missing: readonly string[] }
  | { readonly because: 'outcome_missing' }
  /** A staircase is drawn in days. */
  | { readonly because: 'drawn_in_days'; readonly unit: 'hour' | 'month' }
  | { readonly because: 'grid_unreadable'; readonly value: string }
  | {
      readonly because: 'told_by_tally'
      readonly option: string
      readonly asked: string
      readonly told: string
    }
  | { readonly because: 'not_written'; readonly path: string; readonly problem: string }
