/** What a household said with its code, and until when the union can take it back. */
export { type ActByCode, actsByCode } from './domain/act-by-code.ts'
/** Gives a household its code, told once: the one before it opens nothing from then on. */
export { issueCode } from './actions/codes.ts'
/** Keeps a code that was drawn on a phone: for door-to-door. */
export { registerCode } from './actions/codes.ts'
/** What is kept of a code: for the seed. */
export { hashOfCode } from './actions/codes.ts'
