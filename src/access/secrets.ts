import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import type { KeyObject } from 'node:crypto'

/** What an installation's secret does: keyed hashes of tokens and addresses, sealed bodies. It is never stored. */
export type Secrets = {
  /** HMAC-SHA256 of `text`, different for each purpose: a stolen table gives no token back. */
  hash(purpose: string, text: string): Buffer
  /** AES-256-GCM; only `open` of the same installation reads it. */
  seal(text: string): Buffer
  /** @throws when the bytes were altered or sealed elsewhere. */
  open(sealed: Buffer): string
}

const NONCE = 12
const TAG = 16

export function secretsOf(secret: string): Secrets {
  const keys = new Map<string, KeyObject>()
  const keyFor = (purpose: string): KeyObject => {
    const known = keys.get(purpose)
    if (known) return known
    const made = createSecretKey(createHmac('sha256', secret).update(`key:${purpose}`).digest())
    keys.set(purpose, made)
    return made
  }
  const sealing = keyFor('seal')
  return {
    hash: (purpose, text) => createHmac('sha256', keyFor(purpose)).update(text).digest(),
    seal(text) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(0, NONCE))
      decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG))
      return decipher.update(sealed.subarray(NONCE + TAG), undefined, 'utf8') + decipher.final('utf8')
    },
  }
}

/** 256 random bits, for a link or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Compares without telling by its duration where two values differ. */
export const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)
