/** A language of the command line: everything it may say on stderr. */
import type { CommandRefusal } from './exit-code.ts'
import type { ReadingWords } from './reading-words.ts'

export type Spoken = {
  readonly help: string
  readonly reading: ReadingWords
  readonly refusal: (refusal: CommandRefusal) => string
}

export type SpokenLanguage = 'fr' | 'en'

/** The language of a terminal, from its environment, the strongest first. French unless it says English. */
export function languageOf(environment: Readonly<Record<string, string | undefined>>): SpokenLanguage {
  const told = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return /^en(?:[_.@-]|$)/i.test(told) ? 'en' : 'fr'
}
