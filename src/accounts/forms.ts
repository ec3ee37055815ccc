import * as v from 'valibot'
import { INSTITUTION_KINDS } from '../institutions/domain/founding.ts'
import { foldEmail } from '../institutions/domain/invitations.ts'
import { typedLine } from '../kernel/typed-text.ts'

const NAME_LENGTH = 300
const EMAIL_LENGTH = 254

/** One line; the longest is counted as a person counts. */
const line = (empty: string) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.transform(typedLine),
    v.minLength(1, empty),
    v.check(
      (text) => Array.from(text).length <= NAME_LENGTH,
      `C’est trop long\u202f: ${NAME_LENGTH} signes au plus.`,
    ),
  )

const email = v.pipe(
  v.optional(v.string(), ''),
  v.transform(foldEmail),
  v.minLength(1, 'Écrivez votre adresse électronique.'),
  v.maxLength(EMAIL_LENGTH, `Cette adresse est trop longue\u202f: ${EMAIL_LENGTH} signes au plus.`),
  v.regex(
    /^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u,
    'Cette adresse n’est pas complète. Écrivez-la comme nom@exemple.org.',
  ),
)

const code = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) => text.replace(/\D/g, '')),
  v.length(6, 'Le code a six chiffres\u202f: recopiez ceux que montre votre application.'),
)
/** What a page of ours put in the form; another value is a forgery, not a slip. */
const ours = v.optional(v.pipe(v.string(), v.maxLength(2000)), '')

export const AskForLink = v.object({ email, suite: ours })
export const UseLink = v.object({ k: ours })
export const GiveCode = v.object({ code, suite: ours })
export const EnrolSecondFactor = v.object({ code, garde: ours, suite: ours })
export const RemoveSecondFactor = v.object({ code })
export const RenameAccount = v.object({ name: line('Écrivez le nom sous lequel on vous connaît.') })
export const ChooseSpace = v.object({ espace: ours })
export const EndSession = v.object({ session: ours })
export const RemovePasskey = v.object({ cle: ours })
export const ResetAccess = v.object({
  confirmation: v.pipe(v.optional(v.string(), ''), v.minLength(1, 'Cochez la case pour confirmer.')),
})
export const FoundHouse = v.object({
  kind: v.picklist(INSTITUTION_KINDS, 'Choisissez ce qu’est votre organisation.'),
  institution: v.pipe(
    line('Écrivez le nom de votre organisation.'),
    v.minLength(2, 'Ce nom est trop court\u202f: deux lettres au moins.'),
  ),
  name: line('Écrivez votre nom.'),
  email,
})
