/**
 * How a wait can end. The code of an outcome in a table is its place here plus one; 0 is «still open». New ones are
 * added at the end: the codes stand in tables already counted.
 */
export const OUTCOMES = ['repaired', 'closed_without_repair', 'withdrawn', 'transferred', 'other'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** The outcome code of a case that has not ended. */
export const NOT_ENDED = 0

/** The code of an outcome in a table: 1 and above. */
export const codeOf = (outcome: Outcome): number => OUTCOMES.indexOf(outcome) + 1
