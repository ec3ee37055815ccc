import { CODE_AR } from './code-words.ar.ts'
import { CODE_EN } from './code-words.en.ts'
import { CODE_FR } from './code-words.fr.ts'
import type { CodeWords } from './code-words.ts'

const SPOKEN: Readonly<Record<string, CodeWords>> = { ar: CODE_AR, en: CODE_EN }

export const codeWords = (tag: string): CodeWords => SPOKEN[tag] ?? CODE_FR
