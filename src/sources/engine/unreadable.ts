import { type Result, refuse } from '../../kernel/result.ts'
import type { FileRefusal } from '../domain/file-refusal.ts'

/** A refusal on its way up through streams, which know no other; it becomes a value at the door of the engine. */
export class Unreadable extends Error {
  readonly refusal: FileRefusal
  constructor(refusal: FileRefusal) {
    super(refusal.because)
    this.refusal = refusal
  }
}

export async function orRefusal<T>(
  name: string,
  signal: AbortSignal | undefined,
  read: () => Promise<Result<T, FileRefusal>>,
): Promise<Result<T, FileRefusal>> {
  try {
    signal?.throwIfAborted()
    return await read()
  } catch (error) {
    if (signal?.aborted) return refuse({ because: 'reading_stopped', name })
    if (error instanceof Unreadable) return refuse(error.refusal)
    throw error
  }
}
