/** SHA-1 (FIPS 180-4), for names and not for secrets: the same on a phone and on a server, without waiting. */
export function sha1(bytes: Uint8Array): Uint8Array {
  const words = new DataView(new ArrayBuffer(20))
  let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const blocks = padded(bytes)
  for (let at = 0; at < blocks.byteLength; at += 64) state = afterBlock(state, blocks, at)
  for (const [at, word] of state.entries()) words.setUint32(at * 4, word)
  return new Uint8Array(words.buffer)
}

/** The message, a bit that ends it, and its length in bits at the end of whole blocks of 64 bytes. */
function padded(bytes: Uint8Array): DataView {
  const blocks = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  blocks.set(bytes)
  blocks[bytes.length] = 0x80
  const view = new DataView(blocks.buffer)
  view.setUint32(blocks.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(blocks.length - 4, bytes.length << 3)
  return view
}

function afterBlock(before: readonly number[], blocks: DataView, start: number): number[] {
  const schedule = new Uint32Array(80)
  for (let t = 0; t < 16; t += 1) schedule[t] = blocks.getUint32(start + t * 4)
  const old = (t: number): number => schedule[t] ?? 0
  for (let t = 16; t < 80; t += 1)
    schedule[t] = turned(old(t - 3) ^ old(t - 8) ^ old(t - 14) ^ old(t - 16), 1)
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = before
  for (let t = 0; t < 80; t += 1) {
    const { mixed, constant } = roundOf(t, b, c, d)
    const next = (turned(a, 5) + mixed + e + constant + old(t)) >>> 0
    ;[e, d, c, b, a] = [d, c, turned(b, 30), a, next]
  }
  return [a, b, c, d, e].map((word, at) => (word + (before[at] ?? 0)) >>> 0)
}

const turned = (word: number, by: number): number => ((word << by) | (word >>> (32 - by))) >>> 0

function roundOf(t: number, b: number, c: number, d: number): { mixed: number; constant: number } {
  if (t < 20) return { mixed: ((b & c) | (~b & d)) >>> 0, constant: 0x5a827999 }
  if (t < 40) return { mixed: (b ^ c ^ d) >>> 0, constant: 0x6ed9eba1 }
  if (t < 60) return { mixed: ((b & c) | (b & d) | (c & d)) >>> 0, constant: 0x8f1bbcdc }
  return { mixed: (b ^ c ^ d) >>> 0, constant: 0xca62c1d6 }
}
