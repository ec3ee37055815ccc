import { MONTHS } from '../../kernel/french-calendar.fr.ts'

const NBSP = '\u00a0'
const NNBSP = '\u202f'
const DAY_OF_MONTH = new RegExp(`\\b(\\d{1,2}|1er) (${MONTHS.join('|')})\\b`, 'gu')
const NUMBERED = /(n°|\b[Aa]rt\.|\barticle) (?=[\dLR])/gu

/** Keeps together what a reader must not see parted at the end of a line: «23 novembre», «art. 6», « : ». */
export const tied = (text: string): string =>
  text
    .replace(DAY_OF_MONTH, `$1${NBSP}$2`)
    .replace(NUMBERED, `$1${NBSP}`)
    .replace(/ (?=[;:!?%»])/g, NNBSP)
    .replace(/« /g, `«${NNBSP}`)

/** «Chauffage : pas de chauffage», after a sentence's own colon, is «Chauffage (pas de chauffage)». */
export const withoutColon = (label: string): string => {
  const [family = '', ...rest] = label.split(/[ \u00a0\u202f]:[ \u00a0\u202f]?/u)
  const said = rest.join(', ')
  if (said === '') return label
  return said.includes('(') ? `${family}, ${said}` : `${family} (${said})`
}

/** A label inside a sentence loses its capital; «CAF» and «VMC» keep theirs. */
export const midSentence = (label: string): string =>
  /^\p{Lu}(?:\p{Ll}|[’' ])/u.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label
