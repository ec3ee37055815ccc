import type { CampaignRefusal } from './domain/campaign-refusal.ts'

export const REFUSALS: Readonly<Record<CampaignRefusal['because'], string>> = {
  no_such_campaign: 'Cette campagne n’existe pas.',
  no_such_instrument: 'Ce questionnaire n’est pas publié. Choisissez-en un dans la liste.',
  no_such_staircase: 'Cette entrée n’a pas de logement connu. Décrivez-la dans les lieux.',
  no_such_canvasser: 'Cette personne n’est pas sur le terrain de l’union. Choisissez-en une dans la liste.',
  outside_the_campaign: 'Ces jours sortent de la campagne. Choisissez des jours entre son début et sa fin.',
  already_given: 'Cette personne a déjà cette entrée.',
  no_such_assignment: 'Cette tournée est déjà reprise.',
  no_such_device: 'Cet appareil est déjà retiré.',
}
