import type { SpaceApp } from '../../ui/request.ts'
import { attachmentPages } from './attachments.tsx'
import { carePages } from './care.tsx'
import { complaintPages } from './complaint.tsx'
import { correctionPages } from './corrections.tsx'
import { onlyFollowers } from './doorstep.ts'
import { erasePages } from './erase.tsx'
import { eventPages } from './events.tsx'
import { newComplaintPages } from './new-complaint.tsx'

/** Every page of complaints; for a circle that follows none, none of them is there. */
export function complaintRoutes(app: SpaceApp): void {
  app.use('/reclamations/*', onlyFollowers)
  newComplaintPages(app)
  complaintPages(app)
  eventPages(app)
  correctionPages(app)
  carePages(app)
  attachmentPages(app)
  erasePages(app)
}
