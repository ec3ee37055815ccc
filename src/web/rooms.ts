import { accountPublicRoutes } from '../accounts/routes/rooms.ts'
import { complaintsHeld } from '../complaints/routes/held-complaints.ts'
import { complaintRoutes } from '../complaints/routes/rooms.ts'
import { accountSpaceRoutes, demoMailRoutes } from '../accounts/routes/space.tsx'
import { manyComplaintsRoutes } from '../caseload/routes/many.ts'
import { callerOf } from '../accounts/routes/opened-session.ts'
import type { Logins } from '../db/connect.ts'
import { charterPublicationRoutes } from '../deadlines/routes/charter-publication.tsx'
import { charterRoutes } from '../deadlines/routes/charters.tsx'
import { registerRoutes } from '../deadlines/routes/register.tsx'
import { doorRoutes } from '../institutions/routes/doors.tsx'
import { institutionRoutes } from '../institutions/routes/rooms.ts'
import { unionRoutes } from '../institutions/routes/unions.tsx'
import { instrumentRoutes } from '../instruments/routes.tsx'
import { lettersHeld } from '../letters/routes/held-letters.ts'
import { followUpPublicRoutes, followUpSpaceRoutes } from '../followup/routes/rooms.ts'
import { letterRoutes } from '../letters/routes/rooms.ts'
import { placesRoutes } from '../places/routes/places.ts'
import { peopleRoutes } from '../people/routes/rooms.ts'
import { largeSourceFile } from '../sources/routes/large-file.ts'
import { phoneRoutes } from '../survey/routes/phone-page.tsx'
import { campaignRoutes } from '../survey/routes/campaigns.tsx'
import { sendingRoutes } from '../survey/routes/sending.ts'
import { sourceRoutes } from '../sources/routes/rooms.ts'
import { waitsRoutes } from '../waits/routes/rooms.ts'
import type { PublicApp, SpaceApp } from '../ui/request.ts'
import type { Config } from './config.ts'
import { demoRoutes } from './demo.tsx'
import { PICTURES } from './door-pictures.tsx'
import { DOORS } from './doors.ts'
import { securityRoutes } from './security-text.ts'
import type { LargeFileField } from './sent-forms.ts'
import { homeRoutes, todayRoutes } from './home.tsx'

/** Pages that open without a space: each room adds its own. */
export function publicRooms(app: PublicApp, config: Config, logins: Logins): void {
  homeRoutes(app)
  securityRoutes(app, config.securityContact)
  accountPublicRoutes(app, config)
  unionRoutes(app)
  followUpPublicRoutes(app, { logins, callerOf: (c) => callerOf(c, config.trustedProxies) })
  registerRoutes(app)
  sendingRoutes(app, logins)
  phoneRoutes(app)
  if (config.demo) {
    demoRoutes(app)
    demoMailRoutes(app, logins)
  }
}

/** Pages inside a space, in the order of the house. */
export function spaceRooms(app: SpaceApp): void {
  todayRoutes(app)
  placesRoutes(app)
  peopleRoutes(app, [complaintsHeld, lettersHeld])
  complaintRoutes(app)
  manyComplaintsRoutes(app)
  letterRoutes(app)
  followUpSpaceRoutes(app)
  sourceRoutes(app)
  waitsRoutes(app)
  instrumentRoutes(app)
  campaignRoutes(app)
  institutionRoutes(app)
  accountSpaceRoutes(app)
  charterPublicationRoutes(app)
  charterRoutes(app)
  doorRoutes(app, DOORS, PICTURES)
}

/** The one large file that a page may bring. */
export const largeFileField: LargeFileField = (c) => largeSourceFile(c.var.actor, c.req.path)
