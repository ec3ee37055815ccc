import { addDays } from '../kernel/calendar-day.ts'
import { sayDay } from '../kernel/french-calendar.fr.ts'
import { sayLength } from '../kernel/working-calendar.fr.ts'
import type { DueRefusal } from '../kernel/working-calendar.ts'
import {
  type Bound,
  type Country,
  type DeadlineKind,
  type DeadlineRule,
  foundNoText,
  type Trigger,
} from './domain/rule.ts'
import type { Span, Standing } from './domain/standing.ts'

const TRIGGERS: Record<Trigger, string> = {
  told: 'la première fois que c’est dit',
  told_in_writing: 'la première demande écrite (lettre, recommandé, courriel)',
  registered: 'l’enregistrement par le bailleur',
  acknowledged: 'l’accusé de réception',
  answered: 'une réponse sur le fond',
  refused: 'un refus',
  promised: 'une promesse',
  visited: 'une visite',
  repaired: 'la réparation faite',
  closed: 'la clôture par le bailleur',
  gone: 'le foyer dit que c’est réglé',
  commission_seized: 'la saisine de la commission de conciliation',
  left: 'le foyer est parti ou a renoncé',
}
/** «la première demande écrite». */
export const sayTrigger = (trigger: Trigger): string => TRIGGERS[trigger]

/** What each kind is, in a sentence: a promise or a mark is never told as law. */
export const KIND_SENTENCES: Record<DeadlineKind, { readonly title: string; readonly sentence: string }> = {
  L: {
    title: 'Ce que dit la loi',
    sentence: 'Un texte oblige. Là où il ne donne pas de chiffre, cette page n’en donne pas non plus.',
  },
  P: {
    title: 'Ce qui ouvre un recours',
    sentence: 'Le délai passé, une démarche s’ouvre ou se ferme. Il n’oblige pas à réparer avant ce jour.',
  },
  C: {
    title: 'Ce qu’un bailleur a promis',
    sentence: 'Une charte ou un contrat, avec son document. Ce n’est pas la loi.',
  },
  R: {
    title: 'Des repères d’ailleurs',
    sentence: 'Ces règles obligent dans un autre pays. Ici elles servent à comparer, et n’obligent personne.',
  },
}

/** Where law was looked for in vain, and what that is worth: nothing that binds. */
export const NO_TEXT = {
  title: 'Ce que nous n’avons pas trouvé dans la loi',
  sentence: 'Aucun texte trouvé. Il en existe peut-être un\u202f: un·e juriste peut le dire.',
} as const

const BOUND: Record<Bound, string> = {
  landlord: 'le bailleur',
  tenant: 'le ou la locataire (passé ce jour, la voie se ferme)',
  authority: 'une administration ou une commission',
}
export const sayBound = (bound: Bound): string => BOUND[bound]

const COUNTRIES: Record<Country, string> = {
  france: 'France',
  england: 'Angleterre',
  scotland: 'Écosse',
  new_york: 'New York',
}
export const sayCountry = (country: Country): string => COUNTRIES[country]

const CERTAINTY = {
  1: 'Incertain',
  2: 'Une seule bonne source, ou connaissance commune',
  3: 'Lu dans une page fiable',
} as const
/** How surely a rule is known; a charter is not a page that somebody found, it is the landlord's own document. */
export const sayCertainty = ({ kind, certainty }: Pick<DeadlineRule, 'kind' | 'certainty'>): string =>
  kind === 'C' ? 'Lu dans le document du bailleur' : CERTAINTY[certainty]

/** Who checked it; until somebody did, what must still be done. */
export const sayChecked = (checkedBy: string | null): string =>
  checkedBy === null ? 'à vérifier par un·e juriste' : `vérifié par ${checkedBy}`

/** «2 mois», that the text gives no figure, or that no text was found. */
export function sayRuleLength(rule: Pick<DeadlineRule, 'kind' | 'length' | 'unit' | 'source'>): string {
  const { length, unit } = rule
  if (length !== null && unit !== null) return sayLength(length, unit)
  return foundNoText(rule) ? 'aucun texte trouvé' : 'pas de chiffre'
}

/** «du 1er janvier 2025 au 31 mai 2026», «depuis le …»; a version replaced on its first day never held. */
export function sayValidity({
  validFrom,
  validUntil,
}: Pick<DeadlineRule, 'validFrom' | 'validUntil'>): string {
  if (validFrom && validUntil && validUntil < validFrom) return 'n’a jamais eu cours'
  if (validFrom && validUntil) return `du ${sayDay(validFrom)} au ${sayDay(validUntil)}`
  if (validUntil) return `jusqu’au ${sayDay(validUntil)}`
  return validFrom ? `depuis le ${sayDay(validFrom)}` : 'sans date connue'
}

/** Whether a rule still holds on a day, and otherwise since when it does not. */
export const sayRetired = (validUntil: DeadlineRule['validUntil'], today: string): string | undefined =>
  validUntil !== null && validUntil < today
    ? `Cette règle ne vaut plus depuis le ${sayDay(addDays(validUntil, 1))}.`
    : undefined

const saySpan = ({ days, unit }: Span): string => sayLength(days, unit)

/** «reste 12 jours», «tenu 3 jours ouvrés avant», «tenu avec 4 jours de retard», «passé depuis 48 jours». */
export function sayStanding(standing: Standing): string {
  switch (standing.state) {
    case 'no_figure':
      return 'pas de chiffre, rien à compter'
    case 'running':
      return standing.left.days === 0 ? 'dernier jour' : `encore ${saySpan(standing.left)}`
    case 'met':
      return standing.before.days === 0 ? 'tenu le dernier jour' : `tenu ${saySpan(standing.before)} avant`
    case 'late':
      return `tenu avec ${saySpan(standing.by)} de retard`
    case 'passed':
      return `passé depuis ${saySpan(standing.since)}`
  }
}

const REFUSALS = {
  bad_length: 'Cette durée ne se compte pas : il faut un nombre entier, d’un jour à cent ans.',
  outside_calendar:
    'Les jours fériés sont connus de 2000 à 2040 : ce calcul en sort, et rien n’est affiché plutôt qu’un jour faux.',
  no_text: 'Sans texte, il n’y a pas de jour à calculer.',
  no_figure: 'Le texte ne donne pas de chiffre : il n’y a pas de jour à calculer.',
} as const satisfies Record<DueRefusal['because'] | 'no_figure' | 'no_text', string>
/** Why no day is computed. */
export const sayNoDay = (because: keyof typeof REFUSALS): string => REFUSALS[because]

const CHARTER_REFUSALS = {
  not_yours_to_write: 'Votre cercle ne permet pas d’écrire une charte.',
  unknown_rule: 'Cette règle n’existe pas ici.',
  already_replaced: 'Cette règle a déjà été remplacée : changez la plus récente.',
  before_former: 'Ce jour précède le premier jour de la règle.',
  unknown_landlord: 'Choisissez un bailleur de la liste.',
  unknown_family: 'Choisissez une famille de la liste.',
  nothing_to_publish: 'Il n’y a aucune règle en vigueur à publier.',
  not_as_seen: 'La charte a changé depuis que vous l’avez lue. Relisez-la avant de la publier.',
  not_yours_to_decide: 'Seul le cercle décisionnaire publie et reprend une charte.',
  not_your_door: 'Cette porte n’est pas celle de votre espace.',
  consent_missing: 'Il manque un accord.',
  wrong_projection: 'Ce qui devait sortir n’a pas la forme prévue.',
  unknown_passage: 'Cette publication n’existe plus.',
  already_undone: 'Cette publication a déjà été reprise.',
} as const
export type CharterBecause = keyof typeof CHARTER_REFUSALS
export const sayCharterRefusal = (because: CharterBecause): string => CHARTER_REFUSALS[because]
