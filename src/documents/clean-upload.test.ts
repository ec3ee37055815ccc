import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import * as mupdf from 'mupdf'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import {
  hostileLetter,
  letter,
  pdf,
  type PdfObjects,
  photoWithGps,
  picture,
  pngBomb,
  scannedLetter,
} from '../../tools/testing/uploads.ts'
import { cleanUpload } from './clean-upload.ts'
import { type CleanFile, MOST_BYTES } from './upload.ts'

async function cleaned(bytes: Uint8Array): Promise<CleanFile> {
  const result = await cleanUpload(bytes)
  if (!result.ok) throw new Error(`refused: ${result.refusal.because}`)
  return result.value
}
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')
const refused = (because: string) => ({ ok: false, refusal: { because } })

describe('a photo', () => {
  it('comes out upright, without where, when and by whom, and can be recognised by its fingerprint', async () => {
    const taken = await photoWithGps()
    const before = await sharp(taken).metadata()
    expect([before.exif !== undefined, before.xmp !== undefined, before.orientation]).toEqual([true, true, 6])
    const { mediaType, bytes, sha256 } = await cleaned(taken)
    const after = await sharp(bytes).metadata()
    expect(mediaType).toBe('image/jpeg')
    expect(after).toMatchObject({ format: 'jpeg', width: 300, height: 400 })
    for (const kind of ['exif', 'xmp', 'iptc', 'icc', 'orientation', 'comments'] as const)
      expect(after[kind], kind).toBeUndefined()
    expect(latin1(taken)).toMatch(/Ines Secret/)
    expect(latin1(bytes)).not.toMatch(/Exif\0|Ines Secret|xmpmeta|Telephone/)
    expect(Buffer.from(sha256)).toEqual(createHash('sha256').update(bytes).digest())
  })

  it.each(['png', 'webp'] as const)('a %s stays one, and what is transparent stays so', async (format) => {
    const { mediaType, bytes } = await cleaned(await picture(format))
    expect(mediaType).toBe(`image/${format}`)
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 60, height: 40, hasAlpha: true })
  })

  it('of one pixel is a photo', async () => {
    const { bytes } = await cleaned(await picture('png', 1, 1))
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1, height: 1 })
  })

  it('of twelve million pixels comes out at most 2400 a side', async () => {
    const { bytes } = await cleaned(await photoWithGps(4000, 3000))
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 1800, height: 2400 })
    expect(bytes.length).toBeLessThan(MOST_BYTES)
  })

  it('keeps nothing of what was glued behind it', async () => {
    const glued = Buffer.concat([
      await photoWithGps(),
      Buffer.from('PKPKPK<script>alert(1)</script>%PDF-1.7 /JavaScript'),
    ])
    const { bytes } = await cleaned(glued)
    expect(latin1(bytes)).not.toMatch(/script|PKPKPK|JavaScript|%PDF/)
  })
})

describe('what is refused', () => {
  const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
  it.each<[string, () => Promise<Uint8Array> | Uint8Array, string]>([
    ['nothing at all', () => new Uint8Array(), 'empty'],
    ['11 MB', () => Buffer.alloc(11 * 1024 * 1024, 0xff), 'too_large'],
    ['a .jpg that is a page', () => Buffer.from('<!doctype html><script>1</script>'), 'not_photo_nor_pdf'],
    [
      'an SVG',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="1"/>'),
      'not_photo_nor_pdf',
    ],
    ['a .pdf that is a zip', () => Buffer.from('PK\x03\x04\x14\0\0\0\0\0', 'latin1'), 'not_photo_nor_pdf'],
    [
      'a page with a PDF behind',
      () => Buffer.concat([Buffer.from('<html>'), pdf(letter())]),
      'not_photo_nor_pdf',
    ],
    ['a program', () => Buffer.from('MZ\x90\0\x03\0\0\0'), 'not_photo_nor_pdf'],
    ['a word', () => Buffer.from('bonjour'), 'not_photo_nor_pdf'],
    ['a GIF', () => picture('gif'), 'not_photo_nor_pdf'],
    ['a TIFF', () => picture('tiff'), 'not_photo_nor_pdf'],
    ['an AVIF', () => picture('avif'), 'not_photo_nor_pdf'],
    ['a HEIC', () => heic, 'heic'],
    ['400 million pixels', () => pngBomb(), 'too_many_pixels'],
    ['half a photo', async () => (await photoWithGps()).subarray(0, 5_000), 'broken_photo'],
    ['the first bytes of a PNG', () => pngBomb(4).subarray(0, 30), 'broken_photo'],
    ['half a PDF', () => pdf(letter()).subarray(0, 400), 'broken_pdf'],
    ['a PDF of nothing', () => Buffer.from('%PDF-1.7\n%%EOF'), 'broken_pdf'],
    ['a PDF without a page', () => pdf({ ...letter(), 2: '<</Type/Pages/Kids[]/Count 0>>' }), 'broken_pdf'],
    ['a locked PDF', locked, 'locked_pdf'],
    ['a PDF of 201 pages', () => pdf(pages(201)), 'too_many_pages'],
    [
      'a PDF whose image cannot be read',
      () => pdf(scannedLetter(Buffer.from('nothing'), 9, 9)),
      'unsafe_pdf',
    ],
  ])('%s', async (_, make, because) => {
    expect(await cleanUpload(await make())).toEqual(refused(because))
  })

  it(
    'a PDF that unfolds into gigabytes, soon, and the next file is cleaned',
    { timeout: 60_000 },
    async () => {
      const bomb = { dict: '/Filter/FlateDecode', stream: deflateSync(Buffer.alloc(600_000_000, 32)) }
      const asked = cleanUpload(
        pdf({
          ...letter(),
          6: bomb,
          3: '<</Type/Page/Parent 2 0 R/Contents 6 0 R/Resources<<>>/Annots[<</Type/Annot/Subtype/Stamp/Rect[0 0 9 9]/AP<</N 6 0 R>>>>]>>',
        }),
      )
      const next = cleanUpload(pdf(letter()))
      const begun = Date.now()
      const answer = await asked
      expect(Date.now() - begun).toBeLessThan(25_000)
      expect(answer.ok || answer.refusal.because).toBeTruthy()
      expect((await next).ok).toBe(true)
    },
  )
})

const locked = (): Uint8Array =>
  new mupdf.PDFDocument(pdf(letter()))
    .saveToBuffer('encrypt=aes-256,user-password=secret,owner-password=secret')
    .asUint8Array()
    .slice()

function pages(count: number): PdfObjects {
  const numbers = Array.from({ length: count }, (_, i) => i + 10)
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>'
  return {
    ...letter(),
    2: `<</Type/Pages/Count ${count}/Kids[${numbers.map((n) => `${n} 0 R`).join(' ')}]>>`,
    ...Object.fromEntries(numbers.map((n) => [n, page])),
  }
}

/** The file as somebody looking for something would read it: every stream unfolded. */
const unfolded = (bytes: Uint8Array): string =>
  latin1(new mupdf.PDFDocument(bytes).saveToBuffer('decompress').asUint8Array())
const words = (bytes: Uint8Array): string =>
  new mupdf.PDFDocument(bytes).loadPage(0).toStructuredText('').asText()

describe('a PDF', () => {
  it.each([
    ['in the open', false],
    ['in object streams', true],
  ])('loses scripts, actions, files, forms and metadata, %s', async (_, packed) => {
    const hostile = pdf(hostileLetter, { packed, trailer: '/Info<</Author(secret)>>' })
    expect(unfolded(hostile)).toMatch(/\/JavaScript[\s\S]*secret/)
    const { mediaType, bytes } = await cleaned(hostile)
    expect(mediaType).toBe('application/pdf')
    const inside = unfolded(bytes)
    expect(inside).not.toMatch(
      /\/(JavaScript|JS|Launch|OpenAction|AA|EmbeddedFiles?|EF|Filespec|Metadata|PieceInfo|AcroForm|XFA|Names|Author|Annots)\b/,
    )
    expect(inside).not.toMatch(/secret|MZ/)
    expect(words(bytes)).toMatch(/Bonjour/)
  })

  it('keeps what was written in its form, as ink', async () => {
    expect(words((await cleaned(pdf(hostileLetter))).bytes)).toMatch(/rempli/)
  })

  it('finds a name written in another way', async () => {
    const disguised = {
      ...letter(),
      1: '<</Type/Catalog/Pages 2 0 R/Open#41ction<</S/Java#53cript/J#53(secret)>>>>',
    }
    expect(unfolded((await cleaned(pdf(disguised))).bytes)).not.toMatch(/secret|Action/)
  })

  it('refuses what names an action where none should be', async () => {
    const odd = { ...letter(), 5: '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Odd<</S/JavaScript>>>>' }
    expect(await cleanUpload(pdf(odd))).toEqual(refused('unsafe_pdf'))
  })

  it('draws the same photo without where it was taken', async () => {
    const taken = await photoWithGps()
    const scanned = pdf(scannedLetter(taken, 400, 300))
    expect(latin1(scanned)).toMatch(/Ines Secret/)
    const { bytes } = await cleaned(scanned)
    expect(latin1(bytes)).toMatch(/DCTDecode/)
    expect(latin1(bytes)).not.toMatch(/Exif\0|Ines Secret|Telephone|xmpmeta/)
    const drawn = (file: Uint8Array) =>
      new mupdf.PDFDocument(file)
        .loadPage(0)
        .toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceRGB)
        .getPixels()
    expect(Buffer.from(drawn(bytes))).toEqual(Buffer.from(drawn(scanned)))
  })
})
