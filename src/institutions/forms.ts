import * as v from 'valibot'
import { typedLine } from '../kernel/typed-text.ts'
import { INSTITUTION_KINDS } from './domain/founding.ts'
import { foldEmail, INVITATION_DAYS } from './domain/invitations.ts'
import { CONTACT_LENGTH, WHAT_LENGTH } from './domain/presentation.ts'

/** As PostgreSQL counts them: an emoji is one sign, not two. */
const letters = (text: string): number => Array.from(text).length

const line = (most: number, empty: string) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.transform(typedLine),
    v.minLength(1, empty),
    v.check((text) => letters(text) <= most, `C’est trop long\u202f: ${most} signes au plus.`),
  )

const ADDRESS = /^[^\s@<>()[\]",;:\\]+@[^\s@<>()[\]",;:\\]+\.[^\s@<>()[\]",;:\\]+$/
const address = (empty: string) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.transform(foldEmail),
    v.minLength(1, empty),
    v.maxLength(CONTACT_LENGTH, `Cette adresse est trop longue\u202f: ${CONTACT_LENGTH} signes au plus.`),
    v.regex(ADDRESS, 'Cette adresse n’est pas complète. Écrivez-la comme nom@exemple.org.'),
  )

const { least, most } = INVITATION_DAYS
const days = v.pipe(
  v.optional(v.string(), ''),
  v.regex(/^[0-9]{1,2}$/, `Donnez un nombre de jours, de ${least} à ${most}.`),
  v.transform(Number),
  v.minValue(least, `Une invitation vaut au moins ${least} jour.`),
  v.maxValue(most, `Une invitation vaut au plus ${most} jours.`),
)
const PERSON = {
  name: line(300, 'Écrivez le nom de la personne.'),
  email: address('Écrivez l’adresse à laquelle l’invitation part.'),
  days,
}
const tick = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) => text !== ''),
)
const confirmed = v.pipe(v.optional(v.string(), ''), v.minLength(1, 'Cochez la case pour confirmer.'))
const circle = v.optional(v.string(), '')

export const InviteForm = v.object({
  ...PERSON,
  circle: v.pipe(circle, v.minLength(1, 'Choisissez un cercle.')),
})

export const InvitationForm = v.object({
  act: v.picklist(['resend', 'withdraw'], 'Choisissez de renvoyer ou de retirer l’invitation.'),
})

export const MemberForm = v.variant(
  'act',
  [
    v.object({ act: v.literal('add'), circle }),
    v.object({ act: v.literal('remove'), circle }),
    v.object({ act: v.literal('depart'), confirmed }),
  ],
  'Choisissez ce qu’il faut faire.',
)

export const LeaveForm = v.object({ confirmed })

export const SettingsForm = v.object({
  name: v.pipe(line(300, 'Donnez un nom à l’espace.'), v.minLength(2, 'Un nom a au moins deux signes.')),
  staircase_word: v.picklist(['entrée', 'montée', 'allée', 'cage'], 'Choisissez un des mots proposés.'),
  requires_second_factor: tick,
})

export const FoundForm = v.object({
  kind: v.picklist(INSTITUTION_KINDS, 'Choisissez une sorte d’organisation.'),
  organisation: v.pipe(
    line(300, 'Donnez le nom de l’organisation.'),
    v.minLength(2, 'Un nom a au moins deux signes.'),
  ),
  ...PERSON,
})

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export const UndoForm = v.object({
  passage: v.pipe(v.string(), v.regex(UUID, 'Rouvrez la page et recommencez.')),
})

const ESTATE = /^estate_([0-9a-f-]{36})$/

/** Each estate is a tick of its own name: `estate_<id>`. */
export const PresentationForm = v.pipe(
  v.objectWithRest(
    {
      act: v.optional(v.picklist(['preview', 'publish', 'edit', 'withdraw']), 'preview'),
      what: line(WHAT_LENGTH, 'Dites en deux phrases ce que fait l’union.'),
      contact: address('Donnez l’adresse à laquelle le public peut écrire.'),
    },
    v.unknown(),
  ),
  v.transform(({ act, what, contact, ...ticks }) => ({
    act,
    what,
    contact,
    estateIds: Object.keys(ticks).flatMap((name) => ESTATE.exec(name)?.[1] ?? []),
  })),
)
