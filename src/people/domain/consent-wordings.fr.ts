import type { Purpose } from './consent.ts'

export type Wording = {
  readonly purpose: Purpose
  readonly version: string
  readonly title: string
  readonly text: string
}

/**
 * What is read aloud before somebody agrees. A wording that was used is never changed: a new one is added below it,
 * because an agreement holds for the words that were heard.
 */
export const WORDINGS: readonly Wording[] = [
  {
    purpose: 'kept',
    version: '2026-11',
    title: 'Garder mes coordonnées',
    text: 'J’accepte que l’union garde mon nom, mes coordonnées et mon logement pour défendre nos demandes. Elle ne les donne à personne.',
  },
  {
    purpose: 'called_back',
    version: '2026-11',
    title: 'Me rappeler',
    text: 'J’accepte que l’union me rappelle ou m’écrive pour me dire où en sont nos demandes.',
  },
  {
    purpose: 'collective_demand',
    version: '2026-11',
    title: 'Compter dans une demande collective',
    text: 'J’accepte que mon attente soit comptée avec celles de mes voisin·es dans une demande collective. Ni mon nom ni mon logement n’y sont écrits.',
  },
  {
    purpose: 'quoted_anonymously',
    version: '2026-11',
    title: 'Citer mes mots sans mon nom',
    text: 'J’accepte que l’union cite mes mots, sans mon nom et sans rien qui permette de me reconnaître.',
  },
  {
    purpose: 'research',
    version: '2026-11',
    title: 'Servir à la recherche',
    text: 'J’accepte que mon attente serve à des recherches sur le logement, sans mon nom, sans mes coordonnées et sans mon adresse.',
  },
  {
    purpose: 'presented_to_landlord',
    version: '2026-11',
    title: 'Me présenter au bailleur comme porte-parole',
    text: 'J’accepte que l’union donne au bailleur mon nom, ma résidence et la façon de me joindre que j’ai choisie, et rien d’autre.',
  },
]

/** The wording to read aloud today. */
export function currentWording(purpose: Purpose): Wording {
  const wording = WORDINGS.findLast((w) => w.purpose === purpose)
  if (!wording) throw new Error(`no wording for ${purpose}`)
  return wording
}

/** The words somebody heard, as they were then. */
export const wordingOf = (purpose: Purpose, version: string): Wording | undefined =>
  WORDINGS.find((w) => w.purpose === purpose && w.version === version)
