import type { UsageRefusal } from './usage-refusal.ts'

const HELP_OF = 'npm run -s palier -- waits --help'
const PROPOSE = 'npm run -s palier -- map FILE > MAP.json'
const list = (names: readonly string[]): string => names.join(', ')

/** What to write instead, in one or two sentences. */
export function usageInEnglish(refusal: UsageRefusal): string {
  switch (refusal.because) {
    case 'unknown_option':
      return `${refusal.option} is not an option. ${
        refusal.nearest ? `Did you mean --${refusal.nearest}?` : `They are listed by ${HELP_OF}`
      }`
    case 'value_missing':
      return `${refusal.option} needs a value. See ${HELP_OF}`
    case 'value_not_taken':
      return `${refusal.option} takes no value: write ${refusal.option} alone.`
    case 'option_twice':
      return `${refusal.option} is written twice: keep one.`
    case 'value_unknown':
      return `${refusal.option} does not know "${refusal.value}". Write one of: ${list(refusal.allowed)}.`
    case 'not_days':
      return `${refusal.option} needs a number of days above 0, not "${refusal.value}". For instance: ${refusal.option} 90`
    case 'two_results':
      return `${refusal.options[0]} and ${refusal.options[1]} exclude one another: choose.`
    default:
      return filesInEnglish(refusal)
  }
}

type OfOptions =
  | 'unknown_option'
  | 'value_missing'
  | 'value_not_taken'
  | 'option_twice'
  | 'value_unknown'
  | 'not_days'
  | 'two_results'
type OfFiles = Exclude<UsageRefusal, { readonly because: OfOptions }>

function filesInEnglish(refusal: OfFiles): string {
  switch (refusal.because) {
    case 'file_missing':
      return `Give a file: npm run -s palier -- ${refusal.command} FILE`
    case 'one_file_only':
      return `${refusal.command} reads one file at a time, and was given ${refusal.given}.`
    case 'out_missing':
      return 'Say where to write the tally: --out NAME.tally.json'
    case 'map_absent':
      return `There is no file ${refusal.path}. To propose one: ${PROPOSE}`
    case 'map_not_json':
      return `${refusal.path} is not JSON (${refusal.problem}). To propose one: ${PROPOSE}`
    case 'map_not_guessed':
      return `The columns of ${refusal.file} do not say by themselves: ${list(refusal.missing)}. Write them in a MAP.json (${PROPOSE}) and add --map MAP.json`
    case 'outcome_missing':
      return '--causes needs MAP.json to say how waits end: "outcome": {"column": "…", "map": {"…": "repaired"}}'
    case 'drawn_in_days':
      return `The staircase is drawn in days, and these lengths are in ${refusal.unit}s. Take --json or --table, or give days ("unit": "day").`
    case 'grid_unreadable':
      return `--grid needs whole days that rise, not "${refusal.value}". For instance: --grid 1,7,14,30,60,90,180,365`
    case 'told_by_tally':
      return `These tallies were made with ${refusal.option} ${refusal.told}, not ${refusal.asked}: leave ${refusal.option} out, or make them again from the files.`
    case 'not_written':
      return `${refusal.path} could not be written (${refusal.problem}).`
    default:
      return asOfInEnglish(refusal)
  }
}

type OfAsOf = Extract<
  UsageRefusal,
  { readonly because: 'as_of_missing' | 'as_of_unreadable' | 'as_of_in_future' }
>

function asOfInEnglish(refusal: OfAsOf): string {
  switch (refusal.because) {
    case 'as_of_missing':
      return 'Say on what date the file was drawn: --as-of 2026-02-17 (a whole day) or --as-of 2026-02-17T02:21:40Z (an instant). Without it nobody knows for how long open cases have waited.'
    case 'as_of_unreadable':
      return `"${refusal.value}" is neither a day (2026-02-17) nor an instant with its zone (2026-02-17T02:21:40Z).`
    case 'as_of_in_future':
      return `${refusal.value} is in the future (today: ${refusal.today}). A file knows nothing of days that have not been: write the day it was drawn.`
  }
}
