import type { Channel, Promised } from '../../complaints/domain/event-kinds.ts'
import { sayDay } from '../../kernel/french-calendar.fr.ts'
import type { LetterEvent, LetterEventKind } from './letter-facts.ts'
import type { DatedFact } from './letter.ts'
import { tied } from './typography.ts'

/** How the other side is called: to itself, or to somebody else. */
type OtherSide = { readonly by: string; readonly of: string }

export const TO_ITSELF: OtherSide = { by: 'par vos services', of: 'de vos services' }
export const TO_OTHERS: OtherSide = { by: 'par le bailleur', of: 'du bailleur' }

const CHANNEL: Readonly<Record<Channel, string>> = {
  in_person: ', de vive voix',
  caretaker: ', au gardien ou à la gardienne',
  phone: ', par téléphone',
  email: ', par courrier électronique',
  letter: ', par courrier',
  registered_letter: ', par lettre recommandée',
  sms: ', par SMS',
  portal: ', sur l’espace en ligne du bailleur',
  meeting: ', en réunion',
  unknown: '',
}

const PROMISED: Readonly<Record<Promised, string>> = {
  visit: 'une visite',
  work: 'une intervention',
  answer: 'une réponse',
}

const FATE = {
  broken: ' Cette date est passée sans que cela soit fait.',
  slipped: ' Cela a été fait après cette date.',
  kept: ' Cela a été fait.',
  awaited: '',
} as const

const numbered = (reference = ''): string => (reference === '' ? '' : ` sous la référence ${reference}`)
const named = (service = ''): string => (service === '' ? '' : `\u202f: ${service}`)

function promised(promise: LetterEvent['promise']): string {
  if (!promise) return '.'
  const { what, dueOn, fate } = promise
  return `\u202f: ${PROMISED[what]} au plus tard le ${sayDay(dueOn)}.${FATE[fate]}`
}

type Sentence = (event: LetterEvent, other: OtherSide) => string

const SENTENCES: Readonly<Record<LetterEventKind, Sentence>> = {
  first_telling: ({ channel }) => `Première demande${CHANNEL[channel ?? 'unknown']}.`,
  registered: ({ reference }, { by }) => `Demande enregistrée ${by}${numbered(reference)}.`,
  acknowledged: (_, { by }) => `Réception de la demande confirmée ${by}.`,
  reminder: ({ channel }) => `Relance${CHANNEL[channel ?? 'unknown']}.`,
  answer_substantive: (_, { of }) => `Réponse ${of}.`,
  answer_holding: (_, { of }) => `Réponse d’attente ${of}, sans suite annoncée.`,
  refusal_with_reasons: (_, { of }) => `Refus ${of}, avec un motif.`,
  refusal_without_reasons: (_, { of }) => `Refus ${of}, sans motif.`,
  promise: ({ promise }, { of }) => `Promesse ${of}${promised(promise)}`,
  transfer_between_services: ({ service }, { by }) =>
    `Demande transmise ${by} à un autre service${named(service)}.`,
  work_order: (_, { by }) => `Travaux commandés ${by}.`,
  appointment_missed_by_landlord: (_, { by }) => `Rendez-vous manqué ${by}.`,
  appointment_missed_by_contractor: () => 'Rendez-vous manqué par l’entreprise.',
  appointment_kept: () => 'Rendez-vous tenu.',
  visit: () => 'Visite du logement.',
  partial_repair: () => 'Réparation partielle.',
  work_done: () => 'Intervention déclarée terminée.',
  closed_by_landlord: (_, { by }) => `Demande déclarée close ${by}.`,
  closure_contested: () => 'Clôture contestée\u202f: le problème n’avait pas cessé.',
  commission_seized: () => 'Commission départementale de conciliation saisie.',
  confirmed_gone: () => 'Le problème a cessé.',
  recurrence: () => 'Retour du problème.',
}

export const sayEvent = (event: LetterEvent, other: OtherSide): DatedFact => ({
  when: tied(event.when),
  what: tied(SENTENCES[event.kind](event, other)),
})
