/** A gzip or a ZIP of one table, unfolded into the folder of the engine under a limit that holds at every byte. */
import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import type { Engine } from './duck.ts'
import { FILE_LIMITS } from './limits.ts'
import type { Watch } from './survey-text.ts'
import { Unreadable } from './unreadable.ts'
import { type ZipDirectory, zipDirectory, type ZipPart } from './zip-directory.ts'

export async function unpackGzip(engine: Engine, name: string, path: string, watch: Watch): Promise<string> {
  const to = engine.newPath('.unpacked')
  const { size } = await stat(path)
  let read = 0
  const given = createReadStream(path, { highWaterMark: 1024 * 1024 })
  given.on('data', (chunk) => watch.onBytes?.((read += chunk.length)))
  const limit = swellLimit(name, size)
  await pipeline(given, createGunzip(), limit, createWriteStream(to), { signal: watch.signal }).catch(
    (error: unknown) => {
      throw asRefusal(name, error)
    },
  )
  return to
}

export async function unpackZip(engine: Engine, name: string, path: string, watch: Watch): Promise<string> {
  const directory = await zipDirectory(name, path)
  try {
    const part = onlyTable(name, directory.parts)
    const to = engine.newPath('.unpacked')
    await unpackPart(name, directory, part, to, watch)
    return to
  } finally {
    directory.close()
  }
}

async function unpackPart(name: string, zip: ZipDirectory, part: ZipPart, to: string, watch: Watch) {
  try {
    const limit = swellLimit(name, part.packed)
    await pipeline(await zip.open(part), limit, createWriteStream(to), { signal: watch.signal })
  } catch (error) {
    throw asRefusal(name, error)
  }
}

function onlyTable(name: string, parts: readonly ZipPart[]): ZipPart {
  const files = parts.filter((part) => !isLeftover(part.name))
  const [part, ...others] = files
  const names = files.map((file) => file.name)
  if (!part) throw new Unreadable({ because: 'archive_without_table', name })
  if (others.length > 0) throw new Unreadable({ because: 'archive_of_several', name, files: names })
  if (part.isLocked) throw new Unreadable({ because: 'file_locked', name })
  refuseSwollen(name, part.packed, part.unpacked)
  return part
}

/** What systems leave in an archive beside the files one put there. */
function isLeftover(name: string): boolean {
  return (
    name.startsWith('__MACOSX/') || basename(name).startsWith('.') || /^thumbs\.db$/i.test(basename(name))
  )
}

/** Refuses by what a directory says, before anything is unfolded. */
export function refuseSwollen(name: string, packed: number, unpacked: number): void {
  if (unpacked > mostFrom(packed)) {
    throw new Unreadable({ because: 'file_swells', name, most: FILE_LIMITS.unpackedBytes })
  }
}

function mostFrom(packed: number): number {
  return Math.min(FILE_LIMITS.unpackedBytes, Math.max(FILE_LIMITS.ratioFrom, packed * FILE_LIMITS.ratio))
}

function swellLimit(name: string, packed: number): Transform {
  const most = mostFrom(packed)
  let passed = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      passed += chunk.length
      if (passed <= most) done(null, chunk)
      else done(new Unreadable({ because: 'file_swells', name, most: FILE_LIMITS.unpackedBytes }))
    },
  })
}

function asRefusal(name: string, error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Unreadable || error.name === 'AbortError') return error
  if (/unexpected end of file/.test(error.message)) return new Unreadable({ because: 'file_cut_short', name })
  const isZlib = 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')
  const isLie = /bytes in the stream|invalid|unsupported|incorrect/i.test(error.message)
  return isZlib || isLie ? new Unreadable({ because: 'file_damaged', name }) : error
}

/** A part whole in memory: for the small parts of a workbook. */
export async function partText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
