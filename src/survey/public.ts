/** What a knock at a door gave: a closed list. */
export type { Outcome } from './domain/outcomes.ts'
