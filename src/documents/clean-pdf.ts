import * as mupdf from 'mupdf'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { withoutJpegMetadata } from './jpeg-metadata.ts'
import type { Cleaned, UploadRefusal } from './upload.ts'

const MOST_PAGES = 200
const MOST_OBJECTS = 100_000
const DEEPEST = 64

/** Names that start something, carry a file or say who made it; none is needed to show a page. */
const UNWANTED: ReadonlySet<string> = new Set(
  `AA OpenAction JS JavaScript Launch EmbeddedFile EmbeddedFiles EF AF Filespec Metadata PieceInfo LastModified
   RichMedia RichMediaSettings XFA AcroForm Names GoToR GoToE GoTo3DView SubmitForm ImportData Rendition Movie Sound
   Thread OPI Alternates Ref PS Collection DSS Perms Requirements URI IDS`.split(/\s+/),
)
/** In a stream these name a file elsewhere; in a font descriptor nothing of the kind is written. */
const OUTSIDE_STREAM = ['F', 'FFilter', 'FDecodeParms']

mupdf.setLog(null)

/** Thrown where something cannot be taken out for sure. */
class Unsafe extends Error {}

/**
 * Writes a new PDF from what its pages show: page contents and what they draw with. Forms and notes are drawn into the
 * page; the catalogue, where scripts, actions and files live, is not taken along. Read again at the end, to be sure.
 */
export function cleanPdf(bytes: Uint8Array): Result<Cleaned, UploadRefusal> {
  try {
    const source = mupdf.Document.openDocument(bytes, 'application/pdf').asPDF()
    if (!source) return refuse({ because: 'broken_pdf' })
    if (source.needsPassword()) return refuse({ because: 'locked_pdf' })
    const pages = source.countPages()
    if (pages === 0 || (source.wasRepaired() && !hasAnEnd(bytes))) return refuse({ because: 'broken_pdf' })
    if (pages > MOST_PAGES) return refuse({ because: 'too_many_pages' })
    if (source.countObjects() > MOST_OBJECTS) return refuse({ because: 'too_heavy' })
    return accept({ mediaType: 'application/pdf', bytes: rewritten(source, pages) })
  } catch (error) {
    return refuse({ because: error instanceof Unsafe ? 'unsafe_pdf' : 'broken_pdf' })
  }
}

/** A PDF whose table had to be found again is whole only if its last line is there. */
const hasAnEnd = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(-1024)).toString('latin1').includes('%%EOF')

function rewritten(source: mupdf.PDFDocument, pages: number): Uint8Array {
  source.bake(true, true)
  const made = new mupdf.PDFDocument()
  const graft = made.newGraftMap()
  for (let page = 0; page < pages; page++) graft.graftPage(-1, source, page)
  eachObject(made, (object) => {
    for (const key of unwantedKeys(object)) object.delete(key)
    if (object.isStream()) cleanStream(object)
  })
  const written = made.saveToBuffer('garbage=compact,compress=yes').asUint8Array().slice()
  eachObject(new mupdf.PDFDocument(written), (object) => {
    if (unwantedKeys(object).length > 0 || namesSomethingUnwanted(object)) throw new Unsafe()
  })
  return written
}

/** Every dictionary, array and stream of the file, whichever object holds it. */
function eachObject(pdf: mupdf.PDFDocument, act: (object: mupdf.PDFObject) => void): void {
  const walk = (object: mupdf.PDFObject, depth: number): void => {
    if (depth > DEEPEST) throw new Unsafe()
    act(object)
    const inside: mupdf.PDFObject[] = []
    object.forEach((value) => {
      if (!value.isIndirect() && (value.isDictionary() || value.isArray())) inside.push(value)
    })
    for (const value of inside) walk(value, depth + 1)
  }
  for (let number = 1; number < pdf.countObjects(); number++) {
    const object = pdf.newIndirect(number) // only a reference says whether it is a stream
    if (object.isDictionary() || object.isArray() || object.isStream()) walk(object, 0)
  }
}

function unwantedKeys(object: mupdf.PDFObject): readonly string[] {
  if (!object.isDictionary() && !object.isStream()) return []
  const keys: string[] = []
  object.forEach((_, key) => {
    if (UNWANTED.has(String(key))) keys.push(String(key))
  })
  return object.isStream() ? [...keys, ...OUTSIDE_STREAM.filter((k) => !object.get(k).isNull())] : keys
}

function namesSomethingUnwanted(object: mupdf.PDFObject): boolean {
  let found = false
  object.forEach((value) => {
    if (value.isName() && UNWANTED.has(value.asName())) found = true
  })
  return found
}

/** A photo inside a PDF keeps its own metadata: the place it was taken, most of all. */
function cleanStream(object: mupdf.PDFObject): void {
  const filter = object.get('Filter')
  const filters = filter.isArray() ? Array.from({ length: filter.length }, (_, i) => filter.get(i)) : [filter]
  const names = filters.flatMap((f) => (f.isName() ? [f.asName()] : []))
  if (names.includes('JPXDecode')) throw new Unsafe()
  if (!names.includes('DCTDecode')) return
  if (names.length > 1) throw new Unsafe()
  const clean = withoutJpegMetadata(object.readRawStream().asUint8Array().slice())
  if (!clean) throw new Unsafe()
  object.writeRawStream(clean)
}
