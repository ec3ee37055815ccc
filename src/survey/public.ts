/** What a knock at a door gave: a closed list. */
export type { Outcome } from './domain/outcomes.ts'
/** What every campaign may ask: for the seed. */
export { waitInstrument } from './actions/built-in-forms.ts'
/** How a campaign's private key is kept: for the seed. */
export { wrapKey } from './actions/unseal.ts'
