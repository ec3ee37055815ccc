/** What a file is, by its first bytes. */
import { fileTypeFromBuffer } from 'file-type'
import { open } from 'node:fs/promises'

export type FileLook =
  | 'gzip'
  | 'zip'
  | 'parquet'
  | 'ole'
  | 'text'
  | { readonly other: string | null }
  | 'locked_parquet'

const HEAD = 64 * 1024

export async function lookOf(path: string): Promise<FileLook> {
  const file = await open(path)
  const head = Buffer.alloc(HEAD)
  try {
    const { bytesRead } = await file.read(head, 0, HEAD, 0)
    return await lookOfHead(head.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

const MARKS: readonly (readonly [hex: string, look: FileLook])[] = [
  ['1f8b', 'gzip'],
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['50415231', 'parquet'],
  ['50415245', 'locked_parquet'],
  ['d0cf11e0a1b11ae1', 'ole'],
]

/** Languages that are text and no table. */
const PAGES: readonly (readonly [begins: RegExp, name: string])[] = [
  [/^%PDF-/, 'pdf'],
  [/^\{\\rtf/, 'rtf'],
  [/^<(?:!doctype html|html|table|head|body|meta)/i, 'html'],
  [/^<\?xml|^<\w+:?\w*[\s>]/, 'xml'],
  [/^[[{]\s*(?:["{[]|\})/, 'json'],
]

async function lookOfHead(head: Buffer): Promise<FileLook> {
  const hex = head.toString('hex', 0, 8)
  const marked = MARKS.find(([mark]) => hex.startsWith(mark))
  if (marked) return marked[1]
  const isWide = hex.startsWith('fffe') || hex.startsWith('feff')
  const begins = head
    .toString('latin1', 0, 200)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  const page = PAGES.find(([pattern]) => pattern.test(begins))
  if (page) return { other: page[1] }
  if (isWide || isText(head)) return 'text'
  return { other: (await fileTypeFromBuffer(head))?.ext ?? null }
}

/** Text has no NUL and hardly a control character. */
function isText(head: Buffer): boolean {
  const controls = head.reduce((n, byte) => (byte < 9 || (byte > 13 && byte < 32) ? n + 1 : n), 0)
  return !head.includes(0) && controls <= head.length / 200
}
