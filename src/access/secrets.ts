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
  /** The same for a file, under a key of this purpose and bound to what it is about: moved elsewhere, it does not open. */
  sealBytes(purpose: string, about: string, bytes: Uint8Array): Buffer
  /** @throws when the bytes were altered, sealed elsewhere, for another purpose or about something else. */
  openBytes(purpose: string, about: string, sealed: Uint8Array): Buffer
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
    seal: (text) => sealed(sealing, '', Buffer.from(text, 'utf8')),
    open: (bytes) => opened(sealing, '', bytes).toString('utf8'),
    sealBytes: (purpose, about, bytes) => sealed(keyFor(`seal:${purpose}`), about, bytes),
    openBytes: (purpose, about, bytes) => opened(keyFor(`seal:${purpose}`), about, bytes),
  }
}

function sealed(key: KeyObject, about: string, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  cipher.setAAD(Buffer.from(about, 'utf8'))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function opened(key: KeyObject, about: string, bytes: Uint8Array): Buffer {
  const nonce = bytes.subarray(0, NONCE)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG })
  decipher.setAAD(Buffer.from(about, 'utf8'))
  decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()])
}

/** 256 random bits, for a link or a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Compares without telling by its duration where two values differ. */
export const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b)
