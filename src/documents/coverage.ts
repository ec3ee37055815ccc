/** Which signs a font can draw: its `cmap` table, as OpenType 1.9 writes it (formats 4 and 12). */

export type Covers = (codePoint: number) => boolean
type Range = readonly [first: number, last: number]

/** A sign that no font draws would refuse the whole document (PDF/UA-1), so it is looked for before. */
export function coverageOf(fonts: readonly Buffer[]): Covers {
  const ranges = fonts.flatMap(rangesOf).toSorted(([a], [b]) => a - b)
  const joined = joinRanges(ranges)
  return (codePoint) => {
    const at = joined.findLastIndex(([first]) => first <= codePoint)
    return codePoint <= (joined[at]?.[1] ?? -1)
  }
}

function joinRanges(ranges: readonly Range[]): readonly Range[] {
  const joined: [number, number][] = []
  for (const [first, last] of ranges) {
    const previous = joined.at(-1)
    if (previous && first <= previous[1] + 1) previous[1] = Math.max(previous[1], last)
    else joined.push([first, last])
  }
  return joined
}

function rangesOf(font: Buffer): Range[] {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, n) => 12 + n * 16)
  const entry = tables.find((at) => font.toString('latin1', at, at + 4) === 'cmap')
  if (entry === undefined) return []
  const cmap = font.readUInt32BE(entry + 8)
  const offsets = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, n) =>
    font.readUInt32BE(cmap + 4 + n * 8 + 4),
  )
  return [...new Set(offsets)].flatMap((offset) => subtable(font.subarray(cmap + offset)))
}

function subtable(table: Buffer): Range[] {
  const format = table.readUInt16BE(0)
  if (format === 12) {
    return Array.from({ length: table.readUInt32BE(12) }, (_, n) => [
      table.readUInt32BE(16 + n * 12),
      table.readUInt32BE(20 + n * 12),
    ])
  }
  return format === 4 ? segments(table) : []
}

/** Within a segment a sign may still lead to glyph 0, which draws nothing: each one is asked. */
function segments(table: Buffer): Range[] {
  const size = table.readUInt16BE(6)
  const ranges: Range[] = []
  for (let at = 0; at < size; at += 2) {
    const last = table.readUInt16BE(14 + at)
    const first = table.readUInt16BE(16 + size + at)
    for (let code = first; code <= last && code < 0xffff; code++) {
      if (glyphIn(table, size, at, code) !== 0) ranges.push([code, code])
    }
  }
  return ranges
}

function glyphIn(table: Buffer, size: number, at: number, code: number): number {
  const first = table.readUInt16BE(16 + size + at)
  const delta = table.readUInt16BE(16 + 2 * size + at)
  const place = 16 + 3 * size + at
  const offset = table.readUInt16BE(place)
  if (offset === 0) return (code + delta) & 0xffff
  const glyph = table.readUInt16BE(place + offset + 2 * (code - first))
  return glyph === 0 ? 0 : (glyph + delta) & 0xffff
}
