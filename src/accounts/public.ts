/** What a session opens at this moment. */
export type { FoundSession, NewSession, SpaceChoice } from './store/sessions.ts'
/** Sessions: found by the keyed hash of their token, opened, ended; the spaces they open. */
export { chooseSpace, endSession, findSession, openSession, spacesOfSession } from './store/sessions.ts'
/** What was typed under a session that had ended, kept for the same account. */
export { keepDraft, takeDraft } from './store/drafts.ts'
/** Counts an attempt; false once too many were made. */
export { giveBackAttempt, tryAttempt } from './store/attempts.ts'
/** Links for the console: one that signs an account in, one that founds an empty house. */
export { makeFirstLink, makeSignInLink } from './actions/links.ts'
/** What the console says of the link that founds an empty house. */
export { firstLinkSentence } from './words.fr.ts'
