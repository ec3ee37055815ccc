/** The sheets that a workbook names, and how heavy its parts say they are, read before it is opened. */
import type { FileKind, FileSheet } from '../domain/inspected-file.ts'
import { FILE_LIMITS } from './limits.ts'
import { Unreadable } from './unreadable.ts'
import { partText, refuseSwollen } from './unpack.ts'
import { type ZipDirectory, zipDirectory } from './zip-directory.ts'

/** What a ZIP file is by the parts it holds: a workbook, another document, or nothing but a ZIP. */
export async function kindOfZip(
  name: string,
  path: string,
): Promise<Extract<FileKind, 'xlsx' | 'ods'> | { other: string } | 'zip'> {
  const zip = await zipDirectory(name, path)
  try {
    const names = new Set(zip.parts.map((part) => part.name.toLowerCase()))
    if (names.has('[content_types].xml')) {
      if (names.has('xl/workbook.xml')) return 'xlsx'
      if (names.has('xl/workbook.bin')) return { other: 'xlsb' }
      return { other: names.has('word/document.xml') ? 'docx' : 'office' }
    }
    if (!names.has('mimetype') || !names.has('content.xml')) return 'zip'
    const kind = await smallPart(name, zip, 'mimetype')
    return kind.includes('opendocument.spreadsheet') ? 'ods' : { other: 'opendocument' }
  } finally {
    zip.close()
  }
}

/** Refuses a workbook whose parts would swell; no part is unfolded for that. */
export async function weighWorkbook(name: string, path: string, kind: 'xlsx' | 'ods'): Promise<void> {
  const zip = await zipDirectory(name, path)
  zip.close()
  for (const part of zip.parts) {
    if (part.isLocked) throw new Unreadable({ because: 'file_locked', name })
    const most = mostOf(part.name, kind)
    if (part.unpacked > most) {
      throw new Unreadable({ because: 'file_too_heavy', name, bytes: part.unpacked, most })
    }
    refuseSwollen(name, part.packed, part.unpacked)
    if (part.unpacked === 0 && part.packed > 64) throw new Unreadable({ because: 'file_damaged', name })
  }
}

function mostOf(part: string, kind: 'xlsx' | 'ods'): number {
  if (kind === 'ods') return FILE_LIMITS.odsContentBytes
  return part.startsWith('xl/worksheets/') ? FILE_LIMITS.sheetBytes : FILE_LIMITS.otherPartBytes
}

const SMALL = 16 * 1024 * 1024

async function smallPart(name: string, zip: ZipDirectory, wanted: string): Promise<string> {
  const part = zip.parts.find((each) => each.name.toLowerCase() === wanted.toLowerCase())
  if (!part || part.unpacked > SMALL) throw new Unreadable({ because: 'file_damaged', name })
  if (part.isLocked) throw new Unreadable({ because: 'file_locked', name })
  return partText(await zip.open(part))
}

export async function sheetsOfXlsx(name: string, path: string): Promise<FileSheet[]> {
  const zip = await zipDirectory(name, path)
  try {
    const xml = await smallPart(name, zip, 'xl/workbook.xml')
    return [...xml.matchAll(/<(?:\w+:)?sheet\s([^>]*)>/g)].map(({ 1: attributes = '' }) => ({
      name: attribute(attributes, 'name'),
      hidden: /^(?:veryHidden|hidden)$/.test(attribute(attributes, 'state')),
    }))
  } finally {
    zip.close()
  }
}

/** A sheet of ODS is hidden by the style it bears. */
export function sheetsOfOds(content: string): FileSheet[] {
  const hidden = new Set<string>()
  for (const { 1: attributes = '', 2: body = '' } of content.matchAll(STYLE)) {
    if (/table:display="false"/.test(body)) hidden.add(attribute(attributes, 'style:name'))
  }
  return [...content.matchAll(/<table:table\s([^>]*)>/g)].map(({ 1: attributes = '' }) => ({
    name: attribute(attributes, 'table:name'),
    hidden: hidden.has(attribute(attributes, 'table:style-name')),
  }))
}

const STYLE = /<style:style\s([^>]*style:family="table"[^>]*[^/])>(.*?)<\/style:style>/gs

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function attribute(attributes: string, name: string): string {
  const raw = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
  return raw.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex: string, decimal: string, word: string) => {
      if (word) return ENTITIES[word] ?? whole
      return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal))
    },
  )
}
