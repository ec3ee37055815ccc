// Files as people hand them over, and as somebody hostile would make them: written here byte by byte, none is a fixture.
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'

const grey = { r: 120, g: 140, b: 160 }
const NOISE = { type: 'gaussian', mean: 128, sigma: 30 } as const

/** A photo as a telephone takes it: lying on its side, with who, when and where. */
export function photoWithGps(width = 400, height = 300): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: grey, noise: NOISE } })
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Telephone', Artist: 'Ines Secret', ImageDescription: 'cuisine secrete' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '43/1 36/1 1/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '1/1 26/1 1/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret/></x:xmpmeta>')
    .jpeg({ quality: 85 })
    .toBuffer()
}

export const picture = (format: 'png' | 'webp' | 'avif' | 'jpeg' | 'gif' | 'tiff', width = 60, height = 40) =>
  sharp({ create: { width, height, channels: 4, background: { ...grey, alpha: 0.5 } } })
    .toFormat(format)
    .toBuffer()

/** 400 million pixels of one colour: some kilobytes on the wire, a gigabyte unfolded. */
export function pngBomb(side = 20_000): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const rows = deflateSync(Buffer.alloc(side * 3 + 1), { level: 9 })
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  crc.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, crc])
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}

export type PdfObject = string | { readonly dict: string; readonly stream: Uint8Array }
export type PdfObjects = Readonly<Record<number, PdfObject>>

/** A PDF with these objects, the first being its catalogue. @param packed those without a stream go into an object stream. */
export function pdf(objects: PdfObjects, { packed = false, trailer = '' } = {}): Buffer {
  const numbers = Object.keys(objects).map(Number)
  const inside = packed ? numbers.filter((n) => typeof objects[n] === 'string') : []
  const [container, table] = [Math.max(...numbers) + 1, Math.max(...numbers) + 2]
  const written: PdfObjects =
    inside.length === 0 ? objects : { ...objects, [container]: objectStream(objects, inside) }
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const rows = new Map<number, readonly number[]>(inside.map((n, i) => [n, [2, container, i]]))
  const end = (): number => parts.reduce((sum, part) => sum + part.length, 0)
  for (const n of Object.keys(written).map(Number)) {
    if (inside.includes(n)) continue
    rows.set(n, [1, end(), 0])
    parts.push(objectBytes(n, written[n] ?? ''))
  }
  const start = end()
  rows.set(table, [1, start, 0])
  const index = Buffer.alloc((table + 1) * 7)
  for (const [n, [type = 0, where = 0, order = 0]] of rows) {
    index.writeUInt8(type, n * 7)
    index.writeUInt32BE(where, n * 7 + 1)
    index.writeUInt16BE(order, n * 7 + 5)
  }
  const dict = `/Type/XRef/Size ${table + 1}/W[1 4 2]/Root 1 0 R${trailer}`
  parts.push(objectBytes(table, { dict, stream: index }), Buffer.from(`startxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

function objectStream(objects: PdfObjects, inside: readonly number[]): PdfObject {
  let [heads, bodies] = ['', '']
  for (const n of inside) {
    const body = objects[n]
    heads += `${n} ${bodies.length} `
    bodies += typeof body === 'string' ? `${body} ` : ''
  }
  const dict = `/Type/ObjStm/N ${inside.length}/First ${heads.length}/Filter/FlateDecode`
  return { dict, stream: deflateSync(Buffer.from(heads + bodies, 'latin1')) }
}

function objectBytes(n: number, object: PdfObject): Buffer {
  if (typeof object === 'string') return Buffer.from(`${n} 0 obj\n${object}\nendobj\n`, 'latin1')
  const head = `${n} 0 obj\n<<${object.dict}/Length ${object.stream.length}>>\nstream\n`
  return Buffer.concat([Buffer.from(head, 'latin1'), object.stream, Buffer.from('\nendstream\nendobj\n')])
}

const text = (said: string): PdfObject => ({
  dict: '',
  stream: Buffer.from(`BT /F1 20 Tf 20 100 Td (${said}) Tj ET`, 'latin1'),
})

/** One page that says something. */
export const letter = (said = 'Bonjour'): PdfObjects => ({
  1: '<</Type/Catalog/Pages 2 0 R>>',
  2: '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
  4: text(said),
  5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
})

/** The same, with everything that a PDF can start, hide or tell. */
export const hostileLetter: PdfObjects = {
  ...letter(),
  1: `<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R/AA<</WC 6 0 R>>/Metadata 10 0 R/AcroForm<</Fields[9 0 R]/XFA 10 0 R>>
    /Names<</JavaScript<</Names[(a) 6 0 R]>>/EmbeddedFiles<</Names[(secret.exe) 7 0 R]>>>>>>`,
  3: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/AA<</O 6 0 R>>/Annots[9 0 R 11 0 R 12 0 R]
    /Resources<</Font<</F1 5 0 R>>/XObject<</X 13 0 R>>>>/PieceInfo<</A<</Private(secret)>>>>>>`,
  6: '<</Type/Action/S/JavaScript/JS(app.alert\\("secret"\\))/Next 14 0 R>>',
  7: '<</Type/Filespec/F(secret.exe)/EF<</F 8 0 R>>>>',
  8: { dict: '/Type/EmbeddedFile', stream: Buffer.from('MZ secret') },
  9: '<</Type/Annot/Subtype/Widget/FT/Tx/T(n)/V(rempli)/Rect[20 20 90 40]/DA(/F1 10 Tf)/AA<</K 6 0 R>>>>',
  10: { dict: '/Type/Metadata/Subtype/XML', stream: Buffer.from('<x>secret</x>') },
  11: '<</Type/Annot/Subtype/Link/Rect[0 0 50 20]/A<</S/Launch/F(secret.exe)>>>>',
  12: '<</Type/Annot/Subtype/FileAttachment/Rect[0 0 20 20]/FS 7 0 R>>',
  13: {
    dict: '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Metadata 10 0 R/PieceInfo<</A<</Private(secret)>>>>/AA<</O 6 0 R>>',
    stream: Buffer.from('0 0 9 9 re f'),
  },
  14: '<</S/Launch/F(secret.exe)>>',
}

/** A page that is a scanned photo, with where it was taken. */
export const scannedLetter = (jpeg: Uint8Array, width: number, height: number): PdfObjects => ({
  ...letter(),
  3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>',
  4: { dict: '', stream: Buffer.from('300 0 0 200 0 0 cm /I Do') },
  5: {
    dict: `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`,
    stream: jpeg,
  },
})
