import type { Length } from './length.ts'

const number = new Intl.NumberFormat('fr-FR')
const count = (n: number): string => `${number.format(n)}\u00a0${n >= 2 ? 'jours' : 'jour'}`

/**
 * A length in words, never more certain than what is known: «143 jours», «au moins 143 jours», «entre 130 et 160 jours»,
 * «au moins 130 jours, peut-être 160».
 */
export function sayLength({ days, most, ended }: Length): string {
  const isKnown = most === days
  if (isKnown && days === 0) return ended ? 'moins d’un jour' : 'depuis aujourd’hui'
  if (isKnown) return ended ? count(days) : `au moins ${count(days)}`
  if (most === undefined) return `au moins ${count(days)}`
  return ended
    ? `entre ${number.format(days)} et ${count(most)}`
    : `au moins ${count(days)}, peut-être ${number.format(most)}`
}
