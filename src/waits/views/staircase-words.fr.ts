import { formatNumber } from '../../ui/format.fr.ts'
import type { QuantileTime } from '../../measure/quantile.ts'
import type { Stair } from '../domain/stair.ts'
import type { StaircaseDrawing } from '../domain/staircase.ts'

const tenths = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 1 })

const ELAPSED = new Map<number, string>([
  [1, 'un jour'],
  [7, 'une semaine'],
  [14, 'deux semaines'],
  [21, 'trois semaines'],
  [30, 'un mois'],
  [61, 'deux mois'],
  [91, 'trois mois'],
  [182, 'six mois'],
  [365, 'un an'],
  [730, 'deux ans'],
  [1826, 'cinq ans'],
  [3652, 'dix ans'],
])

/** «un mois», «45 jours»: a time as it is said after «après». */
export const sayElapsed = (day: number): string => ELAPSED.get(day) ?? sayDays(day)

/** «102,5 jours», «1 jour»: French counts in the plural from two. */
export const sayDays = (days: number): string => `${tenths.format(days)}\u00a0${days >= 2 ? 'jours' : 'jour'}`

/** «30 j», in a drawing. */
export const shortDays = (days: number): string => `${tenths.format(days)}\u00a0j`

/** The number of a hundred that a share stands for; what is not nothing is never said to be nothing. */
export function outOfHundred(share: number): string {
  if (share > 0 && share < 0.005) return '<\u202f1'
  if (share < 1 && share >= 0.995) return '>\u202f99'
  return formatNumber(Math.round(share * 100))
}

/** «Sur 100 demandes, 61 attendent encore après un mois». */
export const sayStillWaiting = (share: number, day: number): string =>
  `Sur 100\u00a0demandes, ${whoWaits(share)} après ${sayElapsed(day)}`

function whoWaits(share: number): string {
  if (share === 0) return 'aucune n’attend plus'
  if (share === 1) return 'toutes attendent encore'
  if (share < 0.005) return 'moins d’une attend encore'
  if (share >= 0.995) return 'plus de 99 attendent encore'
  const count = Math.round(share * 100)
  return count === 1 ? 'une attend encore' : `${count} attendent encore`
}

/** What the drawing says first. */
export function sayStaircase({ told, subject }: StaircaseDrawing): string {
  if (told) return sayStillWaiting(told.share, told.day)
  return subject.n === 0 ? 'Aucune demande ici' : 'Trop peu de demandes pour une courbe'
}

/** «102,5 jours», or «non atteinte»: a median that is not reached is a figure. */
export const sayMedian = (value: QuantileTime): string =>
  value === 'not_reached' ? 'non atteinte' : sayDays(value)

/** «entre 74 et 141 jours», «au moins 74 jours»: what the figure could as well be. */
export function sayBetween(lower: QuantileTime, upper: QuantileTime): string {
  if (lower === 'not_reached') return 'on ne peut pas dire mieux'
  if (upper === 'not_reached') return `au moins ${sayDays(lower)}`
  return `entre ${tenths.format(lower)} et ${sayDays(upper)}`
}

/** Why the stair ends there, as a sentence. */
export function sayEnd({ end, until, n }: Stair): string {
  if (n < 10)
    return 'Moins de 10\u00a0demandes\u202f: il n’y a pas de courbe, elle raconterait l’attente de quelques-un·es.'
  if (end === 'all_ended') return 'À la fin de la courbe, toutes les demandes ont abouti.'
  if (end === 'last_seen')
    return `La courbe s’arrête à ${sayDays(Math.floor(until))}\u202f: rien n’a été observé plus longtemps.`
  return `La courbe s’arrête à ${sayDays(Math.floor(until))}\u202f: au-delà, il reste moins de 10\u00a0demandes.`
}

export const COMPRESSED = 'L’axe du temps est resserré (racine carrée) pour laisser lire les premiers jours.'
export const AT_BIN_ENDS =
  'Les comptes sont protégés\u202f: la courbe n’est connue qu’aux points, et au plus haut. La vraie passe à cette hauteur ou plus bas\u202f; la médiane et la moyenne en sont majorées.'

/** «Toits d’Auvelle : n = 612, terminées 318, encore ouvertes 294.» */
export const sayCounts = ({ name, n, ended, waiting }: Stair): string =>
  `${name}\u202f: n\u00a0=\u00a0${formatNumber(n)}, ${ended < 2 ? 'terminée' : 'terminées'} ${formatNumber(ended)}, ` +
  `encore ${waiting < 2 ? 'ouverte' : 'ouvertes'} ${formatNumber(waiting)}.`
