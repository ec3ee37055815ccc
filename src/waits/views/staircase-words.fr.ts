import { formatNumber } from '../../ui/format.fr.ts'
import type { CutQuantile } from '../../measure/cut-survival.ts'
import type { QuantileTime } from '../../measure/quantile.ts'
import type { Stair } from '../domain/stair.ts'
import type { CutStair } from '../domain/cut-stair.ts'
import type { Drawing, CutDrawing } from '../domain/staircase.ts'

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
export const sayElapsed = (day: number): string =>
  day < 1 ? 'le premier jour' : (ELAPSED.get(day) ?? sayDays(day))

/** «102,5 jours», «1 jour»: French counts in the plural from two. */
export const sayDays = (days: number): string => `${tenths.format(days)}\u00a0${days >= 2 ? 'jours' : 'jour'}`

/** «30 j», in a drawing. */
export const shortDays = (days: number): string =>
  `${days < 1 && days > 0 ? '<\u202f1' : tenths.format(days)}\u00a0j`

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

/** «Sur 100 demandes, entre 48 et 54 attendent encore après un mois»; one number where both are the same. */
export function sayBetweenShares({ low, high, day }: NonNullable<CutDrawing['told']>): string {
  const [least, most] = [low, high].map((share) => Math.round(share * 100))
  if (least === most) return sayStillWaiting((low + high) / 2, day)
  return `Sur 100\u00a0demandes, entre ${least} et ${most} attendent encore après ${sayElapsed(day)}`
}

/** The same, beside its point. */
export function betweenShares({ low, high }: NonNullable<CutDrawing['told']>): string {
  const [least, most] = [outOfHundred(low), outOfHundred(high)]
  return least === most ? least : `${least} à ${most}`
}

/** What the drawing says first. */
export function sayStaircase(drawing: Drawing): string {
  const { told, subject } = drawing
  if (told && 'share' in told) return sayStillWaiting(told.share, told.day)
  if (told) return sayBetweenShares(told)
  return subject.n === 0 ? 'Aucune demande ici' : 'Trop peu de demandes pour une courbe'
}

/** «102,5 jours», or «non atteinte»: a median that is not reached is a figure. */
export const sayMedian = (value: QuantileTime): string => {
  if (value === 'not_reached') return 'non atteinte'
  return value < 1 ? 'moins d’un jour' : sayDays(value)
}

/** «10 jours», «le jour même»: how long a closed case lasted, in whole days. */
export const sayClosedIn = (days: number): string => (days < 1 ? 'le jour même' : sayDays(days))

/** «entre 74 et 141 jours», «au moins 74 jours»: what the figure could as well be. */
export function sayBetween(lower: QuantileTime, upper: QuantileTime): string {
  if (lower === 'not_reached') return 'on ne peut pas dire mieux'
  if (upper === 'not_reached') return `au moins ${sayDays(lower)}`
  if (lower === upper || upper < 1) return sayMedian(upper)
  return `entre ${tenths.format(lower)} et ${sayDays(upper)}`
}

/** Why the stair ends there, as a sentence. */
export function sayEnd({ end, until, n }: Stair | CutStair): string {
  if (n < 10)
    return 'Moins de 10\u00a0demandes\u202f: il n’y a pas de courbe, elle raconterait l’attente de quelques-un·es.'
  if (end === 'all_ended') return 'À la fin de la courbe, toutes les demandes ont abouti.'
  if (end === 'last_end')
    return `La courbe s’arrête à ${sayDays(until)}, la dernière fin de tranche que disent les comptes.`
  if (end === 'last_seen')
    return `La courbe s’arrête ${sayUntil(until)}\u202f: rien n’a été observé plus longtemps.`
  return `La courbe s’arrête ${sayUntil(until)}\u202f: au-delà, il reste moins de 10\u00a0demandes.`
}

const sayUntil = (until: number): string =>
  until < 1 ? 'au premier jour' : `à ${sayDays(Math.floor(until))}`

export const COMPRESSED = 'L’axe du temps est resserré (racine carrée) pour laisser lire les premiers jours.'
export const AT_BIN_ENDS =
  'Les comptes sont groupés par tranches\u202f: on ne sait pas quand, dans une tranche, chaque demande a fini. La vraie courbe passe à coup sûr dans les boîtes foncées\u202f; les boîtes claires ajoutent l’incertitude à 95\u202f%.'
export const EXACT_POINTS = 'Aux points, elle est connue exactement.'
/** «Médiane : entre 90 et 180 jours.» */
export const sayCutMedian = ({ name, median }: CutStair): string =>
  `${name}\u202f: médiane ${sayHeld(median)}.`

/** «entre 90 et 180 jours», «plus de 180 jours», «non atteinte»: two ends that hold what no one day says. */
export function sayHeld({ between: [after, by], reason }: Pick<CutQuantile, 'between' | 'reason'>): string {
  if (reason === 'not_reached') return 'non atteinte'
  if (by === null) return after === 0 ? 'inconnue' : `de plus de ${sayDays(after)}`
  return after === 0 ? `d’au plus ${sayDays(by)}` : `entre ${tenths.format(after)} et ${sayDays(by)}`
}

/** «Toits d’Auvelle : n = 612, terminées 318, encore ouvertes 294.» */
export const sayCounts = ({ name, n, ended, waiting }: Stair | CutStair): string =>
  `${name}\u202f: n\u00a0=\u00a0${formatNumber(n)}, ${ended < 2 ? 'terminée' : 'terminées'} ${formatNumber(ended)}, ` +
  `encore ${waiting < 2 ? 'ouverte' : 'ouvertes'} ${formatNumber(waiting)}.`
