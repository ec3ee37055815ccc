/** What each circle of each kind of space is called in French. */
export { circleName } from './words.fr.ts'
/** One address, one spelling: fold before comparing or keeping. */
export { foldEmail, INVITATION_PURPOSE, invitationPath } from './domain/invitations.ts'
/** What came in through doors, the latest first: for the circles of `CONTENTS`. */
export { listReceived, type ReceivedRow } from './store/passages.ts'
/** What is published through one door, for everybody. */
export { listPublished } from './store/publications.ts'
/** What is out through one door of this space at this moment. */
export { listOut, type SentRow } from './store/passages.ts'
/** Invitations nobody has taken up: for administrators. */
export { type InvitationRow, listOpenInvitations } from './store/invitations.ts'
/** Who is in the space now, one row per circle. */
export { listMemberships } from './store/members.ts'
/** How what crosses a door is drawn, by name of door. */
export type { Picture, Pictures } from './views/projection.tsx'
/** A union's presentation of itself, as everybody reads it. */
export { PresentationPicture } from './views/presentation-picture.tsx'
/** The space one is in, as it is set. */
export { findSpace } from './store/space.ts'
