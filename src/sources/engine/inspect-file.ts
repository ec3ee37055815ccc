/** What a file of cases is, found in its content: its name proves nothing. */
import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { FileRefusal } from '../domain/file-refusal.ts'
import type { FileEncoding, FileKind, InspectedFile } from '../domain/inspected-file.ts'
import type { Engine } from './duck.ts'
import { inspectParquet } from './inspect-parquet.ts'
import { type InspectedBody, inspectText } from './inspect-text.ts'
import { inspectWorkbook } from './inspect-workbook.ts'
import { lookOf } from './kind-of.ts'
import { FILE_LIMITS } from './limits.ts'
import { chunksOf } from './survey-text.ts'
import { unpackGzip, unpackZip } from './unpack.ts'
import { orRefusal, Unreadable } from './unreadable.ts'
import { kindOfZip } from './workbook-parts.ts'

export type InspectOptions = {
  /** As its giver names it; the last part of the path when absent. */
  readonly name?: string
  readonly sheet?: string
  readonly encoding?: FileEncoding
  readonly separator?: string
  /** A workbook tells its rows, anything else its bytes. */
  readonly onProgress?: (progress: { bytesRead: number; bytes: number; rows?: number }) => void
  readonly signal?: AbortSignal
}

type Given = InspectOptions & {
  readonly name: string
  readonly onBytes: (bytesRead: number) => void
  readonly onRows: (rows: number) => void
}

export async function inspectFile(
  engine: Engine,
  path: string,
  options: InspectOptions = {},
): Promise<Result<InspectedFile, FileRefusal>> {
  const name = options.name ?? basename(path)
  return orRefusal(name, options.signal, async () => {
    const found = await stat(path).catch(() => undefined)
    if (found?.isDirectory()) return refuse({ because: 'file_is_folder', name })
    if (!found?.isFile()) return refuse({ because: 'file_absent', name })
    const { size: bytes } = found
    if (bytes === 0) return refuse({ because: 'file_empty', name })
    const most = FILE_LIMITS.tableBytes
    if (bytes > most) return refuse({ because: 'file_too_heavy', name, bytes, most })
    const given = {
      ...options,
      name,
      onBytes: (bytesRead: number): void => options.onProgress?.({ bytesRead, bytes }),
      onRows: (rows: number): void => options.onProgress?.({ bytesRead: 0, bytes, rows }),
    }
    const wrapping = await unwrap(engine, path, given)
    const body = await inspectBody(engine, wrapping, given)
    if (!body.ok) return body
    const read = wrapping.wrappedIn === null ? body.value.sha256 : undefined
    const sha256 = read ?? (await fingerprint(path, options.signal))
    return accept({ ...body.value, name, path, sha256, bytes, wrappedIn: wrapping.wrappedIn })
  })
}

type Unwrapped = {
  readonly path: string
  readonly kind: FileKind
  readonly wrappedIn: 'gzip' | 'zip' | null
}

async function unwrap(engine: Engine, path: string, given: Given): Promise<Unwrapped> {
  const outer = await kindOf(given.name, path)
  if (outer === 'gzip') {
    const unpacked = await unpackGzip(engine, given.name, path, given)
    return { path: unpacked, kind: await innerKind(given.name, unpacked), wrappedIn: 'gzip' }
  }
  if (outer === 'zip') {
    const unpacked = await unpackZip(engine, given.name, path, given)
    return { path: unpacked, kind: await innerKind(given.name, unpacked), wrappedIn: 'zip' }
  }
  return { path, kind: outer, wrappedIn: null }
}

/** One wrapping is undone, not two. */
async function innerKind(name: string, path: string): Promise<FileKind> {
  if ((await stat(path)).size === 0) throw new Unreadable({ because: 'file_empty', name })
  const kind = await kindOf(name, path)
  if (kind !== 'gzip' && kind !== 'zip') return kind
  throw new Unreadable({ because: 'file_unknown_kind', name, looksLike: kind })
}

async function kindOf(name: string, path: string): Promise<FileKind | 'gzip' | 'zip'> {
  const look = await lookOf(path)
  if (look === 'locked_parquet') throw new Unreadable({ because: 'file_locked', name })
  if (look === 'text') return 'csv'
  if (look === 'ole') return 'xls'
  const kind = look === 'zip' ? await kindOfZip(name, path) : look
  if (typeof kind === 'string') return kind
  throw new Unreadable({ because: 'file_unknown_kind', name, looksLike: kind.other })
}

function inspectBody(
  engine: Engine,
  { path, kind }: Unwrapped,
  given: Given,
): Promise<Result<InspectedBody & { sha256?: string }, FileRefusal>> {
  switch (kind) {
    case 'csv':
    case 'tsv':
      return inspectText(engine, given.name, path, given)
    case 'parquet':
      return inspectParquet(engine, given.name, path)
    default:
      return inspectWorkbook(engine, { name: given.name, path, kind, sheet: given.sheet ?? null }, given)
  }
}

async function fingerprint(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of chunksOf(path, signal)) hash.update(chunk)
  return hash.digest('hex')
}
