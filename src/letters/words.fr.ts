import type { CalendarDay } from '../kernel/calendar-day.ts'
import { sayDay } from '../kernel/french-calendar.fr.ts'
import type { LetterKind, Sending } from './domain/letter-facts.ts'

/** Each letter by its place in an address, its name, and when it is the one to choose. */
export const KIND_WORDS: Readonly<
  Record<LetterKind, { readonly slug: string; readonly name: string; readonly when: string }>
> = {
  first_request: {
    slug: 'premiere-demande',
    name: 'Première demande',
    when: 'Le bailleur ne le sait pas encore, ou ne l’a su que de vive voix. Écrire fait une date.',
  },
  reminder: {
    slug: 'relance',
    name: 'Relance',
    when: 'Le bailleur le sait, et rien ne vient, ou ce qui est venu n’a pas suffi.',
  },
  formal_notice: {
    slug: 'mise-en-demeure',
    name: 'Mise en demeure',
    when: 'Les relances n’ont rien donné. En recommandé\u202f: elle prépare la suite.',
  },
  conciliation: {
    slug: 'conciliation',
    name: 'Demande de conciliation',
    when: 'À la commission départementale de conciliation, quand le bailleur ne répond pas ou refuse. C’est gratuit.',
  },
}

export const SENDING_WORDS: Readonly<Record<Sending, string>> = {
  registered_letter: 'Lettre recommandée avec avis de réception',
  letter: 'Lettre simple',
  by_hand: 'Remise en main propre, contre signature',
  email: 'Courriel',
}

/** «par lettre recommandée», after «envoyée le …». */
export const SENT_WORDS: Readonly<Record<Sending, string>> = {
  registered_letter: 'par lettre recommandée',
  letter: 'par lettre simple',
  by_hand: 'remise en main propre',
  email: 'par courriel',
}

export const LETTER_FIELDS = {
  voice: 'Qui parle',
  name: 'Nom en bas de la lettre',
  address: 'Adresse du foyer',
  landlord_name: 'Bailleur',
  landlord_address: 'Adresse du service du bailleur',
  commission_address: 'Adresse de la commission',
  place: 'Lieu du problème',
  words: 'Ce que le foyer veut dire',
  asked_by: 'Date demandée',
  support: 'Union nommée dans la lettre',
  sending: 'Envoi prévu',
  written_at: 'Écrite à',
  attachments: 'Pièces jointes',
} as const

export const SENDING_FIELDS = { sent_on: 'Partie le', sent_how: 'Comment' } as const

type Because =
  | 'no_such_letter'
  | 'already_sent'
  | 'no_such_complaint'
  | 'future_date'
  | 'before_first_telling'
  | 'already_over'
  | 'other'

export const REFUSALS: Readonly<Record<Because, string>> = {
  no_such_letter: 'Cette lettre n’existe plus.',
  no_such_complaint: 'Cette réclamation n’existe plus.',
  already_sent: 'L’envoi de cette lettre est déjà noté.',
  future_date: 'Ce jour n’est pas encore passé. Notez l’envoi quand il est fait.',
  before_first_telling: 'C’est avant le premier signalement noté dans le fil. Vérifiez le jour de l’envoi.',
  already_over: 'L’attente est déjà finie ce jour-là. Vérifiez le jour de l’envoi.',
  other: 'Le fil de la réclamation n’accepte pas cet envoi. Rouvrez la réclamation et vérifiez ses dates.',
}

/** A thread may refuse for more reasons than a sending can meet: those it can meet have their own sentence. */
export function sayRefusal(refusal: { readonly because: string; readonly writtenOn?: CalendarDay }): string {
  const { because, writtenOn } = refusal
  if (writtenOn)
    return `La lettre est datée du ${sayDay(writtenOn)}\u202f: elle n’a pas pu partir avant. Vérifiez le jour de l’envoi.`
  const [, sentence] = Object.entries(REFUSALS).find(([known]) => known === because) ?? []
  return sentence ?? REFUSALS.other
}

/** What a piece is, and what the person said it shows; one that was removed is still told. */
export function pieceName(mediaType: string, label: string, isRemoved: boolean): string {
  const what = mediaType === 'application/pdf' ? 'Document PDF' : 'Photographie'
  const shown = label === '' ? what : `${what}\u202f: ${label}`
  return isRemoved ? `${shown} (retirée depuis)` : shown
}
