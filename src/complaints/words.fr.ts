import type { ApproximateDayRefusal } from '../kernel/approximate-day.ts'
import type { CalendarDay } from '../kernel/calendar-day.ts'
import { sayDay } from '../kernel/french-calendar.fr.ts'
import type { EventRefusal } from './domain/admissible-event.ts'
import type {
  BallHolder,
  Channel,
  Contempt,
  EventKind,
  Evidence,
  LivedEffect,
  Party,
  Promised,
} from './domain/event-kinds.ts'

/** `title` heads the line of a thread; `told` is what one presses to add it, as it would be said. */
export const KIND_WORDS: Record<EventKind, { readonly title: string; readonly told: string }> = {
  first_telling: { title: 'Premier signalement', told: 'On l’a signalé pour la première fois' },
  registered: {
    title: 'Demande enregistrée par le bailleur',
    told: 'Il a enregistré la demande, ou donné un numéro',
  },
  acknowledged: { title: 'Accusé de réception', told: 'Il a accusé réception' },
  reminder: { title: 'Relance', told: 'On l’a redit, on a relancé' },
  answer_holding: { title: 'Réponse d’attente', told: 'Il a répondu, sans rien décider' },
  answer_substantive: { title: 'Réponse sur le fond', told: 'Il a répondu sur le fond' },
  refusal_with_reasons: { title: 'Refus, avec ses raisons', told: 'Il a refusé, en disant pourquoi' },
  refusal_without_reasons: { title: 'Refus, sans raison donnée', told: 'Il a refusé, sans dire pourquoi' },
  promise: { title: 'Promesse', told: 'Il a promis quelque chose pour une date' },
  transfer_between_services: {
    title: 'Renvoi vers un autre service',
    told: 'Il a renvoyé vers un autre service',
  },
  work_order: { title: 'Travaux commandés', told: 'Des travaux ont été commandés' },
  appointment_missed_by_landlord: {
    title: 'Rendez-vous manqué par le bailleur',
    told: 'Le bailleur n’est pas venu au rendez-vous',
  },
  appointment_missed_by_contractor: {
    title: 'Rendez-vous manqué par l’entreprise',
    told: 'L’entreprise n’est pas venue au rendez-vous',
  },
  appointment_missed_by_tenant: {
    title: 'Le foyer n’a pas pu être là',
    told: 'Le foyer n’a pas pu être là au rendez-vous',
  },
  appointment_kept: { title: 'Rendez-vous tenu', told: 'Le rendez-vous a été tenu' },
  visit: { title: 'Visite', told: 'Quelqu’un est passé voir' },
  partial_repair: { title: 'Réparation partielle', told: 'C’est réparé en partie' },
  work_done: { title: 'Travaux faits', told: 'Les travaux ont été faits' },
  closed_by_landlord: { title: 'Dossier clos par le bailleur', told: 'Le bailleur a clos le dossier' },
  closure_contested: { title: 'Clôture contestée', told: 'Le foyer conteste la clôture' },
  commission_seized: {
    title: 'Commission de conciliation saisie',
    told: 'On a saisi la commission de conciliation',
  },
  contempt: { title: 'Manque de respect', told: 'On lui a manqué de respect' },
  effect: { title: 'Ce que cela fait vivre', told: 'Ce que cela change dans sa vie' },
  note: { title: 'Note', told: 'Une note' },
  confirmed_gone: { title: 'Le foyer dit que c’est réparé', told: 'C’est réparé, le foyer le dit' },
  given_up: { title: 'Le foyer renonce', told: 'Le foyer renonce' },
  moved_out: { title: 'Le foyer a quitté le logement', told: 'Le foyer a quitté le logement' },
  recurrence: { title: 'Le problème est revenu', told: 'Le problème est revenu' },
  retraction: { title: 'Ligne retirée', told: 'Retirer une ligne' },
}

export const CHANNEL_WORDS: Record<Channel, string> = {
  in_person: 'de vive voix',
  caretaker: 'à la loge',
  phone: 'par téléphone',
  email: 'par courriel',
  letter: 'par lettre',
  registered_letter: 'par lettre recommandée',
  sms: 'par SMS',
  portal: 'par le site ou l’application du bailleur',
  meeting: 'en réunion',
  unknown: 'on ne sait pas comment',
}

export const EVIDENCE_WORDS: Record<Evidence, string> = {
  declared: 'déclaré',
  screenshot: 'capture d’écran',
  letter: 'lettre',
  registered_letter: 'lettre recommandée',
  landlord_file: 'fichier du bailleur',
}

/** What each level of evidence is, where one is chosen. */
export const EVIDENCE_CHOICES: Record<Evidence, string> = {
  declared: 'Le foyer ou l’union le dit',
  screenshot: 'Une capture d’écran, un message',
  letter: 'Une lettre ou un courriel, gardés',
  registered_letter: 'Une lettre recommandée, avec son avis',
  landlord_file: 'Un fichier ou un relevé du bailleur',
}

export const PARTY_WORDS: Record<Party, string> = {
  household: 'Foyer',
  union: 'Union',
  landlord: 'Bailleur',
  contractor: 'Entreprise',
  other: 'Quelqu’un d’autre',
}

export const CONTEMPT_WORDS: Record<Contempt, string> = {
  laughed_at: 'on s’est moqué',
  hung_up: 'on a raccroché',
  blamed: 'on a dit que c’était sa faute',
  threatened: 'on a menacé',
  discriminated: 'on a discriminé',
  only_a_tenant: '«\u202fvous n’êtes que locataire\u202f»',
}

export const EFFECT_WORDS: Record<LivedEffect, string> = {
  health: 'sur la santé',
  money: 'sur l’argent',
  days_off: 'des jours de travail perdus',
  food: 'sur les repas',
  isolation: 'de l’isolement',
}

export const PROMISED_WORDS: Record<Promised, string> = {
  visit: 'passer voir',
  work: 'faire les travaux',
  answer: 'répondre',
}

export const BALL_WORDS: Record<BallHolder, string> = {
  landlord: 'Au bailleur d’agir',
  household: 'Au foyer de dire la suite',
  nobody: 'Plus rien à attendre de personne',
}

type Because =
  | EventRefusal['because']
  | 'already_corrected'
  | 'no_such_place'
  | 'no_such_problem'
  | 'retired_problem'
  | 'no_such_person'
  | 'no_such_colleague'
  | 'maybe_known'
  | 'written_meanwhile'

/** Why something was not done, and what to do. */
export const REFUSALS: Record<Because, string> = {
  future_date: 'Cette date n’est pas encore passée. Écrivez quand cela s’est passé.',
  before_first_telling:
    'C’est avant le premier signalement. Corrigez cette date, ou celle du premier signalement.',
  promise_already_past:
    'La promesse serait pour un jour déjà passé quand elle a été faite. Corrigez l’une des deux dates.',
  already_told: 'Le premier signalement est déjà noté. Corrigez cette ligne-là, ou ajoutez une relance.',
  not_told_yet: 'Rien n’a encore été signalé au bailleur. Notez d’abord le premier signalement.',
  already_over:
    'L’attente est déjà finie ce jour-là. Corrigez la ligne qui la finit, ou notez que le problème est revenu.',
  not_over: 'L’attente dure encore\u202f: le problème n’a pas pu revenir. Ajoutez une relance.',
  telling_is_needed:
    'D’autres lignes reposent sur ce premier signalement. Corrigez sa date ou ses mots, au lieu de le retirer.',
  nothing_closed: 'Le bailleur n’a rien clos. Notez d’abord la clôture, avec sa date.',
  not_this_party: 'Cela ne peut pas venir de là. Choisissez qui l’a fait.',
  details_missing: 'Il manque une réponse. Choisissez dans la liste.',
  already_corrected: 'Quelqu’un a corrigé ou retiré cette ligne pendant que vous écriviez.',
  no_such_place: 'Ce lieu n’est pas connu de votre union. Cherchez-le par son adresse.',
  no_such_problem: 'Choisissez de quoi il s’agit dans la liste.',
  retired_problem: 'Ce mot n’est plus dans la nomenclature. Choisissez-en un autre dans la liste.',
  no_such_person: 'Cette fiche n’existe plus. Choisissez une autre personne, ou écrivez son nom.',
  no_such_colleague: 'Cette personne ne suit plus les réclamations ici. Choisissez quelqu’un d’autre.',
  maybe_known: 'Une personne du même nom ou du même numéro est déjà connue. Regardez si c’est elle.',
  written_meanwhile: 'Quelqu’un a changé le suivi pendant que vous écriviez.',
}

/** The sentence, with the day that stands in the way when there is one. */
export const sayRefusal = ({
  because,
  day,
}: {
  readonly because: Because
  readonly day?: CalendarDay
}): string => (day === undefined ? REFUSALS[because] : REFUSALS[because].replace('.', ` (${sayDay(day)}).`))

/** Why what was typed is no date. */
export const UNREADABLE: Record<ApproximateDayRefusal['because'], string> = {
  unreadable_date:
    'Écrivez une date comme vous vous en souvenez, par exemple «\u202fhier\u202f», «\u202fmars 2024\u202f» ou «\u202fvers 2019\u202f».',
  future_date: 'Cette date n’est pas encore passée. Écrivez quand cela s’est passé.',
  no_such_day: 'Ce jour n’existe pas dans le calendrier. Vérifiez le jour et le mois.',
  too_old: 'Cette date est trop ancienne\u202f: Palier compte à partir de 1900.',
}
