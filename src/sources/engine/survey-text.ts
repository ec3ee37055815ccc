/** One pass over a whole file: its fingerprint, and what its bytes say of its encoding. */
import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileEncoding } from '../domain/inspected-file.ts'

export type TextSurvey = {
  readonly sha256: string
  readonly bytes: number
  readonly bom: boolean
  readonly encoding: FileEncoding
  /** Holds bytes that no text holds. */
  readonly isBinary: boolean
  /** A line with nothing on it stands between others, or inside a quoted cell. */
  readonly hasBlankLines: boolean
}

export type Watch = {
  readonly onBytes?: ((bytesRead: number) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const CHUNK = 1024 * 1024

export async function surveyText(path: string, watch: Watch = {}): Promise<TextSurvey> {
  const hash = createHash('sha256')
  const utf8 = utf8Check()
  const blank = blankLineCheck()
  let head: Buffer | undefined
  let bytes = 0
  let hasNul = false
  for await (const chunk of chunksOf(path, watch.signal)) {
    head ??= Buffer.from(chunk.subarray(0, 3))
    bytes += chunk.length
    hash.update(chunk)
    utf8.push(chunk)
    blank.push(chunk)
    hasNul ||= chunk.includes(0)
    watch.onBytes?.(bytes)
  }
  const { encoding, bom } = byMark(head) ?? { encoding: undefined, bom: false }
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be'
  return {
    sha256: hash.digest('hex'),
    bytes,
    bom,
    encoding: isWide || utf8.isValid() ? (encoding ?? 'utf-8') : await oneByteEncoding(path, watch.signal),
    isBinary: hasNul && !isWide,
    hasBlankLines: blank.found(),
  }
}

/** The bytes of a file, a piece at a time, each in the place of the one before: what is kept of it is copied. */
export async function* chunksOf(path: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const file = await open(path)
  const chunk = Buffer.allocUnsafeSlow(CHUNK)
  try {
    for (;;) {
      signal?.throwIfAborted()
      const { bytesRead } = await file.read(chunk, 0, CHUNK)
      if (bytesRead === 0) return
      yield chunk.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}

function byMark(head: Buffer | undefined): { encoding: FileEncoding; bom: true } | undefined {
  if (!head) return undefined
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bom: true }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bom: true }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bom: true }
  return undefined
}

/** Valid as a whole: a character may lie across two chunks. */
function utf8Check() {
  let held: Buffer = Buffer.alloc(0)
  let valid = true
  return {
    push: (chunk: Buffer): void => {
      if (!valid) return
      const seam = held.length > 0 ? lengthOf(held[0] ?? 0) - held.length : 0
      const crossing = Buffer.concat([held, chunk.subarray(0, seam)])
      const rest = chunk.subarray(seam)
      const cut = rest.length - unfinished(rest)
      valid = (chunk.length < seam || isUtf8(crossing)) && isUtf8(rest.subarray(0, cut))
      held = chunk.length < seam ? crossing : Buffer.from(rest.subarray(cut))
    },
    isValid: () => valid && held.length === 0,
  }
}

/** Bytes of a character, by its first. */
function lengthOf(byte: number): number {
  return byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
}

/** How many bytes at the end begin a character that is not whole yet. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < lengthOf(byte) ? back : 0
  }
  return 0
}

function blankLineCheck() {
  let tail: Buffer = Buffer.alloc(0)
  let seen = false
  let isBetween = false
  return {
    push: (chunk: Buffer): void => {
      if (isBetween) return
      const crosses = firstBlank(Buffer.concat([tail, chunk.subarray(0, 2)])) >= 0
      const at = seen || crosses ? 0 : firstBlank(chunk)
      seen ||= at >= 0
      if (seen) isBetween = chunk.subarray(Math.max(0, at)).some((byte) => byte !== 10 && byte !== 13)
      tail = Buffer.from(chunk.subarray(-2))
    },
    found: () => isBetween,
  }
}

function firstBlank(bytes: Buffer): number {
  const found = [bytes.indexOf('\n\n'), bytes.indexOf('\n\r\n'), bytes.indexOf('\r\r')].filter(
    (at) => at >= 0,
  )
  return found.length > 0 ? Math.min(...found) : -1
}

/**
 * Neither encoding forbids a byte. 0x80 to 0x9F are letters and signs in windows-1252, controls in ISO-8859-15; where
 * there is none, ISO-8859-15 shows by its euro (0xA4) or by an œ in a word (0xBD, «½» in windows-1252).
 */
async function oneByteEncoding(path: string, signal?: AbortSignal): Promise<FileEncoding> {
  let hasEuro = false
  let hasLigature = false
  for await (const chunk of chunksOf(path, signal)) {
    const text = chunk.toString('latin1')
    if (/[\u0080-\u009f]/.test(text)) return 'windows-1252'
    hasEuro ||= text.includes('\u00a4')
    hasLigature ||= /(?:^|[\sA-Za-z])[\u00bc\u00bd][A-Za-z]/.test(text)
  }
  return hasEuro || hasLigature ? 'iso-8859-15' : 'windows-1252'
}
