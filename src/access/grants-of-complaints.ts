import { CONTENTS, DECIDER, type Grant, READ, type Verb, WRITE } from './grant.ts'

const toUnion = (
  table: string,
  verbs: readonly Verb[],
  why: string,
  rest: Pick<Grant, 'columns'> = {},
): Grant => ({ table, verbs, to: { kind: 'union', circles: CONTENTS.union }, when: 'in_space', why, ...rest })

const officer = (table: string, why: string): Grant => ({
  table,
  verbs: ['delete'],
  to: { kind: 'union', circles: DECIDER.union },
  when: 'in_space',
  why,
})

const own = (
  table: string,
  verbs: readonly Verb[],
  why: string,
  rest: Pick<Grant, 'columns'> = {},
): Grant => ({ ...toUnion(table, verbs, why, rest), when: 'self' })

/** Complaints are the union's alone. A thread is only added to: nobody may rewrite or remove a line. */
export const COMPLAINTS: readonly Grant[] = [
  toUnion(
    'complaint',
    ['select', 'insert'],
    'Celles et ceux qui suivent les réclamations les lisent et en notent.',
  ),
  toUnion('complaint', ['update'], 'Confier une réclamation, dire quand relancer.', {
    columns: ['assigned_to', 'follow_up_on', 'person_id', 'version'],
  }),
  toUnion('complaint_event', ['select', 'insert'], 'Le fil se lit et s’allonge ; il ne se réécrit pas.'),
  toUnion(
    'complaint_state',
    ['select', 'insert', 'update'],
    'Ce que dit le fil, recalculé à chaque événement.',
  ),
  toUnion(
    'complaint_cell',
    READ,
    'Les attentes comptées par résidence, famille et jours, tenues à chaque événement.',
  ),
  toUnion(
    'complaint_deadline',
    ['select', 'insert', 'update', 'delete'],
    'La règle qui s’appliquait est copiée, puis datée ; elle part avec l’événement qui l’avait fait courir.',
  ),
  toUnion('attachment', ['select', 'insert'], 'Les photos et les PDF du fil se lisent et s’ajoutent.'),
  {
    ...toUnion('attachment', ['update'], 'Retirer une pièce : le contenu s’en va, la ligne reste.', {
      columns: ['sealed', 'label', 'removed_at'],
    }),
    to: { kind: 'union', circles: ['organiser', 'officer'] },
  },
  own('saved_view', [...WRITE, 'delete'], 'Chacun·e garde ses vues, les renomme et les retire.', {
    columns: ['name', 'query'],
  }),
  own('digest_refusal', ['select', 'insert', 'delete'], 'Chacun·e décide de recevoir le courriel du matin.'),
  {
    table: 'digest_refusal',
    verbs: READ,
    to: 'system',
    when: 'anywhere',
    why: 'Ne pas écrire à qui ne le veut pas.',
  },
  officer('complaint', 'Effacer une réclamation à la demande du foyer.'),
  {
    table: 'complaint',
    verbs: ['select', 'delete'],
    to: 'system',
    when: 'anywhere',
    why: 'Effacer ce qui n’a plus de raison d’être gardé ; compter ce qui est à relancer.',
  },
  {
    table: 'complaint_state',
    verbs: READ,
    to: 'system',
    when: 'anywhere',
    why: 'Savoir depuis quand une attente est finie.',
  },
]
