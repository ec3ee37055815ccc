import type { Bodies } from '../survey/domain/event.ts'

type Outcome = Bodies['outcome_noted']['outcome']
export type InventedKnock = {
  readonly floor: number
  readonly position: number
  readonly outcome: Outcome
  /** Days from today. */
  readonly comeBackIn?: number
  readonly waits?: readonly Readonly<Record<string, string>>[]
  readonly callBack?: Bodies['contact_given']
}

/** One Saturday morning in one entrance, door after door. All invented. */
export const KNOCKS: readonly InventedKnock[] = [
  { floor: 0, position: 1, outcome: 'absent' },
  {
    floor: 0,
    position: 2,
    outcome: 'answered',
    waits: [
      {
        problem: 'damp',
        words: 'Le mur de la chambre est noir depuis l’hiver dernier. On repeint, ça revient.',
        since: 'three_twelve_months',
        told_to: 'caretaker',
        told_how: 'by_voice',
        answer: 'heard_only',
        reminders: '4',
        effects: 'health children',
        wanted: 'repair',
      },
    ],
  },
  { floor: 0, position: 3, outcome: 'absent' },
  { floor: 1, position: 1, outcome: 'refused' },
  { floor: 1, position: 2, outcome: 'come_back', comeBackIn: 0 },
  {
    floor: 1,
    position: 3,
    outcome: 'answered',
    waits: [
      {
        problem: 'lift',
        words: 'Avec la poussette, je reste chez moi quand il est en panne.',
        since: 'one_three_months',
        told_to: 'call_centre',
        told_how: 'by_phone',
        answer: 'promised',
        promise: 'Un technicien «\u202fdans la semaine\u202f»',
        wanted: 'dated_answer',
      },
      {
        problem: 'cold',
        words: 'Seize degrés le matin.',
        since: 'under_month',
        told_to: 'nobody',
        wanted: 'repair',
      },
    ],
    callBack: { name: 'Odile Marchevert', phone: '04 00 00 00 17', email: '', language: 'fr' },
  },
  { floor: 1, position: 4, outcome: 'absent' },
  { floor: 2, position: 1, outcome: 'absent' },
  {
    floor: 2,
    position: 2,
    outcome: 'answered',
    waits: [
      {
        problem: 'other_problem',
        words: 'Personne ne répond jamais, voilà ce que j’attends.',
        since: 'over_two_years',
        told_to: 'agency',
        told_how: 'by_letter',
        answer: 'no_answer',
        effects: 'dignity',
        wanted: 'apology',
      },
    ],
  },
  { floor: 2, position: 3, outcome: 'absent' },
]
