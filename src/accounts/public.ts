/** What later rooms may ask of accounts: sessions, the spaces they open, drafts, and limits on asking. */
export {
  chooseSpace, endSession, findSession, type FoundSession, keepDraft, openSession, spacesOfSession, takeDraft, touchSession, tryAttempt,
} from './store.ts'
