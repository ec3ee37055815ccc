import { formatCount, quote } from '../../ui/format.fr.ts'
import type { FileRefusal } from '../domain/file-refusal.ts'
import { sayBytes, sayOtherSheets } from './file-words.fr.ts'

const list = (words: readonly string[]): string => words.map(quote).join(', ')

type Because = FileRefusal['because']
type Of<B extends Because> = Extract<FileRefusal, { because: B }>
type Sentences = { readonly [B in Because]: (refusal: Of<B>) => string }

export const FILE_SENTENCES: Sentences = {
  file_absent: () => 'Le fichier n’est plus là. Envoyez-le de nouveau.',
  file_is_folder: ({ name }) => `${quote(name)} est un dossier\u202f: donnez les fichiers qu’il contient.`,
  file_empty: ({ name }) => `${quote(name)} est vide. Vérifiez l’export, puis recommencez.`,
  file_without_rows: ({ name, sheet }) =>
    sheet === null
      ? `${quote(name)} a des en-têtes et aucune ligne.`
      : `La feuille ${quote(sheet)} de ${quote(name)} ne contient aucune demande\u202f: des en-têtes, tout au plus.`,
  file_unknown_kind: ({ name, looksLike }) =>
    looksLike === null
      ? `${quote(name)} n’est pas un tableau que Palier sait lire. Exportez-le en CSV, Excel, LibreOffice ou Parquet.`
      : `${quote(name)} n’est pas un tableau\u202f: son contenu est d’une autre sorte (${looksLike}). Exportez les demandes en CSV, Excel, LibreOffice ou Parquet.`,
  file_cut_short: ({ name }) => `${quote(name)} est coupé avant sa fin. Refaites l’export ou la copie.`,
  file_damaged: ({ name }) => `${quote(name)} est abîmé et ne s’ouvre pas. Refaites l’export ou la copie.`,
  file_locked: ({ name }) =>
    `${quote(name)} est protégé par un mot de passe. Enregistrez-le sans, puis envoyez-le.`,
  file_too_heavy: ({ name, bytes, most }) =>
    `${quote(name)} pèse ${sayBytes(bytes)}\u202f: ${sayBytes(most)} au plus sous cette forme. Exportez-le en CSV.`,
  file_swells: ({ name, most }) =>
    `${quote(name)} devient immense une fois décompressé (plus de ${sayBytes(most)}). Palier ne l’ouvre pas.`,
  file_needs_memory: ({ name }) =>
    `${quote(name)} demande plus de mémoire que Palier n’en a. Exportez-le en CSV, ou coupez-le en périodes.`,
  archive_of_several: ({ files }) =>
    `L’archive contient ${formatCount(files.length, 'fichier')}\u202f: ${list(files)}. Envoyez-en un seul.`,
  archive_without_table: ({ name }) => `L’archive ${quote(name)} ne contient aucun tableau.`,
  sheet_absent: ({ asked, sheets }) =>
    `Le classeur n’a pas de feuille ${quote(asked)}. Il a\u202f: ${sayOtherSheets(sheets)}.`,
  sheets_all_hidden: ({ sheets }) =>
    `Toutes les feuilles du classeur sont cachées\u202f: ${sayOtherSheets(sheets)}. Affichez celle qui contient les demandes.`,
  header_absent: ({ name }) =>
    `${quote(name)} n’a pas de ligne d’en-têtes. Ajoutez-en une\u202f: un nom par colonne.`,
  column_absent: ({ columns }) => `Le fichier n’a pas ces colonnes\u202f: ${list(columns)}.`,
  encoding_mistaken: ({ name, encoding }) =>
    `Le texte de ${quote(name)} n’est pas écrit en ${encoding}. Laissez Palier décider.`,
  reading_stopped: () => 'La lecture a été arrêtée\u202f: rien n’a été gardé.',
}

/** Why a file is not read, and what to do. */
export const sayFileRefusal = <B extends Because>(refusal: Of<B> & { readonly because: B }): string =>
  FILE_SENTENCES[refusal.because](refusal)
