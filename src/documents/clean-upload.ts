import { createHash } from 'node:crypto'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { idleProcess, ProcessGaveUp } from './idle-process.ts'
import {
  type Cleaned,
  type CleanFile,
  type CleaningQuestion,
  MOST_BYTES,
  type UploadRefusal,
} from './upload.ts'

const cleaner = idleProcess<CleaningQuestion, Result<Cleaned, UploadRefusal>>(
  new URL('./clean-process.ts', import.meta.url),
  { longestMs: 15_000, memoryMb: 256 },
)

/**
 * Reads a file by its content, whatever its name says, and writes it anew: a photo redrawn without metadata, a PDF
 * without scripts, actions, files or forms. One file at a time, in a process of its own: a hostile file brings down nothing else.
 */
export function cleanUpload(bytes: Uint8Array): Promise<Result<CleanFile, UploadRefusal>> {
  if (bytes.length === 0) return Promise.resolve(refuse({ because: 'empty' }))
  if (bytes.length > MOST_BYTES) return Promise.resolve(refuse({ because: 'too_large' }))
  return cleanNow(bytes)
}

async function cleanNow(bytes: Uint8Array): Promise<Result<CleanFile, UploadRefusal>> {
  try {
    const cleaned = await cleaner.ask({ bytes })
    if (!cleaned.ok) return cleaned
    if (cleaned.value.bytes.length > MOST_BYTES) return refuse({ because: 'too_large' })
    const sha256 = createHash('sha256').update(cleaned.value.bytes).digest()
    return accept({ ...cleaned.value, sha256 })
  } catch (error) {
    if (error instanceof ProcessGaveUp) return refuse({ because: 'too_heavy' })
    throw error
  }
}
