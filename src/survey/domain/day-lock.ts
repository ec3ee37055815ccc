import { type Bytes, utf8 } from './bytes.ts'

/** A key for the copies of one day, kept under six digits and a secret that the union gave: what each protects is in docs/decisions/0133. */
export type DayLock = {
  readonly salt: Bytes
  readonly iv: Bytes
  /** The day's key, sealed by what the code and the secret make together. */
  readonly wrapped: Bytes
  /** The union's half, for signing only: it does not leave the browser's store as bytes. */
  readonly secret: CryptoKey
  readonly madeAt: number
  /** Wrong codes in a row. */
  readonly tries: number
}

/** What one visit said, for whoever holds the day's key alone. */
export type SealedCopy = { readonly iv: Bytes; readonly bytes: Bytes }

/** A second on a cheap phone, for each of a million codes. */
const ROUNDS = 600_000
const HOUR = 3_600_000
const LASTS = 12 * HOUR
/** A clock that goes back by more than this was changed by hand. */
const DRIFT = HOUR
export const MOST_TRIES = 10

export const isCode = (typed: string): boolean => /^\d{6}$/.test(typed)

/** Past its twelve hours, or under a clock that was put back. */
export const isOver = ({ madeAt }: Pick<DayLock, 'madeAt'>, now: number): boolean =>
  now > madeAt + LASTS || now < madeAt - DRIFT

const random = (size: number): Bytes => crypto.getRandomValues(new Uint8Array(size))

/** A new key, open, and the lock that keeps it. `secret`: 32 bytes that the union gives to this device. */
export async function makeLock(
  code: string,
  secret: Bytes,
  now: number,
): Promise<{ readonly lock: DayLock; readonly key: CryptoKey }> {
  const half = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  const [salt, iv, raw] = [random(16), random(12), random(32)]
  const over = await overKey(code, salt, half)
  const wrapped = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, over, raw))
  const key = await aes(raw)
  raw.fill(0)
  return { lock: { salt, iv, wrapped, secret: half, madeAt: now, tries: 0 }, key }
}

/** The key, or nothing when it is not that code. */
export async function openLock(
  { salt, iv, wrapped, secret }: DayLock,
  code: string,
): Promise<CryptoKey | undefined> {
  const over = await overKey(code, salt, secret)
  const raw = await opened(over, { name: 'AES-GCM', iv }, wrapped)
  return raw && aes(raw)
}

async function overKey(code: string, salt: Bytes, secret: CryptoKey): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', utf8(code), 'PBKDF2', false, ['deriveBits'])
  const stretch = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS }
  const bits = await crypto.subtle.deriveBits(stretch, typed, 256)
  return aes(await crypto.subtle.sign('HMAC', secret, bits))
}

const aes = (raw: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

const about = (visit: string, iv: Bytes) => ({ name: 'AES-GCM', iv, additionalData: utf8(visit) })

export async function sealCopy(key: CryptoKey, visit: string, said: unknown): Promise<SealedCopy> {
  const iv = random(12)
  const bytes = await crypto.subtle.encrypt(about(visit, iv), key, utf8(JSON.stringify(said)))
  return { iv, bytes: new Uint8Array(bytes) }
}

/** What was said, or nothing when it is of another visit, of another day, or was touched. */
export async function openCopy(key: CryptoKey, visit: string, { iv, bytes }: SealedCopy): Promise<unknown> {
  const text = await opened(key, about(visit, iv), bytes)
  return text && JSON.parse(new TextDecoder().decode(text))
}

const opened = (key: CryptoKey, how: AesGcmParams, bytes: Bytes): Promise<ArrayBuffer | undefined> =>
  crypto.subtle.decrypt(how, key, bytes).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined
    throw error
  })
