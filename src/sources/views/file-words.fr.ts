import type { FileEncoding, FileKind, InspectedFile } from '../domain/inspected-file.ts'
import { formatNumber } from '../../ui/format.fr.ts'

const KIND_WORDS: Readonly<Record<FileKind, string>> = {
  csv: 'texte, une demande par ligne (CSV)',
  tsv: 'texte, colonnes séparées par des tabulations',
  xlsx: 'classeur Excel',
  xls: 'ancien classeur Excel (.xls)',
  ods: 'classeur LibreOffice',
  parquet: 'Parquet',
}

export const ENCODING_WORDS: Readonly<Record<FileEncoding, string>> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252 (Excel d’Europe de l’Ouest)',
  'iso-8859-15': 'ISO-8859-15 (Latin-9)',
  'utf-16le': 'UTF-16 (Excel «\u202ftexte Unicode\u202f»)',
  'utf-16be': 'UTF-16 gros-boutiste',
}

export const SEPARATOR_WORDS: Readonly<Record<string, string>> = {
  ';': 'point-virgule',
  ',': 'virgule',
  '\t': 'tabulation',
  '|': 'barre verticale',
}

const MEGABYTE = 1024 * 1024
/** «312 ko», «48 Mo», «3,2 Go». */
export function sayBytes(bytes: number): string {
  if (bytes < MEGABYTE) return `${formatNumber(Math.max(1, Math.round(bytes / 1024)))}\u00a0ko`
  if (bytes < 1024 * MEGABYTE) return `${formatNumber(Math.round(bytes / MEGABYTE))}\u00a0Mo`
  return `${formatNumber(Math.round((bytes / (1024 * MEGABYTE)) * 10) / 10)}\u00a0Go`
}

export function sayKind({ kind, wrappedIn }: Pick<InspectedFile, 'kind' | 'wrappedIn'>): string {
  const wrapped = wrappedIn === null ? '' : `, dans une archive ${wrappedIn}`
  return `${KIND_WORDS[kind]}${wrapped}`
}

export const sayText = ({ encoding, bom, separator }: NonNullable<InspectedFile['text']>): string =>
  `${ENCODING_WORDS[encoding]}${bom ? ', avec sa marque' : ''}\u202f; entre deux colonnes\u202f: ${SEPARATOR_WORDS[separator] ?? `«\u202f${separator}\u202f»`}`

export const sayOtherSheets = (sheets: InspectedFile['otherSheets']): string =>
  sheets.map(({ name, hidden }) => (hidden ? `${name} (cachée)` : name)).join(', ')
