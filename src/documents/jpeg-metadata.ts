const [SOI, EOI, SOS, COM] = [0xd8, 0xd9, 0xda, 0xfe]
/** What an image needs to be drawn: JFIF, its colour profile, how its colours were encoded. */
const [APP0, APP2, APP14, APP15] = [0xe0, 0xe2, 0xee, 0xef]

/**
 * The same JPEG without what says where, when and by whom it was taken, nor anything behind its end; its pixels are not
 * touched. Undefined when these bytes cannot be followed to their end.
 */
export function withoutJpegMetadata(bytes: Uint8Array): Uint8Array | undefined {
  const jpeg = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (jpeg[0] !== 0xff || jpeg[1] !== SOI) return undefined
  const kept: Buffer[] = [jpeg.subarray(0, 2)]
  let at = 2
  for (;;) {
    while (jpeg[at] === 0xff && jpeg[at + 1] === 0xff) at++ // a marker may be padded
    const marker = jpeg[at] === 0xff ? jpeg[at + 1] : undefined
    if (marker === undefined) return undefined
    if (marker === EOI) return Buffer.concat([...kept, jpeg.subarray(at, at + 2)])
    if (at + 4 > jpeg.length) return undefined
    const end = at + 2 + jpeg.readUInt16BE(at + 2)
    const next = marker === SOS ? endOfScan(jpeg, end) : end
    if (next > jpeg.length || next <= at) return undefined
    if (isNeeded(marker, jpeg.subarray(at + 4, end))) kept.push(jpeg.subarray(at, next))
    at = next
  }
}

/** Where the drawn data stops: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(jpeg: Buffer, from: number): number {
  for (let at = jpeg.indexOf(0xff, from); at >= 0; at = jpeg.indexOf(0xff, at + 1)) {
    const next = jpeg[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at
  }
  return jpeg.length + 1
}

function isNeeded(marker: number, body: Buffer): boolean {
  if (marker === APP2) return body.toString('latin1', 0, 11) === 'ICC_PROFILE'
  if (marker === APP0 || marker === APP14) return true
  return marker !== COM && (marker < APP0 || marker > APP15)
}
