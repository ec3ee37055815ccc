import { sha1 } from './sha1.ts'

/** An id that says what it names: an `Id<'home'>` cannot be given where an `Id<'person'>` is wanted. */
export type Id<B extends string> = string & { readonly __id: B }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Lower case only, as PostgreSQL writes it: one id has one spelling, so addresses and comparisons agree. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** Reads an id that came from an address, a form or a row. */
export function parseId<B extends string>(text: string): Id<B> | undefined {
  return isUuid(text) ? (text as Id<B>) : undefined
}

/** UUIDv7 (RFC 9562 §5.7): ids made later sort later, which keeps indexes dense. */
export function newId<B extends string>(
  now: Date,
  random: Uint8Array = crypto.getRandomValues(new Uint8Array(10)),
): Id<B> {
  const bytes = new Uint8Array(16)
  const clock = new DataView(bytes.buffer)
  clock.setUint16(0, Math.floor(now.getTime() / 2 ** 32))
  clock.setUint32(2, now.getTime() % 2 ** 32)
  bytes.set(random.subarray(0, 10), 6)
  return written<B>(bytes, 7)
}

/**
 * A UUIDv5 of these parts, so that two phones without network name the same thing alike. The parts are joined as
 * JSON, because « B1 » + « 2 » and « B » + « 12 » are two places; and composed (NFC), because keyboards differ.
 */
export function nameId<B extends string>(namespace: string, ...parts: readonly string[]): Id<B> {
  return nameUuid<B>(namespace, JSON.stringify(parts.map((part) => part.normalize('NFC'))))
}

/** UUIDv5 (RFC 9562 §5.5) of one name, as any other program would compute it. */
export function nameUuid<B extends string>(namespace: string, name: string): Id<B> {
  if (!isUuid(namespace)) throw new TypeError(`not a UUID: ${namespace}`)
  const space = Array.from(namespace.replaceAll('-', '').matchAll(/../g), ([byte]) =>
    Number.parseInt(byte, 16),
  )
  return written<B>(sha1(new Uint8Array([...space, ...new TextEncoder().encode(name)])).subarray(0, 16), 5)
}

function written<B extends string>(bytes: Uint8Array, version: 5 | 7): Id<B> {
  bytes[6] = (version << 4) | ((bytes[6] ?? 0) & 0x0f)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return groups.join('-') as Id<B>
}
