import { assertNever } from '../../kernel/assert-never.ts'
import type { DateRefusal } from './date-formats.ts'
import type { ExtractRefusal } from './extracted-cases.ts'
import type { MapRefusal, WantedValue } from './map-refusal.ts'

const WANTED: Readonly<Record<WantedValue, string>> = {
  header: 'l’intitulé d’une colonne',
  texts: 'une liste de textes',
  texts_or_numbers: 'une liste de textes ou de nombres, non vide',
  boolean: 'true ou false',
  object: 'un objet entre accolades',
  repeats: '«\u202ffirst\u202f», «\u202flast\u202f» ou «\u202ferror\u202f»',
  unit: '«\u202fday\u202f», «\u202fhour\u202f» ou «\u202fmonth\u202f»',
  outcomes:
    'des valeurs suivies de «\u202frepaired\u202f», «\u202fclosed_without_repair\u202f», «\u202fwithdrawn\u202f», «\u202ftransferred\u202f» ou «\u202fother\u202f»',
  from_or_column: 'soit {"from"\u202f: une date}, soit {"column"\u202f: un intitulé}',
  day_or_instant: 'une date comme 2011-01-01, ou un instant comme 2011-01-01T00:00:00Z',
  time_zone: 'un fuseau horaire comme Europe/Paris',
  date_format: 'un format comme dd/MM/yyyy, MM/dd/yyyy, yyyy-MM-dd ou excel',
}

const listed = (names: readonly string[]): string => names.map((name) => `«\u202f${name}\u202f»`).join(', ')

/** What is wrong with a map, and what to write instead. */
export function sayMapRefusal(refusal: MapRefusal): string {
  switch (refusal.because) {
    case 'map_not_an_object':
      return 'La carte des colonnes doit être un objet JSON, entre accolades.'
    case 'unknown_map_keys':
      return `La carte a des clés inconnues\u202f: ${listed(refusal.keys)}. Clés possibles\u202f: ${refusal.known.join(', ')}.`
    case 'wrong_map_value':
      return `Dans la carte, «\u202f${refusal.key}\u202f» attend ${WANTED[refusal.wanted]}.`
    case 'map_key_missing':
      return `Dans la carte, il manque «\u202f${refusal.key}\u202f».`
    case 'map_without_clock':
      return 'La carte ne dit pas où lire les attentes\u202f: indiquez «\u202fopened\u202f» et «\u202fclosed\u202f», ou «\u202fduration\u202f», ou «\u202fintervals\u202f».'
    case 'map_mixes_clocks':
      return `Ces clés de la carte ne vont pas ensemble\u202f: ${listed(refusal.keys)}. Gardez une seule façon de lire les attentes.`
    case 'columns_absent':
      return `Le fichier n’a pas ${refusal.absent.length > 1 ? 'ces colonnes' : 'cette colonne'}\u202f: ${listed(refusal.absent)}. Il a\u202f: ${listed(refusal.present)}.`
    default:
      return assertNever(refusal)
  }
}

export function sayDateRefusal(refusal: DateRefusal): string {
  switch (refusal.because) {
    case 'ambiguous_dates':
      return `Les dates de «\u202f${refusal.header}\u202f» se lisent ${refusal.formats[0]} ou ${refusal.formats[1]}, par exemple ${listed(refusal.samples)}. Dites lequel des deux avec «\u202fdateFormat\u202f».`
    case 'two_digit_years':
      return `Les années de «\u202f${refusal.header}\u202f» n’ont que deux chiffres, par exemple ${listed(refusal.samples)}. Si c’est voulu, dites-le avec «\u202fdateFormat\u202f»\u202f: ${refusal.formats.join(' ou ')}.`
    default:
      return assertNever(refusal)
  }
}

export function sayExtractRefusal(refusal: ExtractRefusal): string {
  switch (refusal.because) {
    case 'ambiguous_dates':
    case 'two_digit_years':
      return sayDateRefusal(refusal)
    case 'repeated_ids':
      return `Des numéros de «\u202f${refusal.header}\u202f» reviennent (${refusal.rows} lignes en trop), par exemple ${listed(refusal.samples)}. La carte demande de s’arrêter là («\u202frepeats\u202f» vaut «\u202ferror\u202f»).`
    case 'nothing_usable':
      return `Aucune ligne du fichier ne dit une attente\u202f: ${refusal.rows} lues, toutes rejetées. Vérifiez que la carte est celle de ce fichier.`
    default:
      return sayMapRefusal(refusal)
  }
}
