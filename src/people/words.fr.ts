import type { MergeRefusal, UndoRefusal } from './domain/merging.ts'
import type { Language, Reach } from './domain/person.ts'

export const LANGUAGE_NAMES: Record<Language, string> = {
  fr: 'français',
  ar: 'arabe',
  ber: 'tamazight',
  bm: 'bambara',
  en: 'anglais',
  es: 'espagnol',
  pt: 'portugais',
  ro: 'roumain',
  ta: 'tamoul',
  tr: 'turc',
  uk: 'ukrainien',
  wo: 'wolof',
  zh: 'chinois',
  other: 'une autre langue',
}

export const REACH_NAMES: Record<Reach, string> = {
  union: 'par l’union',
  phone: 'par téléphone',
  email: 'par courriel',
}

type Because =
  | MergeRefusal['because']
  | UndoRefusal['because']
  | 'maybe_known'
  | 'written_meanwhile'
  | 'no_such_home'
  | 'told_already'
  | 'ends_before_it_begins'
  | 'no_such_stay'
  | 'no_such_merger'
  | 'another_name'
  | 'not_yours_to_decide'
  | 'consent_missing'
  | 'nothing_to_reach_by'
  | 'already_presented'
  | 'changed_meanwhile'
  | 'not_your_door'
  | 'wrong_projection'
  | 'unknown_passage'

/** Why something was not done, and what to do. */
export const REFUSALS: Record<Because, string> = {
  same_person: 'C’est la même fiche. Choisissez-en une autre.',
  already_joined: 'L’une de ces fiches est déjà réunie à une autre. Ouvrez la fiche principale.',
  no_such_person: 'Cette fiche n’existe plus.',
  already_undone: 'C’est déjà repris.',
  later_merger_first: 'Une réunion plus récente repose sur celle-ci. Séparez d’abord la plus récente.',
  maybe_known: 'Une personne du même nom ou du même numéro est déjà connue. Regardez si c’est elle.',
  written_meanwhile: 'Quelqu’un a modifié cette fiche pendant que vous écriviez.',
  no_such_home: 'Ce logement n’est pas connu de votre union. Cherchez-le par son adresse.',
  told_already: 'Cette personne habite déjà ce logement, d’après sa fiche.',
  ends_before_it_begins: 'Le départ serait avant l’arrivée. Corrigez l’une des deux dates.',
  no_such_stay: 'Ce logement n’est plus sur la fiche.',
  no_such_merger: 'Ces fiches ne sont plus réunies.',
  another_name: 'Ce n’est pas le nom de la fiche. Rien n’a été effacé.',
  not_yours_to_decide: 'Cet acte revient à une personne du cercle qui décide.',
  consent_missing: 'Cette personne n’a pas donné son accord pour être présentée au bailleur.',
  nothing_to_reach_by:
    'La façon de la joindre qu’elle a choisie n’est pas écrite sur sa fiche. Complétez la fiche d’abord.',
  already_presented: 'Cette personne est déjà présentée à ce bailleur.',
  changed_meanwhile: 'La fiche a changé depuis que vous l’avez relue. Relisez ce qui partira.',
  not_your_door: 'Cette porte n’est pas ouverte à votre espace.',
  wrong_projection: 'Ce qui devait partir n’a pas la forme prévue. Rien n’est parti.',
  unknown_passage: 'Cet envoi n’existe plus.',
}

export const sayRefusal = (refusal: { readonly because: Because }): string => REFUSALS[refusal.because]

const VERBS: Readonly<Record<string, string>> = {
  read: 'fiche lue',
  export: 'fiche exportée',
  insert: 'ajouté',
  update: 'modifié',
  delete: 'effacé',
}
const TABLES: Readonly<Record<string, string>> = {
  person: 'la fiche',
  occupancy: 'un logement',
  consent: 'un accord',
  merger: 'une réunion de fiches',
  passage: 'un envoi',
}
const CIRCLES: Readonly<Record<string, string>> = {
  organiser: 'organisation',
  steward: 'référent·e',
  canvasser: 'porte-à-porte',
  treasurer: 'trésorerie',
  officer: 'bureau',
  administrator: 'administration',
}

/** «fiche lue», «modifié: un accord». */
export function sayLine({ verb, tableName }: { verb: string; tableName: string }): string {
  const said = VERBS[verb] ?? verb
  return verb === 'read' || verb === 'export' ? said : `${said}\u202f: ${TABLES[tableName] ?? tableName}`
}

export const sayCircles = (circles: readonly string[]): string =>
  circles.length === 0 ? 'Palier lui-même' : circles.map((circle) => CIRCLES[circle] ?? circle).join(', ')
