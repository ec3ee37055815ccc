import type { PublicApp } from '../../ui/request.ts'
import type { Provider } from '../actions/agents.ts'
import { accountRoutes } from './account.tsx'
import { agentRoutes } from './agents.tsx'
import { comingInRoutes } from './coming-in.tsx'
import { passkeyRoutes } from './passkeys.ts'
import { secondFactorRoutes } from './second-factor.tsx'
import { signingInRoutes } from './signing-in.tsx'

type Settings = { readonly trustedProxies: readonly string[]; readonly oidc: Provider | undefined }

/** Every page of accounts that opens without a space. */
export function accountPublicRoutes(app: PublicApp, { trustedProxies, oidc }: Settings): void {
  signingInRoutes(app, { trustedProxies, hasProvider: oidc !== undefined })
  secondFactorRoutes(app)
  passkeyRoutes(app, trustedProxies)
  accountRoutes(app)
  comingInRoutes(app)
  agentRoutes(app, oidc)
}
