/** What each circle of each kind of space is called in French. */
export { circleName } from './words.fr.ts'
/** One address, one spelling: fold before comparing or keeping. */
export { foldEmail, INVITATION_PURPOSE, invitationPath } from './domain/invitations.ts'
