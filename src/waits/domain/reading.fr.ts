import type { ExtractedCases, ExtractNotice } from '../../sources/domain/extracted-cases.ts'
import type { InspectedFile } from '../../sources/domain/inspected-file.ts'
import { counted, whole } from './counted.fr.ts'
import { sayRejects } from './answer-words.fr.ts'
import { sayDoubt } from './file-doubts.fr.ts'
import type { ReadingWords } from './reading-words.ts'

const list = (names: readonly string[]): string => names.join(', ')

export const readingInFrench: ReadingWords = {
  progress: (name, { rows, percent, rowsPerSecond, secondsLeft }) =>
    [
      `${name}\u202f: ${counted(rows, 'ligne', 'lignes')}`,
      `${percent}\u202f%`,
      `${whole.format(rowsPerSecond)} lignes/s`,
      ...(secondsLeft === null ? [] : [`encore ${whole.format(secondsLeft)} s`]),
    ].join(' · '),
  read: (file, extracted) => [
    sayFile(file, extracted),
    ...sayRejects(extracted.rejects).map((said) => `  ${said}`),
    ...extracted.notices.map((notice) => `  ${sayNotice(notice)}`),
  ],
  doubt: sayDoubt,
  guessed: (name, map) => `Colonnes devinées dans ${name} (à vérifier)\u202f: ${map}`,
  missing: (fields, headers) =>
    `À compléter avant de compter\u202f: ${list(fields)}. Écrivez un en-tête du fichier entre les guillemets, ou enlevez la ligne. En-têtes\u202f: ${list(headers)}.`,
  because: (field, reason) => `  ${field}\u202f: ${reason}`,
  idleForTallies: (options) => `${list(options)}\u202f: sans effet, les décomptes le disent déjà.`,
  sourceTwice: (name) => `Attention\u202f: ${name} est là deux fois, ses demandes sont comptées deux fois.`,
  written: (path) => `Écrit\u202f: ${path}`,
  notDrawn: (count) =>
    `${counted(count, 'strate plus petite n’est pas dessinée', 'strates plus petites ne sont pas dessinées')}.`,
  withheld: (count) =>
    `${counted(count, 'strate ne sort pas\u202f: trop petite, ou trop facile à deviner', 'strates ne sortent pas\u202f: trop petites, ou trop faciles à deviner')}.`,
  keptBack: (count) =>
    `Les décomptes lus taisent ${counted(count, 'strate', 'strates')}\u202f: leurs demandes ne sont dans aucune figure.`,
  stopped: 'Arrêté\u202f: rien n’a été écrit.',
}

function sayFile({ name, text, wrappedIn, kind }: InspectedFile, { kept, formats }: ExtractedCases): string {
  const written = text ? `${text.encoding}, séparateur «\u202f${text.separator}\u202f»` : kind
  const dates = formats
    .filter(({ format }) => format !== '')
    .map(({ header, format }) => `${header} en ${format}`)
  return [
    `${name}\u202f: ${counted(kept, 'demande gardée', 'demandes gardées')}`,
    wrappedIn ? `${wrappedIn}, ${written}` : written,
    ...dates,
  ].join(' · ')
}

function sayNotice(notice: ExtractNotice): string {
  switch (notice.because) {
    case 'mixed_formats':
      return `${notice.header}\u202f: ${counted(notice.count, 'date d’une autre écriture, rejetée', 'dates d’une autre écriture, rejetées')}.`
    case 'order_of_other_column':
      return `${notice.header}\u202f: ordre du jour et du mois repris de l’autre colonne (${notice.format}).`
    case 'words_for_nothing':
      return `${notice.header}\u202f: lus comme vides\u202f: ${sayValues(notice.values)}.`
    case 'only_midnights':
      return `${notice.header}\u202f: que des minuits, lus comme des jours.`
    case 'no_closed_column':
      return 'Pas de colonne de fermeture\u202f: toutes les demandes sont lues comme ouvertes.'
    case 'unknown_status':
      return `${notice.header}\u202f: statuts inconnus de la carte\u202f: ${sayValues(notice.values)}.`
    case 'unmapped_outcome':
      return `${notice.header}\u202f: fins absentes de la carte, lues comme «\u202fother\u202f»\u202f: ${sayValues(notice.values)}.`
    case 'duplicates_kept':
      return `${counted(notice.count, 'doublon, gardé et compté', 'doublons, gardés et comptés')}.`
    case 'duplicates_dropped':
      return `${counted(notice.count, 'doublon, enlevé', 'doublons, enlevés')} comme demandé.`
    case 'blank_ids':
      return `${notice.header}\u202f: ${counted(notice.count, 'numéro vide, lu comme un cas', 'numéros vides, chacun lu comme un cas')}.`
    case 'late_entries':
      return `${counted(notice.count, 'demande n’est vue', 'demandes ne sont vues')} qu’après leur ouverture.`
  }
}

const sayValues = (values: readonly { readonly value: string; readonly count: number }[]): string =>
  values
    .slice(0, 6)
    .map(({ value, count }) => `«\u202f${value}\u202f» ${whole.format(count)}`)
    .join(', ')
