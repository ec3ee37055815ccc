import type { RetentionRule } from './retention.ts'
import { MINIMISED } from './retention-rules-of-complaints.fr.ts'

/** What a file brings, kept as long as its agreement allows. */
const WITH_ITS_SOURCE = {
  source_stratum: 'Les lieux et les catégories sont ceux du fichier.',
  source_case: 'Un dossier n’y est qu’une empreinte, deux jours et une issue.',
  source_reject: 'Les lignes écartées se corrigent, et partent au millésime suivant.',
  source_cell: 'Des nombres par jour, qui peuvent être petits.',
  source_wait: 'Des nombres par durée, qui peuvent être petits.',
  source_day: 'Des nombres par jour, qui peuvent être petits.',
} as const

/** Files in: sources go with the agreement that let them in; the file that was sent goes first. */
export const RULES_OF_SOURCES: readonly RetentionRule[] = [
  {
    table: 'source',
    keptFor: { days: 90 },
    countedFrom: 'la fin de sa convention',
    why: 'Sans convention, rien ne permet plus de garder les dossiers d’un tiers\u202f; trois mois suffisent à la renouveler.',
    source: MINIMISED,
  },
  ...Object.entries(WITH_ITS_SOURCE).map(([table, why]): RetentionRule => ({
    table,
    keptFor: { as: 'its_source' },
    countedFrom: 'la source',
    why,
    source: MINIMISED,
  })),
  {
    table: 'source_vintage',
    keptFor: { as: 'its_source' },
    countedFrom: 'la source',
    why: 'Quel fichier a été lu, quand, par qui\u202f: une figure doit pouvoir le dire.',
    source: 'RGPD, article 5.2 (responsabilité)',
  },
  {
    table: 'source_upload',
    keptFor: { days: 30 },
    countedFrom: 'le dépôt du fichier',
    why: 'Un fichier déposé sert à sa lecture, pas après.',
    source: MINIMISED,
  },
  {
    table: 'waits_release',
    keptFor: { as: 'its_space' },
    countedFrom: 'la fermeture de l’espace',
    why: 'Ce qui est sorti protège ce qui sortira\u202f: des nombres d’au moins cinq demandes, sans personne.',
    source: MINIMISED,
  },
  {
    table: 'data_agreement',
    keptFor: { as: 'its_space' },
    countedFrom: 'la fermeture de l’espace',
    why: 'Ce qui a permis de lire un fichier reste à montrer.',
    source: 'RGPD, article 30 (registre)',
  },
]
