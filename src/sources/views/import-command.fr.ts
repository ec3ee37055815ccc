import { type ImportSpeech, problemIn, type ProblemWords, rowsOf } from '../domain/import-speech.ts'

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

const SEE = 'palier import --help'
const STEPS: Readonly<Record<string, string>> = {
  reading: 'lecture',
  counting: 'compte',
  comparing: 'comparaison',
  writing: 'écriture',
}

const IN_FRENCH: ProblemWords = {
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

/** What `import` says to a terminal in French. */
export const IMPORT_IN_FRENCH: ImportSpeech = {
  help: HELP_FR,
  problem: problemIn(IN_FRENCH),
  progress: (step, rows, total) => `${STEPS[step] ?? step}\u202f: ${rowsOf(rows, total, 'fr')} lignes`,
  same: (vintage) =>
    `Le même fichier, la même carte, la même date que le millésime ${vintage}\u202f: rien n’a changé.`,
  leftOut: (headers) => (headers.length === 0 ? '' : `Colonnes jamais lues\u202f: ${headers.join(', ')}.`),
}
