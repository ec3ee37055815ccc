import { accept, refuse, type Result } from '../../kernel/result.ts'
import { base64url, type Bytes, fromBase64url, sha256Of, utf8 } from './bytes.ts'
import { canonicalJson, type Json } from '../../kernel/canonical-json.ts'
import {
  type Envelope,
  type EnvelopeRefusal,
  envelopeBytes,
  type Head,
  headBytes,
  LARGEST_ENVELOPE,
} from './envelope.ts'

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const

/** An event that nobody reads any more but the campaign, and the fingerprint its receipt must echo. */
export type Sealed = { readonly envelope: Envelope; readonly bytes: Bytes; readonly sha256: string }

/** What the device knows of an envelope before it is sealed: the rest of the head is made here. */
export type HeadBefore = Pick<Head, 'device' | 'seq' | 'prev' | 'campaign' | 'key'>

/** A campaign's pair: the public half travels, the private half never reaches a phone. Both are written in base64url. */
export type KeyPair = { readonly publicKey: string; readonly privateKey: string }

export async function newKeyPair(subtle: SubtleCrypto = crypto.subtle): Promise<KeyPair> {
  const pair = await subtle.generateKey(CURVE, true, ['deriveBits'])
  const [raw, pkcs8] = await Promise.all([
    subtle.exportKey('raw', pair.publicKey),
    subtle.exportKey('pkcs8', pair.privateKey),
  ])
  return { publicKey: base64url(new Uint8Array(raw)), privateKey: base64url(new Uint8Array(pkcs8)) }
}

/** @throws when the text is no key: keys come from our own server. */
export const publicKeyOf = (text: string, subtle: SubtleCrypto = crypto.subtle): Promise<CryptoKey> =>
  subtle.importKey('raw', fromBase64url(text) ?? new Uint8Array(), CURVE, true, [])

/** @throws when the text is no key. */
export const privateKeyOf = (text: string, subtle: SubtleCrypto = crypto.subtle): Promise<CryptoKey> =>
  subtle.importKey('pkcs8', fromBase64url(text) ?? new Uint8Array(), CURVE, false, ['deriveBits'])

/** Seals an event the moment it is recorded: a new ephemeral key each time, so that even this phone cannot open it. */
export async function seal(
  event: { readonly id: string },
  publicKey: CryptoKey,
  before: HeadBefore,
  subtle: SubtleCrypto = crypto.subtle,
): Promise<Result<Sealed, EnvelopeRefusal>> {
  const ephemeral = await subtle.generateKey(CURVE, false, ['deriveBits'])
  const epk = base64url(new Uint8Array(await subtle.exportKey('raw', ephemeral.publicKey)))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const { device, seq, prev, campaign, key } = before
  const head: Head = { v: 1, id: event.id, device, seq, prev, campaign, key, epk, iv: base64url(iv) }
  const box = await subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: headBytes(head) },
    await boxKey(ephemeral.privateKey, publicKey, ['encrypt'], subtle),
    utf8(canonicalJson(event as Json)),
  )
  const envelope = { ...head, box: base64url(new Uint8Array(box)) }
  const bytes = envelopeBytes(envelope)
  if (bytes.length > LARGEST_ENVELOPE) return refuse({ because: 'too_large' })
  return accept({ envelope, bytes, sha256: await sha256Of(bytes, subtle) })
}

export type UnsealRefusal = { readonly because: 'does_not_open' | 'another_event_inside' }

/** What was said, as it was said: `readEvent` reads it. A head or a box that was altered does not open. */
export async function unseal(
  envelope: Envelope,
  privateKey: CryptoKey,
  subtle: SubtleCrypto = crypto.subtle,
): Promise<Result<unknown, UnsealRefusal>> {
  const told = await openedBox(envelope, privateKey, subtle).catch(() => undefined)
  if (typeof told !== 'object' || told === null) return refuse({ because: 'does_not_open' })
  if ((told as Record<string, unknown>)['id'] !== envelope.id)
    return refuse({ because: 'another_event_inside' })
  return accept(told)
}

async function openedBox(envelope: Envelope, privateKey: CryptoKey, subtle: SubtleCrypto): Promise<unknown> {
  const [iv, box] = [fromBase64url(envelope.iv), fromBase64url(envelope.box)]
  if (!iv || !box) return undefined
  const key = await boxKey(privateKey, await publicKeyOf(envelope.epk, subtle), ['decrypt'], subtle)
  const opened = await subtle.decrypt({ name: 'AES-GCM', iv, additionalData: headBytes(envelope) }, key, box)
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(opened))
}

async function boxKey(
  own: CryptoKey,
  theirs: CryptoKey,
  use: KeyUsage[],
  subtle: SubtleCrypto,
): Promise<CryptoKey> {
  const shared = await subtle.deriveBits({ name: 'ECDH', public: theirs }, own, 256)
  const secret = await subtle.importKey('raw', shared, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8('palier survey 1') }
  return subtle.deriveKey(how, secret, { name: 'AES-GCM', length: 256 }, false, use)
}
