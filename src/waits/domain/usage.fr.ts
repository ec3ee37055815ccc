import type { UsageRefusal } from './usage-refusal.ts'

const HELP_OF = 'npm run -s palier -- waits --help'
const list = (names: readonly string[]): string => names.join(', ')

/** What to write instead, in one or two sentences. */
export function sayUsage(refusal: UsageRefusal): string {
  switch (refusal.because) {
    case 'unknown_option':
      return `${refusal.option} n’est pas une option. ${orRather(refusal.nearest)}`
    case 'value_missing':
      return `Il manque une valeur après ${refusal.option}. ${EXAMPLES[refusal.option] ?? `Voyez ${HELP_OF}`}`
    case 'value_not_taken':
      return `${refusal.option} ne prend pas de valeur\u202f: écrivez ${refusal.option} seul.`
    case 'option_twice':
      return `${refusal.option} est écrit deux fois\u202f: gardez-en un.`
    case 'value_unknown':
      return `${refusal.option} ne connaît pas «\u202f${refusal.value}\u202f». Écrivez l’un de\u202f: ${list(refusal.allowed)}.`
    case 'not_days':
      return `${refusal.option} demande un nombre de jours au-dessus de 0, pas «\u202f${refusal.value}\u202f». Par exemple\u202f: ${refusal.option} 90`
    case 'two_results':
      return `${refusal.options[0]} et ${refusal.options[1]} ne vont pas ensemble\u202f: choisissez.`
    default:
      return sayFiles(refusal)
  }
}

const orRather = (nearest: string | null): string =>
  nearest ? `Vouliez-vous écrire --${nearest}\u202f?` : `Leur liste\u202f: ${HELP_OF}`

const EXAMPLES: Readonly<Record<string, string>> = {
  '--as-of': 'Par exemple\u202f: --as-of 2026-02-17',
  '--map': 'Par exemple\u202f: --map MAP.json',
  '--by': 'Par exemple\u202f: --by Quartier,Famille',
  '--tau': 'Par exemple\u202f: --tau 90',
  '--out': 'Par exemple\u202f: --out bailleur.tally.json',
  '--released': 'Par exemple\u202f: --released octobre.tally.json,novembre.tally.json',
  '--grid': 'Par exemple\u202f: --grid 1,7,14,30,60,90,180,365',
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

function sayFiles(refusal: OfFiles): string {
  switch (refusal.because) {
    case 'file_missing':
      return `Donnez un fichier\u202f: npm run -s palier -- ${refusal.command} FICHIER`
    case 'one_file_only':
      return `${refusal.command} lit un fichier à la fois, et en a reçu ${refusal.given}.`
    case 'out_missing':
      return 'Dites où écrire le décompte\u202f: --out NOM.tally.json'
    case 'map_absent':
      return `Il n’y a pas de fichier ${refusal.path}. Pour en proposer un\u202f: npm run -s palier -- map FICHIER > MAP.json`
    case 'map_not_json':
      return `${refusal.path} n’est pas du JSON (${refusal.problem}). Pour en proposer un\u202f: npm run -s palier -- map FICHIER > MAP.json`
    case 'map_not_guessed':
      return `Les colonnes de ${refusal.file} ne disent pas d’elles-mêmes\u202f: ${list(refusal.missing)}. Écrivez-les dans un MAP.json (npm run -s palier -- map FICHIER en propose un) et ajoutez --map MAP.json`
    case 'outcome_missing':
      return '--causes demande que MAP.json dise comment les attentes finissent\u202f: "outcome": {"column": "…", "map": {"…": "repaired"}}'
    case 'drawn_in_days':
      return `La courbe se dessine en jours, et ces durées sont en ${refusal.unit === 'hour' ? 'heures' : 'mois'}. Prenez --json ou --table, ou donnez des jours ("unit": "day").`
    case 'grid_unreadable':
      return `--grid demande des jours entiers qui montent, pas «\u202f${refusal.value}\u202f». Par exemple\u202f: --grid 1,7,14,30,60,90,180,365`
    case 'told_by_tally':
      return `Ces décomptes sont faits avec ${refusal.option} ${refusal.told}, pas ${refusal.asked}\u202f: enlevez ${refusal.option}, ou refaites-les depuis les fichiers.`
    case 'not_written':
      return `${refusal.path} n’a pas pu être écrit (${refusal.problem}).`
    default:
      return sayAsOf(refusal)
  }
}

type OfAsOf = Extract<
  UsageRefusal,
  { readonly because: 'as_of_missing' | 'as_of_unreadable' | 'as_of_in_future' }
>

function sayAsOf(refusal: OfAsOf): string {
  switch (refusal.because) {
    case 'as_of_missing':
      return 'Dites à quelle date le fichier a été extrait\u202f: --as-of 2026-02-17 (un jour entier) ou --as-of 2026-02-17T02:21:40Z (un instant). Sans elle, on ne sait pas depuis combien de temps attendent les demandes ouvertes.'
    case 'as_of_unreadable':
      return `«\u202f${refusal.value}\u202f» n’est ni un jour (2026-02-17) ni un instant avec son fuseau (2026-02-17T02:21:40Z).`
    case 'as_of_in_future':
      return `${refusal.value} est dans l’avenir (aujourd’hui\u202f: ${refusal.today}). Un fichier ne sait rien des jours qui n’ont pas eu lieu\u202f: écrivez le jour où il a été extrait.`
  }
}
