/** What a knock at a door gave: a closed list. */
export type { Outcome } from './domain/outcomes.ts'
/** What every campaign may ask: for the seed. */
export { waitInstrument } from './actions/built-in-forms.ts'
/** How a campaign's private key is kept: for the seed. */
export { wrapKey } from './actions/unseal.ts'
/** How a door came to be knocked at. */
export type { Sampling } from './domain/event.ts'
/** The same in French. */
export { SAMPLING_WORDS } from './domain/sampling.fr.ts'
/** A wait told at a door, as figures count it: days are day numbers (measure/day-number.ts). */
export type { ToldCampaign, ToldCase } from './domain/told-case.ts'
/** Campaigns whose waits can be counted, and those waits: of the scope's own space. */
export { toldCampaigns, toldCases } from './store/told-cases.ts'
