import type { PublicApp, SpaceApp } from '../../ui/request.ts'
import { codeRoutes } from './codes.tsx'
import { followingRoutes, type FollowingSettings } from './following.tsx'

/** The household's page, open to whoever holds a code. */
export const followUpPublicRoutes = (app: PublicApp, settings: FollowingSettings): void =>
  followingRoutes(app, settings)

/** The union's pages about codes. */
export const followUpSpaceRoutes = (app: SpaceApp): void => codeRoutes(app)
