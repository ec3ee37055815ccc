/** What one knock at one door gave: a closed list, in the order a landing shows it. */
export const OUTCOMES = [
  'answered',
  'absent',
  'come_back',
  'refused',
  'other_language',
  'empty',
  'no_access',
  'not_concerned',
  'moved',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export const isOutcome = (word: unknown): word is Outcome => OUTCOMES.some((outcome) => outcome === word)

/** How far the visit went: the door was not reached, was knocked at, was opened, or somebody answered the questions. */
export type Reached = 'not_reached' | 'knocked' | 'opened' | 'answered'

const REACHED: Readonly<Record<Outcome, Reached>> = {
  answered: 'answered',
  absent: 'knocked',
  come_back: 'opened',
  refused: 'opened',
  other_language: 'opened',
  empty: 'knocked',
  no_access: 'not_reached',
  not_concerned: 'opened',
  moved: 'knocked',
}

export const reachedBy = (outcome: Outcome): Reached => REACHED[outcome]

/** Whether somebody has to knock at that door again. */
export const isToVisitAgain = (outcome: Outcome): boolean =>
  outcome === 'absent' || outcome === 'come_back' || outcome === 'other_language' || outcome === 'no_access'

/** What a language says of an outcome: on the button that notes it, and on the tile of its door. */
export type OutcomeWords = { readonly button: string; readonly tile: string }
export type OutcomeMessages = Readonly<Record<Outcome, OutcomeWords>>
