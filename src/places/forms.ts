import * as v from 'valibot'
import { typedLine, typedText } from '../kernel/typed-text.ts'
import { readFloor } from './domain/floors.fr.ts'
import { CSV_LIMITS, REJECT_REASONS } from './domain/homes-csv.ts'
import { LIMITS } from './domain/staircase-shape.ts'
import { sayTableRefusal } from './words.fr.ts'

const line = (most: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.transform(typedLine),
    v.maxLength(most, `C’est trop long\u202f: ${most} caractères au plus.`),
  )
const needed = (most: number, message: string) => v.pipe(line(most), v.minLength(1, message))
const uuidOrNone = v.pipe(line(36), v.regex(/^$|^[0-9a-f-]{36}$/, 'Choisissez dans la liste.'))

/** A new estate: its landlord and commune from the lists, or new. */
export const EstateForm = v.pipe(
  v.object({
    nom: needed(300, 'Donnez le nom de la résidence.'),
    bailleur: uuidOrNone,
    nouveau_bailleur: line(300),
    commune: v.pipe(line(5), v.regex(/^$|^[0-9][0-9AB][0-9]{3}$/, 'Choisissez une commune de la liste.')),
    nouvelle_commune: line(200),
    code_insee: v.pipe(
      line(5),
      v.toUpperCase(),
      v.regex(/^$|^[0-9][0-9AB][0-9]{3}$/, 'Le code INSEE a cinq signes, par exemple 69266.'),
    ),
    code_postal: v.pipe(line(5), v.regex(/^$|^[0-9]{5}$/, 'Le code postal a cinq chiffres.')),
  }),
  v.forward(
    v.check(
      (f) => f.bailleur !== '' || f.nouveau_bailleur.length > 1,
      'Choisissez un bailleur, ou donnez le nom d’un autre.',
    ),
    ['bailleur'],
  ),
  v.forward(
    v.check(
      (f) => f.commune !== '' || (f.nouvelle_commune !== '' && f.code_insee !== '' && f.code_postal !== ''),
      'Choisissez une commune, ou donnez le nom, le code INSEE et le code postal d’une autre.',
    ),
    ['commune'],
  ),
)

/** A building in one sentence: read first, written once it was shown. */
export const QuickForm = v.object({
  description: v.pipe(
    v.optional(v.string(), ''),
    v.transform(typedText),
    v.minLength(1, 'Décrivez le bâtiment, comme dans l’exemple.'),
    v.maxLength(2000, 'C’est trop long\u202f: 2000 caractères au plus.'),
  ),
  etape: v.optional(v.picklist(['lire', 'ecrire']), 'lire'),
})

const doorNumber = `Donnez le rang de la porte sur le palier, de 1 à ${LIMITS.doorsPerLanding}.`
const floorMessage = `Donnez l’étage, par exemple 3, RdC ou -1, entre ${LIMITS.lowestFloor} et ${LIMITS.highestFloor}.`

/** A door that the plan of a staircase forgot. */
export const DoorForm = v.object({
  etage: v.pipe(
    needed(30, floorMessage),
    v.transform(readFloor),
    v.custom<number>((floor) => floor !== undefined, floorMessage),
  ),
  porte: v.pipe(
    needed(3, doorNumber),
    v.transform(Number),
    v.integer(doorNumber),
    v.minValue(1, doorNumber),
    v.maxValue(LIMITS.doorsPerLanding, doorNumber),
  ),
  libelle: line(300),
})

export const LabelForm = v.object({ libelle: needed(300, 'Donnez un libellé au logement.') })

/** A table of homes; the estate may be said once for all its rows. */
export const ImportForm = v.object({
  fichier: v.pipe(
    v.file('Choisissez un fichier CSV.'),
    v.check((file) => file.size > 0, 'Choisissez un fichier CSV.'),
    v.maxSize(CSV_LIMITS.bytes, sayTableRefusal({ because: 'too_heavy' })),
  ),
  residence: uuidOrNone,
})

const row = { line: v.number(), cells: v.array(v.string()) }

/** The rows left out, as our own page posts them back to be downloaded. */
export const RejectsForm = v.object({
  rejets: v.pipe(
    v.string(),
    v.parseJson(),
    v.strictObject({
      header: v.array(v.string()),
      rejects: v.array(
        v.variant('because', [
          v.strictObject({ ...row, because: v.picklist(REJECT_REASONS) }),
          v.strictObject({
            ...row,
            because: v.literal('another_estate'),
            said: v.string(),
            chosen: v.string(),
          }),
        ]),
      ),
    }),
  ),
})

/** Two homes that are one, or a merge to take back. */
export const MergeForm = v.pipe(
  v.object({ autre: uuidOrNone, defaire: uuidOrNone }),
  v.forward(
    v.check((f) => f.autre !== '' || f.defaire !== '', 'Choisissez l’autre logement.'),
    ['autre'],
  ),
)

/** A tally to share as it was shown, or one to take back. */
export const TallyForm = v.object({ vu: v.optional(v.string(), ''), reprendre: uuidOrNone })
