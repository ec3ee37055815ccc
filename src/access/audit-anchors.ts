import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { SPACE_KINDS } from '../db/logins.ts'

/** The head of a space's chain, kept outside the database: whoever rewrites the chain must also reach this file. */
const Anchor = v.object({
  kind: v.picklist(SPACE_KINDS),
  space: v.pipe(v.string(), v.uuid()),
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  at: v.pipe(v.string(), v.isoTimestamp()),
})
export type Anchor = v.InferOutput<typeof Anchor>

const fileIn = (folder: string): string => join(folder, 'anchors.jsonl')

/** Adds heads at the end, readable by its owner alone, on the disk when this returns. */
export async function appendAnchors(folder: string, anchors: readonly Anchor[]): Promise<void> {
  if (anchors.length === 0) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(fileIn(folder), 'a+', 0o600)
  try {
    await file.chmod(0o600)
    const border = (await endsTorn(file)) ? '\n' : ''
    await file.appendFile(border + anchors.map((a) => `${JSON.stringify(a)}\n`).join(''))
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A crash in the middle of a line must not spoil the next one. */
async function endsTorn(file: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { size } = await file.stat()
  if (size === 0) return false
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer.toString() !== '\n'
}

export type AnchorFile = { readonly anchors: readonly Anchor[]; readonly unreadable: number }

/** All anchors ever written; an absent file is an empty one, and the verdict says that nothing is anchored. */
export async function readAnchors(folder: string): Promise<AnchorFile> {
  const text = await readFile(fileIn(folder), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n').filter((line) => line !== '')
  const anchors = lines.map(readAnchor).filter((a) => a !== undefined)
  return { anchors, unreadable: lines.length - anchors.length }
}

function readAnchor(line: string): Anchor | undefined {
  try {
    const read = v.safeParse(Anchor, JSON.parse(line))
    return read.success ? read.output : undefined
  } catch {
    return undefined
  }
}
