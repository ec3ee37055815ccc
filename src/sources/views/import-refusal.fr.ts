import { formatCount, formatDay, quote } from '../../ui/format.fr.ts'
import type { ImportRefusal } from '../domain/import.ts'
import { sayExtractRefusal } from '../domain/map-refusal-words.fr.ts'
import { FILE_SENTENCES } from './file-refusal.fr.ts'
import { sayDateFormat } from './map-words.fr.ts'
import { sayRefusal } from './refusal-words.fr.ts'
import { SENSITIVE_WORDS } from './sensitive-words.fr.ts'

type Because = ImportRefusal['because']
type Of<B extends Because> = Extract<ImportRefusal, { because: B }>

const list = (words: readonly string[]): string => words.map(quote).join(', ')
const NOT_KEPT = 'Rien de ce fichier n’a été gardé.'

const SENTENCES: { readonly [B in Because]: (refusal: Of<B>) => string } = {
  ...FILE_SENTENCES,
  map_not_an_object: sayExtractRefusal,
  unknown_map_keys: sayExtractRefusal,
  wrong_map_value: sayExtractRefusal,
  map_key_missing: sayExtractRefusal,
  map_without_clock: () =>
    'Choisissez la colonne du jour d’ouverture\u202f: sans elle, aucune attente ne se compte.',
  map_mixes_clocks: sayExtractRefusal,
  columns_absent: ({ absent, present }) =>
    `Le fichier n’a pas ${absent.length > 1 ? 'ces colonnes' : 'cette colonne'}\u202f: ${list(absent)}. C’est peut-être la carte d’un autre fichier\u202f: celui-ci a ${list(present)}.`,
  ambiguous_dates: ({ header, formats, samples }) =>
    `Les dates de ${quote(header)} se lisent de deux façons, ${formats.map(sayDateFormat).join(' ou ')}\u202f: par exemple ${list(samples)}. Choisissez comment elles sont écrites.`,
  two_digit_years: ({ header, formats, samples }) =>
    `Les années de ${quote(header)} n’ont que deux chiffres, par exemple ${list(samples)}. Choisissez comment elles sont écrites\u202f: ${formats.map(sayDateFormat).join(' ou ')}.`,
  repeated_ids: ({ header, rows, samples }) =>
    `Des numéros de ${quote(header)} reviennent (${formatCount(rows, 'ligne')} en trop), par exemple ${list(samples)}. Dites laquelle garder.`,
  nothing_usable: ({ rows }) =>
    `Aucune des ${formatCount(rows, 'ligne')} ne dit une attente\u202f: toutes sont rejetées. Vérifiez le choix des colonnes. ${NOT_KEPT}`,
  agreement_ended: sayRefusal,
  agreement_over: sayRefusal,
  agreement_not_begun: sayRefusal,
  outside_circle: sayRefusal,
  source_absent: sayRefusal,
  as_of_in_future: ({ asOf }) =>
    `Le ${formatDay(asOf)} n’est pas encore passé\u202f: un fichier ne sait rien de demain. Écrivez le jour où il a été tiré.`,
  as_of_before_current: ({ asOf, current }) =>
    `Le dernier fichier lu va jusqu’au ${formatDay(current)}\u202f; celui-ci s’arrête au ${formatDay(asOf)}. Les fichiers se lisent dans l’ordre.`,
  columns_not_allowed: ({ columns, agreement }) =>
    `La convention ${quote(agreement)} ne permet pas ${columns.map(({ header, kind }) => `${quote(header)} (${SENSITIVE_WORDS[kind].name.toLowerCase()})`).join(', ')}. Choisissez d’autres colonnes, ou notez une convention qui le permet. ${NOT_KEPT}`,
  cases_without_dates: () =>
    'Cette carte décrit des durées déjà calculées\u202f: elles se lisent en ligne de commande. Ici, choisissez une colonne de dates d’ouverture.',
  entry_for_each_case: ({ header }) =>
    `Une date d’entrée par demande (${quote(header)}) ne se lit qu’en ligne de commande. Ici, donnez une seule date pour tout le fichier.`,
  no_case_kept: ({ rows }) =>
    `Aucune des ${formatCount(rows, 'ligne')} ne dit une attente à cette date. Vérifiez les colonnes et la date d’extraction. ${NOT_KEPT}`,
  nothing_to_correct: () =>
    'Aucun fichier de cette source n’a encore été lu\u202f: il n’y a rien à corriger.',
  corrections_by_other_numbers: () =>
    'Le numéro des demandes n’est pas la même colonne que dans le dernier fichier\u202f: des corrections ne retrouveraient pas leurs demandes.',
  read_meanwhile: () => 'Un autre fichier de cette source a été lu pendant ce temps. Relancez la lecture.',
  import_stopped: () => `La lecture a été arrêtée. ${NOT_KEPT}`,
}

/** Why a file was not read into its source, and what to change. */
export const sayImportRefusal = <B extends Because>(refusal: Of<B> & { readonly because: B }): string =>
  SENTENCES[refusal.because](refusal)

/** The field of the form that mends it; '' is the whole form. */
export const fieldOfRefusal = (because: Because): string => FIELDS[because] ?? ''

const FIELDS: Readonly<Partial<Record<Because, string>>> = {
  ambiguous_dates: 'format_dates',
  two_digit_years: 'format_dates',
  repeated_ids: 'repetitions',
  as_of_in_future: 'etat_au',
  as_of_before_current: 'etat_au',
  map_without_clock: 'ouverture',
  cases_without_dates: 'ouverture',
  encoding_mistaken: 'encodage',
  sheet_absent: 'feuille',
}
