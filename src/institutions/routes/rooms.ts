import type { SpaceApp } from '../../ui/request.ts'
import { foundingRoutes } from './founding.tsx'
import { invitationRoutes } from './invitations.tsx'
import { journalRoutes } from './journal.tsx'
import { memberRoutes } from './members.tsx'
import { presentationRoutes } from './presentation.tsx'
import { ownSpaceRoutes } from './space.tsx'

/** Every page of this noun inside a space, but the doors, which take the list of all doors. */
export function institutionRoutes(app: SpaceApp): void {
  ownSpaceRoutes(app)
  invitationRoutes(app) // before members: «inviter» is no account
  memberRoutes(app)
  foundingRoutes(app)
  journalRoutes(app)
  presentationRoutes(app)
}
