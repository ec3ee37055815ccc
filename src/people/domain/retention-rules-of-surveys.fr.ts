import type { RetentionRule } from './retention.ts'
import { MINIMISED } from './retention-rules-of-complaints.fr.ts'

const WHY = {
  instrument: 'Les mots que chacun·e a entendus à sa porte.',
  survey_campaign: 'Une campagne dit où l’union est passée, et quand.',
  survey_key: 'Sans sa clé, ce qui a été dit dans une campagne ne s’ouvre plus.',
  survey_assignment: 'Qui a parcouru quelle entrée.',
  survey_device: 'Un appareil retiré reste reconnu\u202f: ce qu’il gardait peut encore arriver.',
  survey_envelope: 'Ce qui est arrivé du terrain, scellé.',
  survey_visit: 'L’issue et la date de chaque visite.',
  survey_said: 'Ce que les foyers ont dit à la porte.',
  survey_complaint: 'La réclamation que chaque attente dite à la porte est devenue.',
  survey_set_aside: 'Combien de réponses attendent d’être lues.',
} as const

/** Door to door: kept with the space, until a campaign may be erased whole. */
export const RULES_OF_SURVEYS: readonly RetentionRule[] = Object.entries(WHY).map(([table, why]) => ({
  table,
  keptFor: { as: 'its_space' },
  countedFrom: 'la fermeture de l’espace',
  why,
  source: MINIMISED,
}))
