import * as oidc from 'openid-client'
import * as v from 'valibot'
import type { Keyring } from '../../access/keyring.ts'
import { foldEmail } from '../../institutions/domain/invitations.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { FreshSession } from '../store/sessions.ts'
import { enterByIdentity } from '../store/coming-in.ts'

export type Provider = { readonly issuer: URL; readonly clientId: string; readonly clientSecret: string }
type ProviderRefusal = { readonly because: 'provider_away' | 'not_vouched_for' | 'nobody_expected' }

const TEN_SECONDS = 10
const MINUTES = 10
const CALLBACK = '/entrer/agent/retour'

const Journey = v.object({
  state: v.string(),
  nonce: v.string(),
  verifier: v.string(),
  next: v.string(),
  until: v.number(),
})
const Claims = v.object({
  email: v.pipe(v.string(), v.transform(foldEmail), v.maxLength(254), v.includes('@')),
  email_verified: v.optional(v.boolean(), true),
})

/** A provider may be down when Palier starts, or later: it is looked for when somebody comes, until it answers. */
export function providerAt({ issuer, clientId, clientSecret }: Provider) {
  let found: Promise<oidc.Configuration> | undefined
  return async (): Promise<oidc.Configuration | undefined> => {
    found ??= discover(issuer, clientId, clientSecret)
    try {
      return await found
    } catch {
      found = undefined
      return undefined
    }
  }
}
export type FindProvider = ReturnType<typeof providerAt>

async function discover(issuer: URL, clientId: string, clientSecret: string): Promise<oidc.Configuration> {
  // Without TLS for a provider on this very machine only.
  const isHere = ['localhost', '127.0.0.1'].includes(issuer.hostname)
  const execute = [oidc.enableNonRepudiationChecks, ...(isHere ? [oidc.allowInsecureRequests] : [])]
  return oidc.discovery(issuer, clientId, clientSecret, oidc.ClientSecretPost(clientSecret), {
    execute,
    timeout: TEN_SECONDS,
  })
}

type Departure = { readonly publicUrl: URL; readonly next: string; readonly now: Date }

/** Where to send the agent, and what to keep sealed in their browser until they are back. */
export async function leaveForProvider(
  keyring: Keyring,
  find: FindProvider,
  { publicUrl, next, now }: Departure,
): Promise<Result<{ readonly to: URL; readonly kept: string }, ProviderRefusal>> {
  const config = await find()
  if (!config) return refuse({ because: 'provider_away' })
  const journey = {
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
    next,
    until: now.getTime() + MINUTES * 60_000,
  }
  const to = oidc.buildAuthorizationUrl(config, {
    redirect_uri: new URL(CALLBACK, publicUrl).href,
    scope: 'openid email given_name usual_name',
    state: journey.state,
    nonce: journey.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(journey.verifier),
    code_challenge_method: 'S256',
  })
  return accept({ to, kept: keyring.secrets.seal(JSON.stringify(journey)).toString('base64url') })
}

type Return = {
  readonly publicUrl: URL
  readonly search: string
  readonly kept: string
  readonly session: FreshSession
}

/** Checks what the provider says and opens a session for an agent whom a desk expects; returns where they were going. */
export async function comeBackFromProvider(
  keyring: Keyring,
  find: FindProvider,
  r: Return,
): Promise<Result<string, ProviderRefusal>> {
  const journey = openJourney(keyring, r.kept, r.session.now)
  if (!journey) return refuse({ because: 'not_vouched_for' })
  const config = await find()
  if (!config) return refuse({ because: 'provider_away' })
  const vouched = await claimsOf(config, r, journey)
  if (!vouched) return refuse({ because: 'not_vouched_for' })
  const issuer = config.serverMetadata().issuer
  const entered = await enterByIdentity(keyring, { issuer, ...vouched }, r.session)
  return entered ? accept(journey.next) : refuse({ because: 'nobody_expected' })
}

async function claimsOf(
  config: oidc.Configuration,
  { publicUrl, search }: Return,
  journey: v.InferOutput<typeof Journey>,
): Promise<{ subject: string; email: string } | undefined> {
  try {
    const url = new URL(`${CALLBACK}${search}`, publicUrl)
    const tokens = await oidc.authorizationCodeGrant(config, url, {
      pkceCodeVerifier: journey.verifier,
      expectedState: journey.state,
      expectedNonce: journey.nonce,
      idTokenExpected: true,
    })
    const subject = tokens.claims()?.sub ?? ''
    const claims = v.safeParse(Claims, await oidc.fetchUserInfo(config, tokens.access_token, subject))
    return claims.success && claims.output.email_verified
      ? { subject, email: claims.output.email }
      : undefined
  } catch (error) {
    // What a provider answers may hold anything: only the kind of error is worth a line.
    console.error(`agent sign-in refused: ${error instanceof Error ? error.name : 'unknown'}`)
    return undefined
  }
}

function openJourney(keyring: Keyring, kept: string, now: Date): v.InferOutput<typeof Journey> | undefined {
  try {
    const read = v.safeParse(Journey, JSON.parse(keyring.secrets.open(Buffer.from(kept, 'base64url'))))
    return read.success && read.output.until > now.getTime() ? read.output : undefined
  } catch {
    return undefined
  }
}
