import type { Covers } from './coverage.ts'
import { NOT_PRINTED } from './not-printed.fr.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u
/** Drawn by nothing and needed by some: joiners, variation selectors, spaces, line ends. */
const INVISIBLE = /^[\p{Default_Ignorable_Code_Point}\s]$/v
/** Signs in a row between which no line may end; longer ones would leave the page. */
const LONGEST_WORD = 24
const UNBROKEN = new RegExp(`[\\p{L}\\p{M}\\p{N}]{${LONGEST_WORD}}(?=[\\p{L}\\p{M}\\p{N}])`, 'gu')
const MAY_BREAK = '\u200b'
const segmenter = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/** The same text with a bracketed word in place of what no font of ours can draw, so that its absence is seen. */
export function printableText(text: string, covers: Covers): string {
  const signs = Array.from(segmenter.segment(text), ({ segment }) => drawnOr(segment, covers))
  const isRepeated = (at: number): boolean =>
    MARKS.includes(signs[at] ?? '') && signs[at] === beforeSpaces(signs, at)
  const once = signs.filter((_, at) => !isRepeated(at)).join('')
  return once.replace(UNBROKEN, `$&${MAY_BREAK}`)
}

const MARKS: readonly string[] = Object.values(NOT_PRINTED)

function drawnOr(segment: string, covers: Covers): string {
  const isDrawn = Array.from(segment).every(
    (sign) => INVISIBLE.test(sign) || covers(sign.codePointAt(0) ?? 0),
  )
  if (isDrawn) return segment
  return PICTURE.test(segment) ? NOT_PRINTED.picture : NOT_PRINTED.writing
}

const beforeSpaces = (signs: readonly string[], at: number): string | undefined =>
  signs.slice(0, at).findLast((sign) => sign.trim() !== '')

/** The same for every text of some data. */
export function printable(data: Json, covers: Covers): Json {
  if (typeof data === 'string') return printableText(data, covers)
  if (data === null || typeof data !== 'object') return data
  if (isList(data)) return data.map((value) => printable(value, covers))
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, printable(value, covers)]))
}

const isList = (data: readonly Json[] | { readonly [key: string]: Json }): data is readonly Json[] =>
  Array.isArray(data)
