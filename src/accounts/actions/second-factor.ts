import { Secret, TOTP } from 'otpauth'
import type { Keyring } from '../../access/keyring.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { tryAttempt } from '../store/attempts.ts'
import { dropSecret, enrolSecret, secretOf, useStep } from '../store/second-factors.ts'

const SECONDS = 30
const MOST_TRIES = 8
const MINUTES = 15

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: 'Palier', label, secret: Secret.fromBase32(secret), period: SECONDS, digits: 6 })

/** A fresh secret, as text to type and as the address that a square shows. */
export type FreshSecret = { readonly secret: string; readonly address: string }
export const drawSecret = (): string => new Secret({ size: 20 }).base32
export const secretFor = (secret: string, email: string): FreshSecret => ({
  secret,
  address: totpOf(secret, email).toString(),
})

export type Who = {
  readonly accountId: string
  readonly sessionHash: Buffer
  readonly now: Date
}
export type CodeRefusal = { readonly because: 'wrong_code' | 'too_many_codes' | 'already_enrolled' }
type Done = Promise<Result<undefined, CodeRefusal>>

/** The step a code stands for, one step of drift allowed either way; undefined for a wrong one. */
function stepOf(secret: string, code: string, now: Date): number | undefined {
  const delta = totpOf(secret).validate({ token: code, timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / SECONDS) + delta
}

const mayTry = (keyring: Keyring, { accountId, now }: Who): Promise<boolean> =>
  tryAttempt(keyring, 'second_factor', accountId, now, MOST_TRIES, MINUTES)

/** Keeps the secret once its owner has shown that their application makes its codes. */
export async function enrol(keyring: Keyring, who: Who, secret: string, code: string): Done {
  if (!(await mayTry(keyring, who))) return refuse({ because: 'too_many_codes' })
  const step = stepOf(secret, code, who.now)
  if (step === undefined) return refuse({ because: 'wrong_code' })
  const done = await enrolSecret(keyring, who.sessionHash, who.now, secret, step)
  return done ? accept() : refuse({ because: 'already_enrolled' })
}

/** Gives this session its second factor. A code that has served once is refused, to anybody. */
export const passWithCode = (keyring: Keyring, who: Who, code: string): Done =>
  spend(keyring, who, code, useStep)

/** Only with a code: a browser left open is not enough. */
export const removeWithCode = (keyring: Keyring, who: Who, code: string): Done =>
  spend(keyring, who, code, dropSecret)

async function spend(keyring: Keyring, who: Who, code: string, use: typeof useStep): Done {
  if (!(await mayTry(keyring, who))) return refuse({ because: 'too_many_codes' })
  const secret = await secretOf(keyring, who.sessionHash, who.now)
  const step = secret === undefined ? undefined : stepOf(secret, code, who.now)
  if (step === undefined) return refuse({ because: 'wrong_code' })
  return (await use(keyring, who.sessionHash, who.now, step)) ? accept() : refuse({ because: 'wrong_code' })
}

type Kept = { readonly secret: string; readonly accountId: string; readonly until: number }

/** The secret travels sealed in the page that shows it, bound to its account, for a quarter of an hour. */
export const sealForPage = (keyring: Keyring, { accountId, now }: Who, secret: string): string =>
  keyring.secrets
    .seal(JSON.stringify({ secret, accountId, until: now.getTime() + MINUTES * 60_000 } satisfies Kept))
    .toString('base64url')

export function openFromPage(keyring: Keyring, { accountId, now }: Who, sealed: string): string | undefined {
  try {
    const kept = JSON.parse(keyring.secrets.open(Buffer.from(sealed, 'base64url'))) as Kept
    return kept.accountId === accountId && kept.until > now.getTime() ? kept.secret : undefined
  } catch {
    return undefined
  }
}
