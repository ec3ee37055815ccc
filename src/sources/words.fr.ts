import type { NoActor } from '../access/actor-by-email.ts'
import type { ImportUsage } from './domain/import-args.ts'

/** Whatever the command line may have to say that no page says. */
export type CommandProblem =
  | ImportUsage
  | NoActor
  | { readonly because: 'map_file_absent'; readonly path: string }
  | { readonly because: 'map_file_not_json'; readonly path: string }
  | { readonly because: 'agreement_needed'; readonly source: string }
  | { readonly because: 'agreement_absent' }
  | { readonly because: 'source_name_taken'; readonly name: string }

type Speech = {
  readonly help: string
  readonly problem: (problem: CommandProblem) => string
  readonly progress: (step: string, rows: number, total: number | null) => string
  readonly same: (vintage: number) => string
  readonly leftOut: (headers: readonly string[]) => string
}

const HELP_FR = `palier import FICHIER --space ESPACE --as ADRESSE --source NOM [--agreement ID] --map MAP.json --as-of DATE

  Lit un fichier de demandes dans une source de Palier, au nom d’une personne qui a un compte et avec ses seuls cercles.
  --space      le nom ou l’identifiant de l’espace
  --as         l’adresse électronique de la personne, qui doit pouvoir charger des fichiers dans cet espace
  --source     le nom de la source\u202f; absente, elle est créée sous la convention donnée
  --agreement  l’identifiant d’une convention de l’espace, pour une source nouvelle
  --map        quelles colonnes disent quoi (palier map FICHIER en propose une)
  --as-of      le jour, ou l’instant avec son fuseau, où le fichier a été tiré
  --corrections  le fichier ne contient que des lignes rejetées et corrigées\u202f: rien d’autre ne bouge
  --sheet      la feuille d’un classeur

  Les colonnes que la carte ne nomme pas ne sont jamais lues. Relire le même fichier ne change rien. Arrêté, rien ne reste.
  Résultat en JSON sur la sortie\u202f; le reste sur l’erreur. Codes\u202f: 0 fait · 2 mal demandé · 3 rien d’utilisable · 4 refusé.
`

const HELP_EN = `palier import FILE --space SPACE --as EMAIL --source NAME [--agreement ID] --map MAP.json --as-of DATE

  Reads a file of cases into a source of Palier, in the name of somebody with an account, and with their circles only.
  --space      the space, by name or identifier
  --as         that person's e-mail; their circles must bring files into this space
  --source     the name of the source; when absent it is made under the agreement given
  --agreement  the identifier of an agreement of the space, for a new source
  --map        which columns say what (palier map FILE proposes one)
  --as-of      the day, or the instant with its zone, when the file was drawn
  --corrections  the file holds only rows that were rejected and are now corrected: nothing else moves
  --sheet      the sheet of a workbook

  Columns that the map does not name are never read. The same file again changes nothing. Stopped, it leaves nothing.
  Result as JSON on stdout, the rest on stderr. Exit codes: 0 done · 2 usage · 3 nothing usable · 4 refused.
`

const SEE = 'palier import --help'
const STEPS: Readonly<Record<string, string>> = {
  reading: 'lecture',
  counting: 'compte',
  comparing: 'comparaison',
  writing: 'écriture',
}

const count = (n: number, language: string): string => n.toLocaleString(language)
const of = (rows: number, total: number | null, language: string): string =>
  total === null ? count(rows, language) : `${count(rows, language)} / ${count(total, language)}`

const IN_FRENCH: {
  [B in CommandProblem['because']]: (p: Extract<CommandProblem, { because: B }>) => string
} = {
  one_file_needed: ({ given }) => `Donnez un fichier, et un seul (${given} donnés). Voir ${SEE}`,
  option_needed: ({ option }) => `Il manque ${option}. Voir ${SEE}`,
  option_unknown: ({ option }) => `${option} n’est pas une option. Voir ${SEE}`,
  value_needed: ({ option }) => `${option} attend une valeur.`,
  as_of_unreadable: ({ value }) =>
    `--as-of attend un jour (2026-02-17) ou un instant avec son fuseau (2026-02-17T02:21:40Z), pas «\u202f${value}\u202f».`,
  not_an_identifier: ({ option, value }) => `${option} attend un identifiant, pas «\u202f${value}\u202f».`,
  no_account: ({ email }) => `Personne n’a de compte à l’adresse ${email}.`,
  no_space_of_theirs: ({ email, space }) => `${email} n’est d’aucun espace «\u202f${space}\u202f».`,
  several_spaces: ({ ids }) =>
    `Plusieurs espaces portent ce nom\u202f: donnez un identifiant (${ids.join(', ')}).`,
  map_file_absent: ({ path }) => `Il n’y a pas de fichier ${path}. palier map FICHIER en propose un.`,
  map_file_not_json: ({ path }) => `${path} n’est pas du JSON. palier map FICHIER en propose un.`,
  agreement_needed: ({ source }) =>
    `Aucune source ne s’appelle «\u202f${source}\u202f». Pour la créer, ajoutez --agreement ID.`,
  agreement_absent: () => 'Cette convention n’est pas de cet espace.',
  source_name_taken: ({ name }) => `Une source s’appelle déjà «\u202f${name}\u202f».`,
}

const IN_ENGLISH: {
  [B in CommandProblem['because']]: (p: Extract<CommandProblem, { because: B }>) => string
} = {
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

/** `import` in French, and in English for whoever's terminal is. */
export const IMPORT_WORDS: Readonly<Record<'fr' | 'en', Speech>> = {
  fr: {
    help: HELP_FR,
    problem: <B extends CommandProblem['because']>(
      p: Extract<CommandProblem, { because: B }> & { because: B },
    ) => IN_FRENCH[p.because](p),
    progress: (step, rows, total) => `${STEPS[step] ?? step}\u202f: ${of(rows, total, 'fr')} lignes`,
    same: (vintage) =>
      `Le même fichier, la même carte, la même date que le millésime ${vintage}\u202f: rien n’a changé.`,
    leftOut: (headers) => (headers.length === 0 ? '' : `Colonnes jamais lues\u202f: ${headers.join(', ')}.`),
  },
  en: {
    help: HELP_EN,
    problem: <B extends CommandProblem['because']>(
      p: Extract<CommandProblem, { because: B }> & { because: B },
    ) => IN_ENGLISH[p.because](p),
    progress: (step, rows, total) => `${step}: ${of(rows, total, 'en')} rows`,
    same: (vintage) => `The same file, map and as-of as vintage ${vintage}: nothing changed.`,
    leftOut: (headers) => (headers.length === 0 ? '' : `Columns never read: ${headers.join(', ')}.`),
  },
}
