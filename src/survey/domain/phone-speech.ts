import type { Language } from '../../followup/domain/language.ts'
import { AR } from './phone-words.ar.ts'
import { EN } from './phone-words.en.ts'
import { FR } from './phone-words.fr.ts'
import type { PhoneWords } from './phone-words.ts'

const CATALOGUES: Readonly<Record<Language, PhoneWords>> = { fr: FR, ar: AR, en: EN }

export const phoneWords = (language: Language): PhoneWords => CATALOGUES[language]
