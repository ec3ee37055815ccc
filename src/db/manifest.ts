// The manifest of a backup: what it holds, file by file, so that an alteration is named.
import { createHash } from 'node:crypto'
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, writeSync } from 'node:fs'
import { join, relative } from 'node:path'
import * as v from 'valibot'

const FileSchema = v.object({ path: v.string(), bytes: v.number(), sha256: v.string() })

const ManifestSchema = v.object({
  palier: v.string(),
  postgres: v.string(),
  startedAt: v.string(),
  finishedAt: v.string(),
  firstWal: v.string(),
  files: v.array(FileSchema),
})

export type Manifest = v.InferOutput<typeof ManifestSchema>
export type ManifestFile = v.InferOutput<typeof FileSchema>

export const manifestName = 'manifest.json'

export function readManifest(folder: string): Manifest | undefined {
  try {
    return v.parse(ManifestSchema, JSON.parse(readFileSync(join(folder, manifestName), 'utf8')))
  } catch {
    return undefined
  }
}

/** Paths that are missing, added or not as they were written. */
export function alteredFiles(folder: string, manifest: Manifest): string[] {
  const expected = new Map(manifest.files.map((file) => [file.path, file]))
  const present = new Set(filesUnder(folder).filter((path) => path !== manifestName))
  const added = [...present].filter((path) => !expected.has(path))
  const changed = manifest.files
    .filter(({ path, sha256 }) => !present.has(path) || copyFile(join(folder, path)).sha256 !== sha256)
    .map(({ path }) => path)
  return [...changed, ...added]
}

export function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}

const chunk = Buffer.allocUnsafe(1 << 20)

/** The hash of the very bytes that were written: PostgreSQL may go on changing the file meanwhile. */
export function copyFile(from: string, to?: string): { bytes: number; sha256: string } {
  const hash = createHash('sha256')
  const input = openSync(from, 'r')
  const output = to === undefined ? undefined : openSync(to, 'wx', fstatSync(input).mode & 0o777)
  let bytes = 0
  try {
    for (let read = readSync(input, chunk); read > 0; read = readSync(input, chunk)) {
      hash.update(chunk.subarray(0, read))
      if (output !== undefined) writeWhole(output, read)
      bytes += read
    }
  } finally {
    closeSync(input)
    if (output !== undefined) closeSync(output)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** A nearly full disk writes less than asked before it refuses. */
function writeWhole(output: number, length: number): void {
  for (let done = 0; done < length;) done += writeSync(output, chunk, done, length - done)
}
