import { type ImportSpeech, problemIn, type ProblemWords, rowsOf } from './import-speech.ts'

const SEE = 'palier import --help'

const HELP_EN = `palier import FILE --space SPACE --as EMAIL --source NAME [--agreement ID] --map MAP.json --as-of DATE

  Reads a file of cases into a source of Palier, in the name of somebody with an account, and with their circles only.
  --space      the space, by name or identifier
  --as         that person’s e-mail; their circles must bring files into this space
  --source     the name of the source; when absent it is made under the agreement given
  --agreement  the identifier of an agreement of the space, for a new source
  --map        which columns say what (palier map FILE proposes one)
  --as-of      the day, or the instant with its zone, when the file was drawn
  --corrections  the file holds only rows that were rejected and are now corrected: nothing else moves
  --sheet      the sheet of a workbook

  Columns that the map does not name are never read. The same file again changes nothing. Stopped, it leaves nothing.
  Result as JSON on stdout, the rest on stderr. Exit codes: 0 done · 2 usage · 3 nothing usable · 4 refused.
`

const IN_ENGLISH: ProblemWords = {
  one_file_needed: ({ given }) => `Give one file (${given} given). See ${SEE}`,
  option_needed: ({ option }) => `${option} is missing. See ${SEE}`,
  option_unknown: ({ option }) => `${option} is not an option. See ${SEE}`,
  value_needed: ({ option }) => `${option} needs a value.`,
  as_of_unreadable: ({ value }) =>
    `--as-of takes a day (2026-02-17) or an instant with its zone (2026-02-17T02:21:40Z), not "${value}".`,
  not_an_identifier: ({ option, value }) => `${option} takes an identifier, not "${value}".`,
  no_account: ({ email }) => `Nobody has an account at ${email}.`,
  no_space_of_theirs: ({ email, space }) => `${email} is of no space "${space}".`,
  several_spaces: ({ ids }) => `Several spaces have that name: give an identifier (${ids.join(', ')}).`,
  map_file_absent: ({ path }) => `There is no file ${path}. palier map FILE proposes one.`,
  map_file_not_json: ({ path }) => `${path} is not JSON. palier map FILE proposes one.`,
  agreement_needed: ({ source }) => `No source is called "${source}". To make it, add --agreement ID.`,
  agreement_absent: () => 'That agreement is not of this space.',
  source_name_taken: ({ name }) => `A source is called "${name}" already.`,
}

/** What `import` says to a terminal in English. */
export const IMPORT_IN_ENGLISH: ImportSpeech = {
  help: HELP_EN,
  problem: problemIn(IN_ENGLISH),
  progress: (step, rows, total) => `${step}: ${rowsOf(rows, total, 'en')} rows`,
  same: (vintage) => `The same file, map and as-of as vintage ${vintage}: nothing changed.`,
  leftOut: (headers) => (headers.length === 0 ? '' : `Columns never read: ${headers.join(', ')}.`),
}
