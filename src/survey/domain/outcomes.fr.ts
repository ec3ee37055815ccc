import type { OutcomeMessages } from './outcomes.ts'

export const OUTCOMES_FR: OutcomeMessages = {
  answered: { button: 'La porte s’ouvre', tile: 'parlé' },
  absent: { button: 'Absent·e', tile: 'absent' },
  come_back: { button: 'Revenir', tile: 'revenir' },
  refused: { button: 'Refus', tile: 'refus' },
  other_language: { button: 'Autre langue', tile: 'langue' },
  empty: { button: 'Vide', tile: 'vide' },
  no_access: { button: 'Pas d’accès', tile: 'pas d’accès' },
  not_concerned: { button: 'Pas concerné·e', tile: 'pas concerné' },
  moved: { button: 'A déménagé', tile: 'parti' },
}
