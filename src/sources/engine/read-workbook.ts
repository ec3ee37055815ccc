/** A workbook, opened by a worker that may run out of memory without us; its rows come back as a CSV of ours. */
import { stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import type { FileRefusal } from '../domain/file-refusal.ts'
import type { FileSheet } from '../domain/inspected-file.ts'
import { FILE_LIMITS } from './limits.ts'
import { Unreadable } from './unreadable.ts'
import { weighWorkbook } from './workbook-parts.ts'

export type WorkbookKind = 'xlsx' | 'ods' | 'xls'

export type WorkbookQuestion = {
  readonly name: string
  readonly path: string
  readonly kind: WorkbookKind
  readonly sheet: string | null
  readonly to: string
  readonly sampleRows: number
}

export type WorkbookAnswer = {
  readonly sheet: string
  readonly otherSheets: readonly FileSheet[]
  readonly headers: readonly string[]
  readonly twiceNamed: readonly string[]
  readonly headerRow: number
  readonly sample: readonly (readonly string[])[]
  readonly rows: number
  readonly beyond: number
}

type Message =
  | { readonly answer: WorkbookAnswer }
  | { readonly refusal: FileRefusal }
  | { readonly failure: string }
  | { readonly rows: number }

export async function readWorkbook(
  question: WorkbookQuestion,
  signal: AbortSignal | undefined,
  onRows?: (rows: number) => void,
): Promise<WorkbookAnswer> {
  const { name, path, kind } = question
  await weigh(name, path, kind)
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData: question,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: FILE_LIMITS.workerMemoryMb, maxYoungGenerationSizeMb: 64 },
  })
  const stop = (): void => void worker.terminate()
  signal?.addEventListener('abort', stop)
  try {
    return await answerOf(worker, name, onRows)
  } finally {
    signal?.removeEventListener('abort', stop)
    await worker.terminate()
  }
}

async function weigh(name: string, path: string, kind: WorkbookKind): Promise<void> {
  const { size: bytes } = await stat(path)
  const most = kind === 'xls' ? FILE_LIMITS.oldWorkbookBytes : FILE_LIMITS.workbookBytes
  if (bytes > most) throw new Unreadable({ because: 'file_too_heavy', name, bytes, most })
  if (kind !== 'xls') await weighWorkbook(name, path, kind)
}

function answerOf(worker: Worker, name: string, onRows?: (rows: number) => void): Promise<WorkbookAnswer> {
  return new Promise((done, fail) => {
    worker.on('message', (message: Message) => {
      if ('rows' in message) onRows?.(message.rows)
      else if ('answer' in message) done(message.answer)
      else if ('refusal' in message) fail(new Unreadable(message.refusal))
      else fail(new Unreadable({ because: isLock(message.failure) ? 'file_locked' : 'file_damaged', name }))
    })
    worker.on('error', (error: Error & { code?: string }) => {
      const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      fail(isFull ? new Unreadable({ because: 'file_needs_memory', name }) : error)
    })
    worker.on('exit', () => fail(new Unreadable({ because: 'file_needs_memory', name })))
  })
}

function isLock(failure: string): boolean {
  return /password-protected/i.test(failure)
}
