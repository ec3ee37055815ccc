import { inflateRawSync } from 'node:zlib'
import * as mupdf from 'mupdf'
import { describe, expect, it } from 'vitest'
import { makeDocx, typesetPdf } from './press.ts'
import type { Json } from './printable.ts'
import { typesetSlip } from './slip.ts'

const letter = (words: string, rtl = false): Json => ({
  title: 'Essai',
  sender: [words],
  addressee: ['Habitat des Deux Rives'],
  sending: null,
  placeAndDay: 'Le 23 novembre 2026',
  object: 'Objet',
  salutation: 'Madame, Monsieur,',
  body: [
    { kind: 'paragraph', text: words },
    { kind: 'quote', text: words, rtl },
    { kind: 'dates', head: ['Date', 'Fait'], rows: [{ when: words, what: words }] },
    { kind: 'list', items: [words] },
  ],
  closing: words,
  signature: [words],
  attachmentsTitle: 'Pièces jointes',
  attachments: [words],
})

const open = (pdf: Uint8Array) => mupdf.PDFDocument.openDocument(pdf, 'application/pdf').asPDF() ?? fail()
const fail = (): never => {
  throw new Error('not a PDF')
}

/** The text of each page as a reader's tools find it, with single spaces and no hyphen at the end of a line. */
function textOf(pdf: Uint8Array): string {
  const doc = open(pdf)
  const pages = Array.from({ length: doc.countPages() }, (_, n) =>
    doc.loadPage(n).toStructuredText('preserve-whitespace').asText(),
  )
  return pages
    .join('\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s+/g, ' ')
}

/** The files of an archive, read from its central directory. */
function unzipSync(zip: Uint8Array): Record<string, Uint8Array> {
  const bytes = Buffer.from(zip)
  const files: Record<string, Uint8Array> = {}
  for (let at = bytes.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0;) {
    const packed = bytes.readUInt32LE(at + 20)
    const nameLength = bytes.readUInt16LE(at + 28)
    const after = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const data = bytes.subarray(start, start + packed)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    files[name] = bytes.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)
    const next = at + 46 + nameLength + after
    at = bytes.toString('latin1', next, next + 4) === 'PK\u0001\u0002' ? next : -1
  }
  return files
}

function fontsOf(pdf: Uint8Array): Set<string> {
  const doc = open(pdf)
  const names = Array.from({ length: doc.countObjects() - 1 }, (_, n) => doc.newIndirect(n + 1).resolve())
    .filter((o) => o.isDictionary() && String(o.get('Type')) === '/FontDescriptor')
    .map((o) => String(o.get('FontName')).replace(/^\/\w{6}\+/, ''))
  return new Set(names)
}

describe('what somebody typed is shown, never interpreted', () => {
  it.each([
    ['#panic("lu")', 'a call of Typst'],
    ['*gras* _penché_ `code`', 'marks of Typst'],
    ['$x^2$ = 4 $', 'its mathematics'],
    ['@absent <absent>', 'its references and labels'],
    ['fin \\ de ligne \\u{1f600}', 'its escapes'],
    ['= Titre, - point, + point, / terme : mot', 'its blocks'],
    ['// note /* note */', 'its comments'],
    ['<b>gras</b> <script>alert(1)</script> &amp;', 'HTML'],
    ['https://exemple.org/#read("/etc/passwd")', 'an address'],
    ['"guillemets" \'droits\' -- ---', 'quotes and dashes stay what they are'],
  ])('%s (%s)', async (words) => {
    const text = textOf(await typesetPdf('letter', letter(words)))
    const unbroken = (read: string) => read.replace(/\s/g, '') // lines end where they must
    expect(unbroken(text).split(unbroken(words)).length - 1).toBe(9) // as many times as the letter says it
  })

  it('300 characters without a space stay on the page', async () => {
    const word = 'Donaudampfschiff'.repeat(19).slice(0, 300)
    const pdf = await typesetPdf('letter', letter(word))
    const page = open(pdf).loadPage(0)
    const [, , width] = page.getBounds()
    const ends: number[] = []
    page
      .toStructuredText('preserve-whitespace')
      .walk({ onChar: (_c, _origin, _font, _size, quad) => ends.push(quad[2]) })
    expect(Math.max(...ends)).toBeLessThan(width)
  })

  it('a sign that no font of ours draws leaves a word in its place', async () => {
    const text = textOf(await typesetPdf('letter', letter('Il fait froid 🥶👨‍👩‍👧 中文 fin')))
    expect(text).toContain('Il fait froid [émoji] [mots dans une écriture qui ne s’imprime pas ici] fin')
  })

  it('Arabic is shaped and read from the right', async () => {
    const words = 'تدفئة'
    const page = open(await typesetPdf('letter', letter(words, true))).loadPage(0)
    const drawn: { sign: string; x: number; font: string }[] = []
    page.toStructuredText('preserve-whitespace').walk({
      onChar: (sign, [x], font) => drawn.push({ sign, x, font: font.getName() }),
    })
    const arabic = drawn.filter(({ sign }) => words.includes(sign))
    expect(new Set(arabic.map(({ sign }) => sign))).toEqual(new Set(words))
    expect(arabic.every(({ font }) => font.endsWith('NotoNaskhArabic-Regular'))).toBe(true)
    // The first letter of the quote stands at the right, near the margin; the last one more to the left.
    const firsts = arabic.filter(({ sign }) => sign === words[0]).map(({ x }) => x)
    const lasts = arabic.filter(({ sign }) => sign === words.at(-1)).map(({ x }) => x)
    expect(Math.max(...firsts)).toBeGreaterThan(450)
    expect(Math.max(...lasts)).toBeLessThan(Math.max(...firsts))
  })
})

describe('a document that everybody can read', () => {
  it('is tagged, in French, titled, and says that it is PDF/UA-1', async () => {
    const pdf = await typesetPdf('letter', letter('Bonjour'))
    const root = open(pdf).getTrailer().get('Root')
    expect(root.get('MarkInfo').get('Marked').asBoolean()).toBe(true)
    expect(root.get('StructTreeRoot').isNull()).toBe(false)
    expect(root.get('Lang').asString()).toBe('fr-FR')
    expect(root.get('ViewerPreferences').get('DisplayDocTitle').asBoolean()).toBe(true)
    const metadata = root.get('Metadata').readStream().asString()
    expect(metadata).toMatch(/<pdfuaid:part>1</)
    expect(metadata).toContain('Essai')
  })

  it('holds its own fonts, the same on every machine', async () => {
    const fonts = fontsOf(await typesetPdf('letter', letter('Bonjour, العربية')))
    expect([...fonts].sort()).toEqual([
      'NotoNaskhArabic-Regular',
      'NotoSans-Regular',
      'NotoSerif-Bold',
      'NotoSerif-Italic',
      'NotoSerif-Regular',
    ])
  })
})

describe('the slip of a follow-up code', () => {
  const slip = { code: '7K3QM2TZ9X', url: 'https://palier.exemple.org/suivi#7K3QM2TZ9X' } as const

  it.each([
    ['fr', 'Suivre ma demande', 'fr-FR'],
    ['ar', 'متابعة طلبي', 'ar'],
    ['en', 'Follow my request', 'en'],
  ] as const)(
    '%s: one A6 page with the code, the address and three languages',
    async (language, title, lang) => {
      const pdf = await typesetSlip({ ...slip, language })
      const doc = open(pdf)
      expect(doc.countPages()).toBe(1)
      const [, , width, height] = doc.loadPage(0).getBounds()
      expect([Math.round(width / 2.8346), Math.round(height / 2.8346)]).toEqual([105, 148])
      expect(doc.getMetaData('info:Title')).toBe(title)
      expect(doc.getTrailer().get('Root').get('Lang').asString()).toBe(lang)
      const text = textOf(pdf)
      expect(text).toContain('7K3QM 2TZ9X')
      expect(text).toContain('palier.exemple.org/suivi')
      expect(text).not.toContain('#') // the fragment is in the square only
      expect(text).toContain('Avec ce code, vous suivez votre demande')
      expect(text).toContain('With this code you follow')
    },
  )

  it('prints an address of a machine at home with its scheme', async () => {
    const pdf = await typesetSlip({
      code: 'AAAAABBBBB',
      url: 'http://localhost:3000/suivi#AAAAABBBBB',
      language: 'fr',
    })
    expect(textOf(pdf)).toContain('http://localhost:3000/suivi')
  })
})

it('an editable letter is French, on A4, with headings, a table and what was typed as it was typed', async () => {
  const docx = await makeDocx({
    title: 'Essai',
    language: 'fr-FR',
    parts: [
      { kind: 'heading', level: 1, text: 'Objet' },
      { kind: 'paragraph', text: 'a <b> & "c" 🥶' },
      { kind: 'quote', text: 'لا توجد تدفئة', rightToLeft: true },
      { kind: 'dates', head: ['Date', 'Fait'], rows: [{ when: 'mars 2026', what: 'Relance' }] },
      { kind: 'list', items: ['Photographie'] },
    ],
  })
  const files = unzipSync(docx)
  const xml = new TextDecoder().decode(files['word/document.xml'])
  const styles = new TextDecoder().decode(files['word/styles.xml'])
  expect(xml).toContain('<w:pStyle w:val="Heading1"/>')
  expect(xml).toMatch(/<w:pgSz w:w="1190[0-9]" w:h="1683[0-9]"/)
  expect(xml).toContain('a &lt;b&gt; &amp; &quot;c&quot; 🥶')
  expect(xml).toMatch(/<w:bidi\/>[^]*<w:rtl\/>[^]*لا توجد تدفئة/)
  expect(xml).toContain('<w:tblHeader/>')
  expect(styles).toContain('w:val="fr-FR"')
  expect(Object.keys(files).filter((name) => /macro|vba|\.bin$/i.test(name))).toEqual([])
})
