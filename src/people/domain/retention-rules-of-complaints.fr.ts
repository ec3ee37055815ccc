import type { RetentionRule } from './retention.ts'

export const MINIMISED = 'RGPD, article 5.1.e (limitation de la conservation)'

/** Complaints, their threads and papers; and what people who follow them keep for themselves. */
export const RULES_OF_COMPLAINTS: readonly RetentionRule[] = [
  {
    table: 'complaint',
    keptFor: { years: 3 },
    countedFrom: 'la fin de l’attente',
    why: 'Une demande fondée sur le bail se prescrit par trois ans\u202f: au-delà, le dossier ne peut plus servir au foyer.',
    source: 'Loi du 6 juillet 1989, article 7-1',
  },
  {
    table: 'complaint_event',
    keptFor: { as: 'its_complaint' },
    countedFrom: 'la réclamation',
    why: 'Le fil est la réclamation.',
    source: MINIMISED,
  },
  {
    table: 'complaint_state',
    keptFor: { as: 'its_complaint' },
    countedFrom: 'la réclamation',
    why: 'Ce que dit le fil ne vaut que tant que le fil existe.',
    source: MINIMISED,
  },
  {
    table: 'complaint_cell',
    keptFor: { as: 'its_complaint' },
    countedFrom: 'la réclamation',
    why: 'Un nombre d’attentes par jours désigne presque toujours quelqu’un\u202f: il baisse quand la réclamation part.',
    source: MINIMISED,
  },
  {
    table: 'complaint_deadline',
    keptFor: { as: 'its_complaint' },
    countedFrom: 'la réclamation',
    why: 'Un délai copié n’a de sens qu’avec sa réclamation.',
    source: MINIMISED,
  },
  {
    table: 'attachment',
    keptFor: { as: 'its_complaint' },
    countedFrom: 'la réclamation',
    why: 'Une photo ou un PDF ne prouve rien sans sa réclamation ; retirée, une pièce perd aussitôt son contenu.',
    source: MINIMISED,
  },
  {
    table: 'letter',
    keptFor: { as: 'its_complaint' },
    countedFrom: 'la réclamation',
    why: 'Une lettre n’a de sens qu’avec la réclamation dont elle parle.',
    source: MINIMISED,
  },
  {
    table: 'saved_view',
    keptFor: { as: 'its_account' },
    countedFrom: 'la suppression du compte',
    why: 'Une vue est à la personne qui l’a nommée, qui la retire quand elle veut.',
    source: MINIMISED,
  },
  {
    table: 'digest_refusal',
    keptFor: { as: 'its_account' },
    countedFrom: 'la suppression du compte',
    why: 'Ne pas recevoir le courriel du matin est un choix qui dure.',
    source: 'RGPD, article 21 (opposition)',
  },
  {
    table: 'follow_up_code',
    keptFor: { as: 'its_complaint' },
    countedFrom: 'la réclamation',
    why: 'Seule l’empreinte du code est gardée\u202f; elle dit quel code a parlé dans le fil.',
    source: MINIMISED,
  },
]
