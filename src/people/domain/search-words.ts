import { foldText } from '../../kernel/fold-text.ts'
import { phoneDigits } from './person.ts'

const MOST_WORDS = 6
const SHORTEST_NUMBER = 4

/** What somebody looks for: words with their accents and case aside, or the beginning or middle of a number. */
export type Search = { readonly words: readonly string[]; readonly digits: string }

/** Undefined when nothing was asked. A number alone is a telephone number; it is also words, for « 12 rue des Lilas ». */
export function readSearch(text: string): Search | undefined {
  const trimmed = text.trim().slice(0, 200)
  const folded = foldText(trimmed) || trimmed.toLowerCase()
  const words = folded
    .split(' ')
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS)
  if (words.length === 0) return undefined
  const isNumber = /^[\d\s.+()/-]+$/.test(trimmed)
  const digits = isNumber ? phoneDigits(trimmed) : ''
  return { words, digits: digits.length >= SHORTEST_NUMBER ? digits : '' }
}
