/** Bytes that WebCrypto accepts: of a memory of their own. */
export type Bytes = Uint8Array<ArrayBuffer>

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text)

export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

export const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** Undefined when the text is not base64url as it is written here: one value has one spelling. */
export function fromBase64url(text: string): Bytes | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined
  const bytes = Uint8Array.from(
    atob(text.replaceAll('-', '+').replaceAll('_', '/')),
    (sign) => sign.codePointAt(0) ?? 0,
  )
  return base64url(bytes) === text ? bytes : undefined
}

/** SHA-256 in hexadecimal: how a receipt names what was received. */
export async function sha256Of(bytes: Bytes, subtle: SubtleCrypto = crypto.subtle): Promise<string> {
  return hexOf(new Uint8Array(await subtle.digest('SHA-256', bytes)))
}
