import { CONTENTS, type Grant, type Predicate, type Verb } from './grant.ts'

const toHousehold = (table: string, verbs: readonly Verb[], when: Predicate, why: string): Grant => ({
  table,
  verbs,
  to: 'household',
  when,
  why,
})

/** A follow-up code opens one thread: never the complaint itself, where the home, the person and the first words are. */
export const HOUSEHOLDS: readonly Grant[] = [
  {
    table: 'follow_up_code',
    verbs: ['select', 'insert', 'update'],
    columns: ['revoked_at', 'revoked_by'],
    to: { kind: 'union', circles: CONTENTS.union },
    when: 'in_space',
    why: 'Donner un code au foyer, et le reprendre. Seule son empreinte est gardée.',
  },
  toHousehold('complaint_event', ['select'], 'own_complaint', 'Le foyer lit le fil de son attente.'),
  toHousehold(
    'complaint_event',
    ['insert'],
    'said_by_code',
    'Le foyer ajoute au fil, en son nom et sous son code.',
  ),
  toHousehold(
    'complaint_state',
    ['select', 'update'],
    'own_complaint',
    'Ce que dit le fil, recalculé à chaque événement.',
  ),
  toHousehold(
    'complaint_deadline',
    ['select', 'insert', 'update', 'delete'],
    'own_complaint',
    'Ses délais, arrêtés ou repris par ce que dit le foyer.',
  ),
]
