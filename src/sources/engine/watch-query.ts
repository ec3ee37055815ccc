/** One query that is watched while it runs: it says how far it is, and can be stopped. */
import type { Engine } from './duck.ts'

export type ReadProgress = { readonly rows: number; readonly bytesRead: number; readonly bytes: number }

export type QueryWatch = {
  readonly bytes: number
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

const EVERY_MS = 200

export async function watched<T>(engine: Engine, watch: QueryWatch, query: () => Promise<T>): Promise<T> {
  const { bytes, onProgress, signal } = watch
  signal?.throwIfAborted()
  const timer = setInterval(() => {
    const { percentage, rows } = engine.progress()
    if (percentage >= 0) onProgress?.({ rows, bytesRead: Math.round((bytes * percentage) / 100), bytes })
  }, EVERY_MS)
  const stop = (): void => engine.interrupt()
  signal?.addEventListener('abort', stop)
  try {
    return await query()
  } finally {
    clearInterval(timer)
    signal?.removeEventListener('abort', stop)
  }
}
