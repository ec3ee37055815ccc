/** The sentences of each letter, for one voice and for several. No number stands here: they come from facts and rules. */
import type { LetterKind, Sending, Voice } from './letter-facts.ts'

type Said = { readonly [voice in Voice]: string }

export const TITLES: Readonly<Record<LetterKind, string>> = {
  first_request: 'Première demande',
  reminder: 'Relance',
  formal_notice: 'Mise en demeure',
  conciliation: 'Demande de conciliation',
}

export const OBJECTS: Readonly<Record<LetterKind, string>> = {
  first_request: 'demande d’intervention',
  reminder: 'relance',
  formal_notice: 'mise en demeure',
  conciliation: 'saisine de la commission départementale de conciliation',
}

export const SENT: Readonly<Record<Sending, string | null>> = {
  registered_letter: 'Lettre recommandée avec avis de réception',
  letter: null,
  by_hand: 'Remise en main propre contre signature',
  email: 'Par courrier électronique',
}

export const LIVES: Said = {
  je: 'J’habite un logement dont vous êtes le bailleur',
  nous: 'Nous habitons un logement dont vous êtes le bailleur',
}

export const LIVES_TOLD: Said = {
  je: 'J’habite le logement suivant',
  nous: 'Nous habitons le logement suivant',
}

export const OPENINGS: Readonly<Record<LetterKind, Said>> = {
  first_request: {
    je: 'Je vous demande d’intervenir sur le problème suivant',
    nous: 'Nous vous demandons d’intervenir sur le problème suivant',
  },
  reminder: {
    je: 'Je reviens vers vous, car le problème suivant n’est toujours pas réglé',
    nous: 'Nous revenons vers vous, car le problème suivant n’est toujours pas réglé',
  },
  formal_notice: {
    je: 'Malgré mes demandes, le problème suivant n’est toujours pas réglé',
    nous: 'Malgré nos demandes, le problème suivant n’est toujours pas réglé',
  },
  conciliation: {
    je: 'Je saisis votre commission d’un différend avec mon bailleur. Il porte sur le problème suivant',
    nous: 'Nous saisissons votre commission d’un différend avec notre bailleur. Il porte sur le problème suivant',
  },
}

export const SINCE: Said = {
  je: 'Début du problème, tel que je peux le dater',
  nous: 'Début du problème, tel que nous pouvons le dater',
}

export const OWN_WORDS: Said = {
  je: 'Voici ce qu’il en est, avec mes mots\u202f:',
  nous: 'Voici ce qu’il en est, avec nos mots\u202f:',
}

export const SUPPORTED: Said = {
  je: 'Dans cette démarche, j’ai à mes côtés',
  nous: 'Dans cette démarche, nous avons à nos côtés',
}

export const NO_FIGURE_WITH_DAY: Said = {
  je: 'Pour que ce problème cesse, la loi ne fixe pas de nombre de jours. Voici donc la date que je demande.',
  nous: 'Pour que ce problème cesse, la loi ne fixe pas de nombre de jours. Voici donc la date que nous demandons.',
}

export const NO_FIGURE: Said = {
  je: 'Pour que ce problème cesse, la loi ne fixe pas de nombre de jours. Je vous demande donc de donner une date.',
  nous: 'Pour que ce problème cesse, la loi ne fixe pas de nombre de jours. Nous vous demandons donc de donner une date.',
}

/** To the commission, it is a fact to know, not a request to the landlord. */
export const NO_FIGURE_TOLD = 'Pour que ce problème cesse, la loi ne fixe pas de nombre de jours.'

type Demand = { readonly dated: (day: string) => Said; readonly undated: Said }

export const DEMANDS: Readonly<Record<LetterKind, Demand>> = {
  first_request: {
    dated: (day) => ({
      je: `Je vous demande de faire le nécessaire au plus tard le ${day}, et de me répondre par écrit.`,
      nous: `Nous vous demandons de faire le nécessaire au plus tard le ${day}, et de nous répondre par écrit.`,
    }),
    undated: {
      je: 'Je vous demande de faire le nécessaire, et de m’écrire à quelle date ce sera fait.',
      nous: 'Nous vous demandons de faire le nécessaire, et de nous écrire à quelle date ce sera fait.',
    },
  },
  reminder: {
    dated: (day) => ({
      je: `Je vous demande à nouveau de faire le nécessaire, au plus tard le ${day}, et de me répondre par écrit.`,
      nous: `Nous vous demandons à nouveau de faire le nécessaire, au plus tard le ${day}, et de nous répondre par écrit.`,
    }),
    undated: {
      je: 'Je vous demande à nouveau de faire le nécessaire, et de m’écrire à quelle date ce sera fait.',
      nous: 'Nous vous demandons à nouveau de faire le nécessaire, et de nous écrire à quelle date ce sera fait.',
    },
  },
  formal_notice: {
    dated: (day) => ({
      je: `Par cette lettre, je vous mets en demeure de faire cesser ce problème au plus tard le ${day}.`,
      nous: `Par cette lettre, nous vous mettons en demeure de faire cesser ce problème au plus tard le ${day}.`,
    }),
    undated: {
      je: 'Par cette lettre, je vous mets en demeure de faire cesser ce problème, et de m’écrire à quelle date ce sera fait.',
      nous: 'Par cette lettre, nous vous mettons en demeure de faire cesser ce problème, et de nous écrire à quelle date ce sera fait.',
    },
  },
  conciliation: {
    dated: (day) => ({
      je: `Je demande que mon bailleur s’engage par écrit à faire cesser ce problème au plus tard le ${day}.`,
      nous: `Nous demandons que notre bailleur s’engage par écrit à faire cesser ce problème au plus tard le ${day}.`,
    }),
    undated: {
      je: 'Je demande que mon bailleur s’engage par écrit sur une date à laquelle ce problème aura cessé.',
      nous: 'Nous demandons que notre bailleur s’engage par écrit sur une date à laquelle ce problème aura cessé.',
    },
  },
}

export const AFTERWORDS: Readonly<Record<LetterKind, Said>> = {
  first_request: {
    je: 'Si quelqu’un doit venir dans le logement, merci de convenir du jour et de l’heure avec moi.',
    nous: 'Si quelqu’un doit venir dans le logement, merci de convenir du jour et de l’heure avec nous.',
  },
  reminder: {
    je: 'Si quelqu’un doit venir dans le logement, merci de convenir du jour et de l’heure avec moi. Je conserve une copie de cette lettre.',
    nous: 'Si quelqu’un doit venir dans le logement, merci de convenir du jour et de l’heure avec nous. Nous conservons une copie de cette lettre.',
  },
  formal_notice: {
    je: 'À défaut, je me réserve le droit de saisir la commission départementale de conciliation ou le juge. Je conserve une copie de cette lettre.',
    nous: 'À défaut, nous nous réservons le droit de saisir la commission départementale de conciliation ou le juge. Nous conservons une copie de cette lettre.',
  },
  conciliation: {
    je: 'Je souhaite que la commission nous entende, mon bailleur et moi, et je me tiens à sa disposition.',
    nous: 'Nous souhaitons que la commission nous entende, notre bailleur et nous, et nous nous tenons à sa disposition.',
  },
}

export const SALUTATIONS: Readonly<Record<LetterKind, string>> = {
  first_request: 'Madame, Monsieur',
  reminder: 'Madame, Monsieur',
  formal_notice: 'Madame, Monsieur',
  conciliation: 'Mesdames, Messieurs',
}

export const closing = (kind: LetterKind, voice: Voice): string =>
  `Veuillez agréer, ${SALUTATIONS[kind]}, ${voice === 'je' ? 'mes' : 'nos'} salutations distinguées.`
