import { type Grant, READ } from './grant.ts'

/** Charters: who reads what a landlord promised, who writes it; a rule written is never changed but for its last day. */
export const CHARTERS: readonly Grant[] = [
  {
    table: 'charter_rule',
    verbs: READ,
    to: { kind: 'union', circles: ['organiser', 'steward', 'officer'] },
    when: 'in_space',
    why: 'Ce que le bailleur a promis se lit à côté de chaque réclamation.',
  },
  {
    table: 'charter_rule',
    verbs: ['insert', 'update'],
    columns: ['valid_until'],
    to: { kind: 'union', circles: ['organiser', 'officer'] },
    when: 'in_space',
    why: 'L’union saisit une charte avec son document, et ferme une règle qui ne vaut plus.',
  },
  {
    table: 'charter_rule',
    verbs: READ,
    to: { kind: 'desk', circles: ['contact', 'data_officer', 'decision_owner'] },
    when: 'in_space',
    why: 'Le bailleur relit sa propre charte.',
  },
  {
    table: 'charter_rule',
    verbs: ['insert', 'update'],
    columns: ['valid_until'],
    to: { kind: 'desk', circles: ['data_officer', 'decision_owner'] },
    when: 'in_space',
    why: 'Le bailleur saisit sa charte, et ferme une règle qui ne vaut plus.',
  },
]
