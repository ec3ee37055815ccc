import type { UploadRefusal } from './upload.ts'

/** Why a file was not taken, and what to do about it. */
export const WHY_NOT_TAKEN: Readonly<Record<UploadRefusal['because'], string>> = {
  empty: 'Ce fichier est vide\u202f: choisissez-en un autre.',
  too_large:
    'Ce fichier dépasse 10\u202fMo. Prenez la photo en taille moyenne, ou enregistrez le PDF en plusieurs fichiers.',
  not_photo_nor_pdf:
    'Ce fichier n’est ni une photo (JPEG, PNG, WebP) ni un PDF, quel que soit son nom. Prenez une photo ou une capture d’écran de ce qu’il montre.',
  heic: 'Cette photo est au format HEIC, que Palier ne lit pas. Enregistrez-la en JPEG, ou faites-en une capture d’écran.',
  too_many_pixels: 'Cette image a trop de pixels (64 millions au plus). Envoyez-la en plus petit.',
  broken_photo: 'Cette photo est incomplète ou abîmée. Renvoyez-la, ou prenez-la de nouveau.',
  locked_pdf: 'Ce PDF est protégé par un mot de passe. Envoyez-le sans protection.',
  broken_pdf: 'Ce PDF est incomplet ou abîmé. Envoyez une photo de chaque page.',
  too_many_pages: 'Ce PDF a trop de pages (200 au plus). Gardez celles qui comptent.',
  unsafe_pdf:
    'Ce PDF contient ce que Palier n’a pas su enlever sûrement (programme ou fichier caché). Imprimez-le en PDF, ou envoyez une photo de chaque page.',
  too_heavy: 'Ce fichier demande trop de travail pour être vérifié. Envoyez-le en plus petit.',
}
