import { formatDay } from '../../ui/format.fr.ts'
import { quote } from '../../ui/format.fr.ts'
import type { AgreementRefusal } from '../domain/agreement.ts'
import type { ParkedFile } from '../../ui/request.ts'
import { sayBytes } from './file-words.fr.ts'

export type ScreenRefusal =
  | AgreementRefusal
  | { readonly because: 'outside_circle' }
  | { readonly because: 'agreement_absent' }
  | { readonly because: 'agreement_absent_or_ended' }
  | { readonly because: 'agreement_ends_before_it_begins' }
  | { readonly because: 'source_absent' }
  | { readonly because: 'source_name_taken'; readonly name: string }

/** Why nothing was done with an agreement or a source. */
export function sayRefusal(refusal: ScreenRefusal): string {
  switch (refusal.because) {
    case 'outside_circle':
      return 'Votre cercle ne charge pas de fichiers dans cet espace. Demandez à une personne qui en répond.'
    case 'agreement_absent':
      return 'Cette convention n’est pas de cet espace. Choisissez-en une dans la liste.'
    case 'agreement_absent_or_ended':
      return 'Cette convention est déjà terminée.'
    case 'agreement_ends_before_it_begins':
      return 'Le dernier jour vient avant le premier.'
    case 'agreement_ended':
      return `La convention ${quote(refusal.title)} est terminée\u202f: aucun fichier n’entre plus sous elle.`
    case 'agreement_over':
      return `La convention ${quote(refusal.title)} est échue depuis le ${formatDay(refusal.until)}. Notez la suivante d’abord.`
    case 'agreement_not_begun':
      return `La convention ${quote(refusal.title)} ne vaut qu’à partir du ${formatDay(refusal.from)}.`
    case 'source_absent':
      return 'Cette source n’est plus là.'
    case 'source_name_taken':
      return `Une source s’appelle déjà ${quote(refusal.name)}. Prenez un autre nom, ou chargez ce fichier comme la suite de celle-là.`
  }
}

/** Why nothing of a file that was sent is kept. */
export function sayParked(state: Exclude<ParkedFile['state'], 'whole'>, limit: number): string {
  if (state === 'too_large')
    return `Ce fichier est trop gros\u202f: ${sayBytes(limit)} au plus. Compressez-le (gzip ou zip), ou coupez-le en périodes.`
  if (state === 'no_room')
    return 'Le serveur n’a pas la place de recevoir ce fichier. Prévenez la personne qui le tient.'
  return 'L’envoi a été coupé\u202f: rien de ce fichier n’a été gardé. Envoyez-le de nouveau.'
}
