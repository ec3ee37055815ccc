import type { CalendarDay } from '../kernel/calendar-day.ts'
import { sayDay } from '../kernel/french-calendar.fr.ts'

/** «22 novembre 2026», «1er mai 2026». */
export const formatDay = (day: CalendarDay): string => sayDay(day)

/** Making a formatter costs a thousand times what using it does. */
const instants = new Map<string, Intl.DateTimeFormat>()

function instantIn(zone: string): Intl.DateTimeFormat {
  const known = instants.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('fr-FR', {
    timeZone: zone,
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  instants.set(zone, made)
  return made
}

/** «22 novembre 2026 à 14 h 05», on the clock of `zone`. */
export function formatInstant(at: Date, zone = 'Europe/Paris'): string {
  const part = Object.fromEntries(
    instantIn(zone)
      .formatToParts(at)
      .map((p) => [p.type, p.value]),
  )
  const day = part['day'] === '1' ? '1er' : part['day']
  return `${day} ${part['month']} ${part['year']} à ${Number(part['hour'])}\u00a0h\u00a0${part['minute']}`
}

const number = new Intl.NumberFormat('fr-FR')
export const formatNumber = (n: number): string => number.format(n)

/** «1 logement», «108 logements»: French counts in the plural from two. */
export const formatCount = (n: number, one: string, many = `${one}s`): string =>
  `${formatNumber(n)}\u00a0${Math.abs(n) >= 2 ? many : one}`

export const formatDays = (n: number): string => formatCount(n, 'jour')

/**
 * What stands before a name: «d’» in «d’Élise», «de » in «de Karim». Whether an h is mute cannot be known, so «de» stays;
 * a y is a vowel before a consonant (d’Yves), not before a vowel (de Yasmine).
 */
export const deBefore = (name: string): 'd’' | 'de ' =>
  /^(?:[aeiouœæ]|y[^aeiouy])/.test(
    name
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase(),
  )
    ? 'd’'
    : 'de '

/** « somebody's words », with the spaces that French puts inside. */
export const quote = (text: string): string => `«\u202f${text}\u202f»`
