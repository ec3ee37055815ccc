/** What may be answered: names that travel and are counted, the same in every language. */
export const WAIT_LISTS = {
  problem: [
    'damp',
    'cold',
    'water',
    'electricity',
    'lift',
    'pests',
    'openings',
    'noise',
    'charges',
    'file',
    'other_problem',
  ],
  since: [
    'under_month',
    'one_three_months',
    'three_twelve_months',
    'one_two_years',
    'over_two_years',
    'since_unknown',
  ],
  told_to: ['nobody', 'caretaker', 'agency', 'call_centre', 'elected', 'other_person'],
  told_how: ['by_voice', 'by_phone', 'by_letter', 'by_email', 'by_portal', 'other_way'],
  answer: ['no_answer', 'heard_only', 'promised', 'visited', 'closed_unrepaired', 'repaired_badly'],
  contempt: [
    'not_believed',
    'blamed',
    'sent_away',
    'spoken_down',
    'threatened',
    'discriminated',
    'other_contempt',
  ],
  effects: ['health', 'sleep', 'money', 'work', 'children', 'dignity', 'other_effect'],
  wanted: ['repair', 'dated_answer', 'compensation', 'rehousing', 'apology', 'other_wish'],
} as const

export type WaitChoice = (typeof WAIT_LISTS)[keyof typeof WAIT_LISTS][number]

export type WaitQuestion =
  | 'problem'
  | 'words'
  | 'since'
  | 'since_said'
  | 'told_to'
  | 'told_how'
  | 'told_when'
  | 'reminders'
  | 'answer'
  | 'promise'
  | 'contempt'
  | 'effects'
  | 'wanted'
  | 'wanted_words'

/** The instrument in one language: what it lacks does not compile. */
export type WaitWords = {
  readonly tag: string
  readonly title: string
  readonly questions: Readonly<Record<WaitQuestion, string>>
  readonly choices: Readonly<Record<WaitChoice, string>>
  readonly wrongCount: string
}
