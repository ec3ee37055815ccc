import { open } from 'node:fs/promises'

const BATCH = 1024 * 1024

export type BatchedFile = { write(text: string): void; flush(): Promise<void>; close(): Promise<void> }

/** A file written by large pieces; `flush` between rows keeps memory flat. */
export async function batchedFile(path: string): Promise<BatchedFile> {
  const file = await open(path, 'w')
  let held: string[] = []
  let length = 0
  const empty = async (): Promise<void> => {
    const text = held.join('')
    held = []
    length = 0
    if (text !== '') await file.write(text)
  }
  return {
    write: (text) => {
      held.push(text)
      length += text.length
    },
    flush: async () => {
      if (length >= BATCH) await empty()
    },
    close: async () => {
      await empty()
      await file.close()
    },
  }
}
