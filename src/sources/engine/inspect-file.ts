/** What a file of cases is, found in its content: its name proves nothing. */
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { FileRefusal } from '../domain/file-refusal.ts'
import type { FileEncoding, InspectedFile } from '../domain/inspected-file.ts'
import type { Engine } from './duck.ts'
import { inspectText } from './inspect-text.ts'
import { orRefusal } from './unreadable.ts'

export type InspectOptions = {
  /** As its giver names it; the last part of the path when absent. */
  readonly name?: string
  readonly sheet?: string
  readonly encoding?: FileEncoding
  readonly separator?: string
  readonly onProgress?: (progress: { bytesRead: number; bytes: number }) => void
  readonly signal?: AbortSignal
}

export async function inspectFile(
  engine: Engine,
  path: string,
  options: InspectOptions = {},
): Promise<Result<InspectedFile, FileRefusal>> {
  const name = options.name ?? basename(path)
  return orRefusal(name, options.signal, async () => {
    const found = await stat(path).catch(() => undefined)
    if (!found?.isFile()) return refuse({ because: 'file_absent', name })
    if (found.size === 0) return refuse({ because: 'file_empty', name })
    const onBytes = (bytesRead: number): void => options.onProgress?.({ bytesRead, bytes: found.size })
    const text = await inspectText(engine, name, path, { ...options, onBytes })
    return text.ok ? accept({ ...text.value, name, path, wrappedIn: null }) : text
  })
}
