import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { Keyring } from '../../access/keyring.ts'
import type { FreshSession } from '../store/sessions.ts'
import {
  addPasskey,
  enterByPasskey,
  findPasskey,
  passkeysOf,
  putChallenge,
  takeChallenge,
} from '../store/passkeys.ts'

const MINUTES = 5
const endOf = (now: Date): Date => new Date(now.getTime() + MINUTES * 60_000)

type Here = { readonly publicUrl: URL; readonly now: Date }
type Owner = Here & {
  readonly accountId: string
  readonly email: string
  readonly name: string
  readonly sessionHash: Buffer
}

/** The challenge is for this account; keys it already has are named, so that none is made twice. */
export async function offerRegistration(keyring: Keyring, o: Owner) {
  const known = await passkeysOf(keyring, o.sessionHash, o.now)
  const options = await generateRegistrationOptions({
    rpName: 'Palier',
    rpID: o.publicUrl.hostname,
    userID: new TextEncoder().encode(o.accountId),
    userName: o.email,
    userDisplayName: o.name,
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
  })
  await putChallenge(
    keyring,
    { challenge: options.challenge, session: o.sessionHash, now: o.now },
    endOf(o.now),
  )
  return options
}

/** Keeps the key when its answer is to a challenge of ours, for this account, never used. */
export async function register(
  keyring: Keyring,
  o: Owner,
  response: RegistrationResponseJSON,
  label: string,
): Promise<boolean> {
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: (challenge) =>
      takeChallenge(keyring, { challenge, session: o.sessionHash, now: o.now }),
    expectedOrigin: o.publicUrl.origin,
    expectedRPID: o.publicUrl.hostname,
    requireUserVerification: false,
  }).catch(() => undefined)
  if (!verified?.verified) return false
  const { id, publicKey, counter } = verified.registrationInfo.credential
  return addPasskey(keyring, o.sessionHash, o.now, { id, publicKey, counter, label })
}

export async function offerSignIn(keyring: Keyring, { publicUrl, now }: Here) {
  const options = await generateAuthenticationOptions({
    rpID: publicUrl.hostname,
    userVerification: 'preferred',
  })
  await putChallenge(keyring, { challenge: options.challenge, session: null, now }, endOf(now))
  return options
}

/**
 * Opens a session for the holder of the key. A key that verified its person (finger, face, code of the device) is two
 * factors at once, something held and something known or been; without that it is one, and the second is asked for.
 */
export async function signInWithPasskey(
  keyring: Keyring,
  { publicUrl, now }: Here,
  response: AuthenticationResponseJSON,
  session: FreshSession,
): Promise<boolean> {
  const kept = await findPasskey(keyring, response.id)
  if (!kept) return false
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) => takeChallenge(keyring, { challenge, session: null, now }),
    expectedOrigin: publicUrl.origin,
    expectedRPID: publicUrl.hostname,
    requireUserVerification: false,
    credential: { id: response.id, publicKey: new Uint8Array(kept.public_key), counter: kept.counter },
  }).catch(() => undefined)
  if (!verified?.verified) return false
  const { newCounter, userVerified } = verified.authenticationInfo
  const use = {
    id: response.id,
    before: kept.counter,
    after: newCounter,
    secondFactorAt: userVerified ? now : null,
  }
  return enterByPasskey(keyring, use, session)
}
