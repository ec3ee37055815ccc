/** The directory of a ZIP file: what it holds and how heavy it says each part is, before any part is unfolded. */
import type { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { type Entry, open, type ZipFile, type ZipFileOptions } from 'yauzl'
import { FILE_LIMITS } from './limits.ts'
import { Unreadable } from './unreadable.ts'

export type ZipPart = {
  readonly name: string
  readonly packed: number
  readonly unpacked: number
  readonly isLocked: boolean
  readonly entry: Entry
}

export type ZipDirectory = {
  readonly parts: readonly ZipPart[]
  /** Fails where the part is heavier than it said. */
  open(part: ZipPart): Promise<Readable>
  close(): void
}

/** Reads the directory only; refuses what is no whole ZIP. */
export async function zipDirectory(name: string, path: string): Promise<ZipDirectory> {
  const zip = await openZip(path).catch((error: unknown) => {
    const isCut = error instanceof Error && /end of central directory|too short/i.test(error.message)
    throw new Unreadable({ because: isCut ? 'file_cut_short' : 'file_damaged', name })
  })
  if (zip.entryCount > FILE_LIMITS.archiveEntries) {
    zip.close()
    throw new Unreadable({ because: 'file_damaged', name })
  }
  const parts = await partsOf(zip).catch(() => {
    zip.close()
    throw new Unreadable({ because: 'file_damaged', name })
  })
  const openPart = promisify<Entry, ZipFileOptions, Readable>(zip.openReadStream.bind(zip))
  return { parts, open: (part) => openPart(part.entry, {}), close: () => zip.close() }
}

function openZip(path: string): Promise<ZipFile> {
  return new Promise((done, fail) => {
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error) fail(error)
      else done(zip)
    })
  })
}

function partsOf(zip: ZipFile): Promise<ZipPart[]> {
  const parts: ZipPart[] = []
  return new Promise((done, fail) => {
    zip.on('error', fail)
    zip.on('end', () => done(parts))
    zip.on('entry', (entry: Entry) => {
      const { fileName: name, compressedSize: packed, uncompressedSize: unpacked } = entry
      if (!name.endsWith('/')) parts.push({ name, packed, unpacked, isLocked: entry.isEncrypted(), entry })
      zip.readEntry()
    })
    zip.readEntry()
  })
}
