import type { Language } from '../../followup/domain/language.ts'
import { RELAY_AR } from './relay-words.ar.ts'
import { RELAY_EN } from './relay-words.en.ts'
import { RELAY_FR } from './relay-words.fr.ts'
import type { RelayWords } from './relay-words.ts'

const SPOKEN: Readonly<Record<Language, RelayWords>> = { fr: RELAY_FR, ar: RELAY_AR, en: RELAY_EN }

export const relayWords = (language: Language): RelayWords => SPOKEN[language]
