/** The parts of a workbook, unfolded one by one under a limit that holds whatever its directory says. */
import { fileTypeFromBuffer } from 'file-type'
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { type Entry, fromBuffer, type ZipFile, type ZipFileOptions } from 'yauzl'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { WorkbookRefusal } from '../domain/workbook-refusal.ts'

const MB = 1024 * 1024
export const WORKBOOK_LIMITS = { bytes: 5 * MB, unpackedBytes: 40 * MB, parts: 2000, rows: 10_000 } as const

type Parts = ReadonlyMap<string, string>

export async function unpackWorkbook(bytes: Uint8Array): Promise<Result<Parts, WorkbookRefusal>> {
  if (bytes.length === 0) return refuse({ because: 'file_empty' })
  if (bytes.length > WORKBOOK_LIMITS.bytes)
    return refuse({ because: 'file_too_heavy', most: WORKBOOK_LIMITS.bytes })
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const mark = buffer.toString('hex', 0, 4)
  if (mark === 'd0cf11e0') return refuse({ because: 'old_workbook' })
  if (mark !== '504b0304') return refuse(await otherThing(buffer))
  const zip = await openZip(buffer).catch(() => undefined)
  if (!zip) return refuse({ because: 'file_damaged' })
  try {
    return await partsOf(zip)
  } finally {
    zip.close()
  }
}

const otherThing = async (buffer: Buffer): Promise<WorkbookRefusal> => ({
  because: 'not_a_workbook',
  looksLike: (await fileTypeFromBuffer(buffer))?.ext ?? null,
})

async function partsOf(zip: ZipFile): Promise<Result<Parts, WorkbookRefusal>> {
  const entries = await entriesOf(zip).catch(() => undefined)
  if (!entries) return refuse({ because: 'file_damaged' })
  const refusal = refusalOf(entries)
  if (refusal) return refuse(refusal)
  const parts = new Map<string, string>()
  const open = promisify<Entry, ZipFileOptions, Readable>(zip.openReadStream.bind(zip))
  for (const entry of entries) {
    const text = await textOf(open, entry).catch(() => undefined)
    if (text === undefined) return refuse({ because: 'file_damaged' })
    if (/\.(?:xml|rels)$/i.test(entry.fileName)) parts.set(entry.fileName, text)
  }
  return accept(parts)
}

/** What the directory alone tells, before anything is unfolded. */
function refusalOf(entries: readonly Entry[]): WorkbookRefusal | undefined {
  const names = new Set(entries.map(({ fileName }) => fileName))
  if (!names.has('xl/workbook.xml')) return { because: 'not_a_workbook', looksLike: otherDocument(names) }
  if (entries.some((entry) => entry.isEncrypted())) return { because: 'file_locked' }
  if ([...names].some((name) => /(?:^|\/)(?:vbaProject\.bin$|macrosheets\/)/i.test(name)))
    return { because: 'workbook_has_macros' }
  const most = WORKBOOK_LIMITS.unpackedBytes
  const heavy = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > most
  return heavy || entries.length >= WORKBOOK_LIMITS.parts ? { because: 'file_swells', most } : undefined
}

function otherDocument(names: ReadonlySet<string>): string {
  if (names.has('word/document.xml')) return 'docx'
  if (names.has('xl/workbook.bin')) return 'xlsb'
  return names.has('mimetype') && names.has('content.xml') ? 'ods' : 'zip'
}

const openZip = (buffer: Buffer) =>
  new Promise<ZipFile>((done, fail) => {
    fromBuffer(buffer, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) =>
      error ? fail(error) : done(zip),
    )
  })

function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  return new Promise((done, fail) => {
    zip.on('error', fail)
    zip.on('end', () => done(entries))
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length >= WORKBOOK_LIMITS.parts) done(entries)
      else zip.readEntry()
    })
    zip.readEntry()
  })
}

/** Fails where a part is heavier than it said: the sum of what they say was weighed. */
async function textOf(
  open: (entry: Entry, options: ZipFileOptions) => Promise<Readable>,
  entry: Entry,
): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of await open(entry, {})) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
