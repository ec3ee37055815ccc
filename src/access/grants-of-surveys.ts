import type { Circle } from './circles.ts'
import { type Grant, READ, UNION_FIELD, type Verb } from './grant.ts'

const PREPARERS = ['organiser', 'officer'] as const
const READERS = ['organiser', 'steward', 'officer'] as const

const toUnion = (
  table: string,
  circles: readonly Circle[],
  verbs: readonly Verb[],
  why: string,
  rest: Partial<Pick<Grant, 'columns' | 'when'>> = {},
): Grant => ({ table, verbs, to: { kind: 'union', circles }, when: 'in_space', why, ...rest })

const toUnseal = (
  table: string,
  verbs: readonly Verb[],
  why: string,
  columns?: readonly string[],
): Grant => ({
  table,
  verbs,
  to: 'system',
  when: 'anywhere',
  why,
  ...(columns && { columns }),
})

/** Door to door: whoever prepares sees it all but the key, which nobody reads but the job that opens envelopes. */
export const SURVEYS: readonly Grant[] = [
  toUnion('survey_campaign', UNION_FIELD, READ, 'Le terrain sait quelles campagnes sont en cours.'),
  toUnion('survey_campaign', PREPARERS, ['insert'], 'Préparer une campagne.'),
  toUnion(
    'survey_key',
    PREPARERS,
    ['insert'],
    'La clé d’une campagne naît avec elle\u202f; personne ne la relit.',
  ),
  toUnion('survey_assignment', READERS, READ, 'Savoir qui parcourt quelle entrée.'),
  toUnion('survey_assignment', PREPARERS, ['insert', 'update'], 'Confier une tournée, et la reprendre.', {
    columns: ['revoked_at'],
  }),
  toUnion('survey_assignment', UNION_FIELD, READ, 'Chacun·e voit ses propres tournées.', { when: 'self' }),
  toUnion(
    'survey_device',
    UNION_FIELD,
    ['select', 'insert'],
    'Chacun·e inscrit et voit ses propres appareils.',
    {
      when: 'self',
    },
  ),
  toUnion('survey_device', UNION_FIELD, ['update'], 'Chacun·e retire son appareil perdu.', {
    when: 'self',
    columns: ['revoked_at'],
  }),
  toUnion(
    'survey_device',
    PREPARERS,
    ['select', 'update'],
    'Voir les appareils, et retirer celui qui est perdu.',
    {
      columns: ['revoked_at'],
    },
  ),
  toUnion(
    'survey_envelope',
    PREPARERS,
    READ,
    'Savoir ce qui est arrivé de chaque appareil, sans pouvoir l’ouvrir.',
  ),
  toUnion('survey_visit', UNION_FIELD, READ, 'La dernière issue de chaque porte se voit sur le palier.'),
  toUnion(
    'survey_said',
    READERS,
    READ,
    'Ce qui a été dit se lit par celles et ceux qui suivent les réclamations.',
  ),
  toUnion('survey_complaint', READERS, READ, 'Savoir quelles réclamations ont été dites à une porte.'),
  toUnion(
    'survey_complaint',
    ['officer'],
    ['insert', 'update', 'delete'],
    'La tâche qui ouvre les enveloppes les note au nom de qui a frappé, avec le pouvoir de reprendre ce qui est retiré.',
  ),
  toUnion('survey_set_aside', PREPARERS, READ, 'Savoir ce qui est arrivé et ne se lit pas encore.'),
  toUnseal('survey_set_aside', ['select', 'insert', 'delete'], 'Compter ce qui ne se lit pas encore.'),
  toUnseal('instrument', READ, 'Savoir quels questionnaires sont connus.'),
  toUnseal('survey_complaint', READ, 'Savoir ce que chaque visite a déjà ouvert.'),
  toUnseal('survey_device', READ, 'Savoir au nom de qui une réclamation s’ouvre.'),
  toUnseal('survey_campaign', READ, 'Savoir à quelle campagne appartient une enveloppe.'),
  toUnseal('survey_key', READ, 'Ouvrir les enveloppes\u202f: seule cette tâche lit la clé.'),
  toUnseal('survey_envelope', ['select', 'update'], 'Ouvrir ce qui est arrivé.', ['opened', 'failure']),
  toUnseal(
    'survey_visit',
    ['select', 'insert', 'update', 'delete'],
    'Replier les visites de ce qui est arrivé.',
  ),
  toUnseal(
    'survey_said',
    ['select', 'insert', 'update', 'delete'],
    'Replier les visites de ce qui est arrivé.',
  ),
  toUnseal('home', ['select', 'insert'], 'Une porte trouvée sur place devient un logement.'),
]
