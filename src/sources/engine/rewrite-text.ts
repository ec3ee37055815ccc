/** Text of another encoding, written again as UTF-8 without its mark. */
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { FileEncoding } from '../domain/inspected-file.ts'
import { chunksOf } from './survey-text.ts'

export async function rewriteAsUtf8(
  from: string,
  to: string,
  encoding: FileEncoding,
  signal?: AbortSignal,
): Promise<void> {
  const text = decoded(from, encoding, signal)
  await pipeline(text, createWriteStream(to, { highWaterMark: 4 * 1024 * 1024 }))
}

/** The text, piece by piece; a byte that is none of the encoding becomes U+FFFD. */
export async function* decoded(
  path: string,
  encoding: FileEncoding,
  signal?: AbortSignal,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunksOf(path, signal)) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
