import { isUuid } from '../../kernel/ids.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { type Bytes, fromBase64url, utf8 } from './bytes.ts'
import { canonicalJson } from '../../kernel/canonical-json.ts'

/** What travels in clear: enough to receive, order and notice what lacks; nothing of what was said. */
export type Head = {
  readonly v: 1
  /** The id of the event inside. */
  readonly id: string
  readonly device: string
  /** Counts from 1 on each device: it alone orders what a device wrote. */
  readonly seq: number
  /** The fingerprint of the device's previous envelope; empty on the first. */
  readonly prev: string
  readonly campaign: string
  /** Which key of the campaign it is sealed to. */
  readonly key: string
  /** The ephemeral public key, raw P-256, and the initial vector: base64url. */
  readonly epk: string
  readonly iv: string
}

export type Envelope = Head & { readonly box: string }

export type EnvelopeRefusal = { readonly because: 'too_large' | 'not_an_envelope' }

/** The largest envelope: an event is words, never a photo. */
export const LARGEST_ENVELOPE = 64 * 1024

/** Two thousand million events: more than any phone writes. */
const LAST_SEQ = 2 ** 31 - 1
const IV_BYTES = 12
const RAW_P256_BYTES = 65

/** The bytes that travel and are hashed: canonical, so that the same envelope has one fingerprint everywhere. */
export const envelopeBytes = (envelope: Envelope): Bytes => utf8(canonicalJson(envelope))

/** What the seal vouches for beside the box: a head moved to another box does not open. */
export const headBytes = ({ v, id, device, seq, prev, campaign, key, epk, iv }: Head): Bytes =>
  utf8(canonicalJson({ v, id, device, seq, prev, campaign, key, epk, iv }))

/** Reads what arrived. Anything but the canonical bytes of a whole envelope is refused, a truncated body first. */
export function readEnvelope(bytes: Uint8Array): Result<Envelope, EnvelopeRefusal> {
  if (bytes.length > LARGEST_ENVELOPE) return refuse({ because: 'too_large' })
  const envelope = envelopeIn(bytes)
  if (!envelope || !sameBytes(envelopeBytes(envelope), bytes)) return refuse({ because: 'not_an_envelope' })
  return accept(envelope)
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, at) => byte === b[at])

function envelopeIn(bytes: Uint8Array): Envelope | undefined {
  try {
    const said: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return isEnvelope(said) ? said : undefined
  } catch {
    return undefined
  }
}

function isEnvelope(said: unknown): said is Envelope {
  if (typeof said !== 'object' || said === null) return false
  const { v, seq, prev, epk, iv, box, ...ids } = said as Record<string, unknown>
  const named = ['id', 'device', 'campaign', 'key']
  if (Object.keys(ids).length !== named.length || !named.every((name) => isId(ids[name]))) return false
  if (
    v !== 1 ||
    !Number.isSafeInteger(seq) ||
    Number(seq) < 1 ||
    Number(seq) > LAST_SEQ ||
    !isPrevious(prev, Number(seq))
  )
    return false
  return bytesIn(epk) === RAW_P256_BYTES && bytesIn(iv) === IV_BYTES && bytesIn(box) > 16
}

const isId = (value: unknown): boolean => typeof value === 'string' && isUuid(value)
const isPrevious = (prev: unknown, seq: number): boolean =>
  typeof prev === 'string' && (seq === 1 ? prev === '' : /^[0-9a-f]{64}$/.test(prev))
const bytesIn = (value: unknown): number =>
  typeof value === 'string' ? (fromBase64url(value)?.length ?? 0) : 0
