import { WHY_NOT_TAKEN } from '../../documents/uploads.fr.ts'
import type { MediaType } from '../../documents/upload.ts'
import type { FilesRefusal } from '../actions/attach.ts'

export const MEDIA_WORDS: Readonly<Record<MediaType, string>> = {
  'image/jpeg': 'Photo (JPEG)',
  'image/png': 'Image (PNG)',
  'image/webp': 'Image (WebP)',
  'application/pdf': 'Document (PDF)',
}

/** «Une photo, une image ajoutée», «un document ajouté». */
export const agreeing = (participle: string, mediaType: MediaType): string =>
  mediaType === 'application/pdf' ? participle : `${participle}e`

export const MOST_FILES_SAID = 'Cinq fichiers au plus à la fois\u202f: envoyez les autres ensuite.'

export const LABEL_TOO_LONG = 'C’est trop long\u202f: gardez 200 caractères.'

/** Why files were not taken, naming the one that was refused when there are several. */
export function sayFilesRefusal(refusal: FilesRefusal): string {
  if (refusal.because === 'too_many_files') return MOST_FILES_SAID
  const why = WHY_NOT_TAKEN[refusal.because]
  return refusal.of === 1 ? why : `Fichier ${refusal.nth} sur ${refusal.of}. ${why} Aucun n’a été gardé.`
}

const oneDecimal = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

/** « 1,4 Mo », « 312 ko ». */
export function sayBytes(count: number): string {
  const ko = Math.max(1, Math.round(count / 1000))
  return ko < 1000 ? `${ko}\u202fko` : `${oneDecimal.format(count / 1_000_000)}\u202fMo`
}
