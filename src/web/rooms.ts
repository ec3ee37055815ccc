import type { Logins } from '../db/connect.ts'
import { doorRoutes } from '../institutions/routes/doors.tsx'
import { institutionRoutes } from '../institutions/routes/rooms.ts'
import { unionRoutes } from '../institutions/routes/unions.tsx'
import type { PublicApp, SpaceApp } from '../ui/request.ts'
import type { Config } from './config.ts'
import { demoRoutes } from './demo.tsx'
import { DOORS } from './doors.ts'
import { homeRoutes, todayRoutes } from './home.tsx'

/** Pages that open without a space: each room adds its own. */
export function publicRooms(app: PublicApp, config: Config, _logins: Logins): void {
  homeRoutes(app)
  unionRoutes(app)
  if (config.demo) demoRoutes(app)
}

/** Pages inside a space, in the order of the house. */
export function spaceRooms(app: SpaceApp): void {
  todayRoutes(app)
  institutionRoutes(app)
  doorRoutes(app, DOORS)
}
