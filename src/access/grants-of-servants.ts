import { type Grant, READ, type Verb } from './grant.ts'

export const PUBLIC: readonly Grant[] = [
  {
    table: 'publication',
    verbs: READ,
    to: 'public',
    when: 'published',
    why: 'Ce qui est publié se lit, tant que ce n’est pas retiré.',
  },
  {
    table: 'publication',
    verbs: ['select', 'insert', 'update'],
    to: 'doorkeeper',
    when: 'anywhere',
    why: 'La porte publie et retire.',
  },
]

/** Tables of each kind that a servant of the house (a job, the doorkeeper) reaches in every space. */
const servant = (table: string, verbs: readonly Verb[], to: 'system' | 'doorkeeper', why: string): Grant => ({
  table,
  verbs,
  to,
  when: 'anywhere',
  why,
})
export const SERVANTS: readonly Grant[] = [
  servant('passage', READ, 'doorkeeper', 'La porte lit ce qui doit passer.'),
  servant('inbox', ['select', 'insert', 'update'], 'doorkeeper', 'La porte dépose, et reprend.'),
  servant('delivery', ['select', 'insert'], 'doorkeeper', 'La porte note ce qu’elle a remis.'),
  servant('audit_line', ['select', 'delete'], 'system', 'Sceller les lignes ; purger les plus anciennes.'),
  servant('audit_seal', ['select', 'insert'], 'system', 'Enchaîner les lignes par empreinte.'),
  servant('purge_register', ['select', 'insert'], 'system', 'Tenir le registre de ce qui est purgé.'),
  servant('form_receipt', ['select', 'delete'], 'system', 'Un reçu de formulaire ne se garde pas.'),
  servant('invitation', ['select', 'delete'], 'system', 'Une invitation expirée ne se garde pas.'),
  servant('inbox', ['select', 'delete'], 'system', 'Ce qui a été retiré ne se garde pas.'),
  servant('membership', READ, 'system', 'Savoir à qui écrire.'),
  servant('space', READ, 'system', 'Nommer l’espace dans un courriel.'),
  servant('person', ['select', 'delete'], 'system', 'Effacer ce qui n’a plus de raison d’être gardé.'),
  servant('occupancy', ['select', 'delete'], 'system', 'Effacer ce qui n’a plus de raison d’être gardé.'),
  servant('consent', ['select', 'delete'], 'system', 'Effacer ce qui n’a plus de raison d’être gardé.'),
  servant('merger', ['select', 'delete'], 'system', 'Effacer ce qui n’a plus de raison d’être gardé.'),
  ...(['mail', 'sign_in_link', 'session', 'draft', 'attempt'] as const).map((table) =>
    servant(
      table,
      table === 'mail' ? ['select', 'update', 'delete'] : ['select', 'delete'],
      'system',
      'Envoyer les courriels ; purger ce qui a expiré.',
    ),
  ),
]
