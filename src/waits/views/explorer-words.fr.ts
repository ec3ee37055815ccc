import type { DeadlineRule } from '../../deadlines/public.ts'
import { sayRuleLength } from '../../deadlines/public.ts'
import type { IntervalKind } from '../../measure/interval.ts'
import type { Outcome } from '../../measure/outcomes.ts'
import { type Sampling, SAMPLING_WORDS } from '../../survey/public.ts'
import type { Choice, NoClock, NotComputed } from '../domain/explorer.ts'
import { type DayKind, type ExplorerQuestion, writeMonth } from '../domain/explorer-question.ts'

export const OUR_COMPLAINTS = 'Réclamations de l’union'

export const sayAtDoors = (campaign: string): string => `${campaign}, attentes dites à la porte`

/** What waits seen open at a door can say, and what they cannot. */
export const saySurveyed = (routes: readonly (readonly [Sampling, number])[]): string =>
  `Une enquête à la porte voit surtout les attentes qui durent\u202f: celles qui étaient finies ce jour-là n’y sont pas. Chacune est donc suivie à partir de l’âge qu’elle avait quand on a frappé (troncature à gauche), et un début dit à peu près est pris au plus tard. On y est venu ${routes.map(([route, n]) => `${SAMPLING_WORDS[route].toLowerCase()} (${n})`).join(', ')}.`

type Selection = { readonly place: string | null; readonly category: string | null }

const labelIn = (choices: readonly Choice[], value: string): string =>
  choices.find((choice) => choice.value === value)?.label ?? value

/** A bare number says nothing alone: «Lieu 12». */
const namedAs = (word: string, label: string): string => (/\p{L}/u.test(label) ? label : `${word} ${label}`)

/** «Éclairage», «Quartier 3», «Éclairage · Quartier 3», «Toutes les demandes». */
export function nameOf(
  { place, category }: Selection,
  choices: { readonly places: readonly Choice[]; readonly categories: readonly Choice[] },
): string {
  const said = [
    ...(category === null ? [] : [namedAs('Famille', labelIn(choices.categories, category))]),
    ...(place === null ? [] : [namedAs('Lieu', labelIn(choices.places, place))]),
  ]
  return said.length === 0 ? 'Toutes les demandes' : said.join(' · ')
}

/** «, ouvertes depuis 2025-03 jusqu’à 2026-02». */
export function sayPeriod({ from, until }: Pick<ExplorerQuestion, 'from' | 'until'>): string {
  const since = from === null ? '' : ` depuis ${writeMonth(from)}`
  const to = until === null ? '' : ` jusqu’à ${writeMonth(until)}`
  return since === '' && to === '' ? '' : `, ouvertes${since}${to}`
}

/** «2 mois : demande écrite…» beside a landing, and «2 mois» on a phone. */
export function sayLanding(rule: DeadlineRule): { readonly words: string; readonly short: string } {
  const short = sayRuleLength(rule)
  const title = rule.kind === 'P' ? 'un recours s’ouvre' : rule.title
  return { words: `${short}\u202f: ${shortened(title)}`, short }
}

const LONGEST_TITLE = 34
const shortened = (title: string): string =>
  title.length <= LONGEST_TITLE ? title : title.slice(0, LONGEST_TITLE - 1).trimEnd() + '…'

export const CLOCK_WORDS = {
  tenant: {
    title: 'Horloge des locataires',
    from: 'De la première fois que c’est dit jusqu’à ce que le foyer dise que c’est réglé.',
    since: 'temps écoulé depuis la première fois que c’est dit',
  },
  landlord: {
    title: 'Horloge du bailleur',
    from: 'De l’enregistrement jusqu’à la clôture, telles que le fichier les dit.',
    since: 'temps écoulé depuis l’enregistrement',
  },
} as const

export const NO_CLOCK: Readonly<Record<NoClock, string>> = {
  not_kept_here: 'Cet espace ne suit pas de réclamations\u202f: l’horloge des locataires n’est pas ici.',
  nothing_told: 'Aucune attente de cette période.',
  no_source: 'Aucun fichier chargé\u202f: l’horloge du bailleur n’est pas ici.',
}

export const DAY_WORDS: Readonly<Record<DayKind, string>> = {
  civil: 'jours civils (différence de dates)',
  working_days: 'jours ouvrés (du lundi au vendredi, sans les fériés nationaux)',
  business_days: 'jours ouvrables (du lundi au samedi, sans les fériés nationaux)',
}

export const INTERVAL_WORDS: Readonly<Record<IntervalKind, string>> = {
  'log-log': 'log-log',
  log: 'log',
  plain: 'simple',
  logit: 'logit',
  arcsin: 'arc sinus',
}

export const NOT_COMPUTED: Readonly<Record<NotComputed, string>> = {
  too_many_cells:
    'Il y a trop de demandes pour compter ici en jours ouvrés, ou sans les clôtures en masse. Choisissez un lieu, une famille ou une période. Les chiffres ci-dessous sont en jours civils.',
  outside_calendar:
    'Certaines demandes datent d’années dont les jours fériés ne sont pas connus. Les chiffres ci-dessous sont en jours civils.',
  one_holds_the_other:
    'Ce qui est mis à côté est déjà compté dedans\u202f: les deux courbes se montrent, mais leur écart ne se teste pas. Choisissez aussi une famille ou un lieu en premier.',
  civil_days_only: 'Le tableau de toutes les lignes reste en jours civils.',
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  repaired: 'réparé',
  closed_without_repair: 'clos sans réparation',
  withdrawn: 'retiré par le foyer',
  transferred: 'transmis à d’autres',
  other: 'fin non précisée',
}

export const WHOLE_PERIOD =
  'La période choisie n’est pas tenue\u202f: ce qui sort porte sur toute la source, car deux périodes se soustraient.'

/** What a file says when it holds more than was asked. */
export const sayRolledUp = (asked: string, told: string): string =>
  `«\u202f${asked}\u202f» a trop peu de demandes, ou se devinerait\u202f: à sa place, «\u202f${told}\u202f».`

/** What each figure is, in one sentence: the same words as in the guide. */
export const DEFINITIONS: Readonly<Record<string, string>> = {
  median_wait:
    'Temps au bout duquel la moitié des demandes a abouti, en comptant celles qui attendent encore.',
  staircase: 'Part des demandes qui attendent encore, selon le temps écoulé.',
  first_hours:
    'Part des demandes qui attendent encore après ces heures, de celles suivies trois jours entiers.',
  share_waiting: 'Part des demandes qui attendent encore après ce temps.',
  restricted_mean: 'Attente moyenne, comptée jusqu’à un horizon déclaré d’avance et pas au-delà.',
  closed_only: 'Durée des seuls dossiers clos, comme si les autres n’existaient pas.',
  outcomes: 'Ce que deviennent les demandes, selon le temps écoulé\u202f: chaque fin à sa part.',
  ages: 'Âge, au jour de l’état, des demandes encore ouvertes.',
  difference: 'Écart entre deux attentes moyennes au même horizon, et test du log-rank.',
  funnel: 'Place de chaque ligne autour de l’ensemble, là où le hasard seul pourrait la mettre.',
  same_mix: 'Part qui attendrait encore, si les deux lieux avaient le même mélange de familles.',
  without_bulk:
    'La même attente médiane, sans croire les clôtures des jours où l’on a clos bien plus que d’habitude.',
}

const METHODS: Readonly<Record<string, string>> = {
  kaplan_meier: 'Kaplan-Meier',
  closed_cases: 'compte des dossiers clos',
  aalen_johansen: 'Aalen-Johansen',
  count: 'dénombrement',
  'logrank+restricted_mean': 'log-rank et moyennes restreintes',
  'kaplan_meier+standardised': 'Kaplan-Meier par famille, standardisation directe',
  'kaplan_meier+funnel+benjamini_hochberg': 'Kaplan-Meier, entonnoir, Benjamini-Hochberg',
}
const RULE_OF_DAYS: Readonly<Record<string, string>> = {
  civil: 'jours civils',
  ouvres: 'jours ouvrés',
  ouvrables: 'jours ouvrables',
  heures: 'heures entières',
}

/** «jours civils, une clôture compte à la demi-journée»: how the days of a figure are counted. */
export const sayDaysOf = (method: string): string =>
  `${RULE_OF_DAYS[method.split('/')[2] ?? ''] ?? 'jours'}, chaque clôture placée au milieu de son jour`

/** «Kaplan-Meier, intervalles log-log à 95 %, jours civils, sorties à jour + ½». */
export function sayMethod(method: string): string {
  const [name = '', interval = '', days = '', tie] = method.split('/')
  return `${METHODS[name] ?? name}, intervalles ${interval} à 95\u202f%, ${RULE_OF_DAYS[days] ?? days}${tie === 'half' ? ', sorties à jour\u00a0+\u00a0½' : ''}`
}
