import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { isUuid } from '../../kernel/ids.ts'

/** A file stands in the folder of uploads under the identifier of its upload, as it came. */
export const waitingPath = (folder: string, uploadId: string): string => {
  if (!isUuid(uploadId)) throw new TypeError('a waiting file is named by an identifier')
  return join(folder, uploadId)
}

/** Keeps a parked file beyond the request that brought it. */
export const keepWaiting = (folder: string, uploadId: string, parkedPath: string): Promise<void> =>
  rename(parkedPath, waitingPath(folder, uploadId))

export const forgetWaiting = (folder: string, uploadId: string): Promise<void> =>
  rm(waitingPath(folder, uploadId), { force: true })

const DAY = 86_400_000

/** Deletes what has waited for more than a day, and what a killed process left half-written. */
export async function forgetOldFiles(folder: string, now: Date): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((each) => isUuid(each.replace(/\.part$/, '')))) {
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (found && now.getTime() - found.mtimeMs > DAY) await rm(join(folder, name), { force: true })
  }
}
