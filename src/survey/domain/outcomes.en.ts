import type { OutcomeMessages } from './outcomes.ts'

export const OUTCOMES_EN: OutcomeMessages = {
  answered: { button: 'The door opens', tile: 'spoke' },
  absent: { button: 'Nobody in', tile: 'nobody' },
  come_back: { button: 'Come back', tile: 'come back' },
  refused: { button: 'Refused', tile: 'refused' },
  other_language: { button: 'Another language', tile: 'language' },
  empty: { button: 'Empty home', tile: 'empty' },
  no_access: { button: 'No way in', tile: 'no way in' },
  not_concerned: { button: 'Not concerned', tile: 'not concerned' },
  moved: { button: 'Moved out', tile: 'moved out' },
}
