import { formatCount, quote } from '../../ui/format.fr.ts'
import type { PublicationRefusal } from '../actions.ts'
import type { InstrumentRefusal, WorkbookRefusal } from '../domain/workbook-refusal.ts'

const MB = 1024 * 1024
const SAVE_AS = 'Enregistrez-le en .xlsx, puis envoyez-le.'

/** Why a workbook gave no form, in one sentence; each of its faults has its own (`sayFormFault`). */
export function sayInstrumentRefusal(refusal: InstrumentRefusal): string {
  if (refusal.because === 'workbook_refused')
    return `Le classeur a ${formatCount(refusal.refusals.length, 'erreur')}\u202f: rien n’en est gardé. Reprenez-le, puis envoyez-le de nouveau.`
  if (refusal.because === 'form_too_long') return 'Ce questionnaire est trop long pour un téléphone.'
  return sayWorkbookRefusal(refusal)
}

function sayWorkbookRefusal(refusal: WorkbookRefusal): string {
  switch (refusal.because) {
    case 'file_empty':
      return 'Ce fichier est vide. Choisissez le classeur.'
    case 'file_damaged':
      return 'Ce classeur est abîmé ou coupé avant sa fin. Enregistrez-le de nouveau.'
    case 'file_locked':
      return `Ce classeur est protégé par un mot de passe. ${SAVE_AS}`
    case 'old_workbook':
      return `C’est un ancien classeur .xls, ou un classeur protégé par un mot de passe. ${SAVE_AS}`
    case 'workbook_has_macros':
      return `Ce classeur contient des macros\u202f: Palier n’en exécute aucune. ${SAVE_AS}`
    case 'not_a_workbook':
      return `Ce fichier n’est pas un classeur .xlsx${looks(refusal.looksLike)}. ${SAVE_AS}`
    case 'file_too_heavy':
      return `Ce fichier est trop lourd\u202f: ${refusal.most / MB}\u00a0Mo au plus.`
    case 'file_swells':
      return `Ce classeur devient immense une fois décompressé\u202f: ${refusal.most / MB}\u00a0Mo au plus.`
    case 'too_many_rows':
      return `Une feuille a plus de ${refusal.most} lignes.`
  }
}

const looks = (kind: string | null): string =>
  kind === null ? '' : `, quoi qu’en dise son nom\u202f: son contenu est d’une autre sorte (${kind})`

export function sayPublicationRefusal(refusal: PublicationRefusal): string {
  switch (refusal.because) {
    case 'no_such_instrument':
      return 'Ce questionnaire n’existe pas.'
    case 'already_published':
      return 'Ce questionnaire est déjà publié.'
    case 'reads_files':
      return `Ce questionnaire lit un fichier à côté de lui (${refusal.files.map(quote).join(', ')})\u202f: le téléphone ne l’emporte pas encore. Mettez ces choix dans la feuille choices.`
  }
}
