import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, open, rm, statfs, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../kernel/ids.ts'
import type { ParkedFile } from '../ui/request.ts'
import type { FileSink } from './read-multipart.ts'

export type Parking = {
  readonly folder: string
  /** The largest file that is kept. */
  readonly bytes: number
}

/** What stays free on the disk for the database and everybody else. */
const LEFT_FREE = 512 * 1024 * 1024

export type ParkingPlace = FileSink & {
  /** What became of the file; undefined when none was sent. */
  parked(): ParkedFile | undefined
  /** Nothing of it will be kept; what comes is let go. */
  refuse(why: 'no_room'): void
  /** What nobody took to itself is deleted. */
  clear(): Promise<void>
}

/**
 * A place on the disk for the file of one form, written as it arrives and never held. Its own folder, closed to others;
 * a name of ours, never the sender's. A write that fails is told by `parked`, never thrown: the form around it goes on.
 */
export async function openParkingPlace(parking: Parking, field: string): Promise<ParkingPlace> {
  await ownFolder(parking.folder)
  return new Place(join(parking.folder, `${newId(new Date())}.part`), field, parking.bytes)
}

class Place implements ParkingPlace {
  readonly #path: string
  readonly #field: string
  readonly #most: number
  readonly #hash = createHash('sha256')
  #handle: FileHandle | undefined
  #name: string | undefined
  #bytes = 0
  #state: ParkedFile['state'] = 'cut'

  constructor(path: string, field: string, most: number) {
    this.#path = path
    this.#field = field
    this.#most = most
  }

  takes(field: string, fileName: string): boolean {
    if (field !== this.#field || this.#name !== undefined) return false
    this.#name = fileName
    return true
  }

  async write(piece: Buffer): Promise<void> {
    if (this.#state !== 'cut') return
    this.#bytes += piece.length
    if (this.#bytes > this.#most) return this.#stop('too_large')
    try {
      this.#handle ??= await open(this.#path, 'wx', 0o600)
      this.#hash.update(piece)
      await this.#handle.appendFile(piece)
    } catch {
      await this.#stop('no_room')
    }
  }

  async end(): Promise<void> {
    if (this.#state !== 'cut') return
    await this.#handle?.close()
    this.#handle = undefined
    this.#state = 'whole'
  }

  refuse(why: 'no_room'): void {
    this.#state = why
  }

  parked(): ParkedFile | undefined {
    if (this.#name === undefined) return undefined
    const sha256 = this.#state === 'whole' ? this.#hash.copy().digest('hex') : ''
    return { state: this.#state, name: this.#name, path: this.#path, bytes: this.#bytes, sha256 }
  }

  clear(): Promise<void> {
    return this.#stop(this.#state)
  }

  async #stop(why: ParkedFile['state']): Promise<void> {
    this.#state = why
    await this.#handle?.close()
    this.#handle = undefined
    await rm(this.#path, { force: true })
  }
}

/** Whether a file of this size may come at all, before any of it is written. */
export async function hasRoomFor({ folder }: Parking, bytes: number): Promise<boolean> {
  const disk = await statfs(folder)
  return disk.bavail * disk.bsize - bytes > LEFT_FREE
}

/** @throws when somebody else made a folder of this name: what is sent may hold people's names. */
async function ownFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const found = await lstat(folder)
  const isOurs = found.isDirectory() && (process.getuid === undefined || found.uid === process.getuid())
  if (!isOurs) throw new Error('the folder of uploads belongs to somebody else')
  if ((found.mode & 0o077) !== 0) await chmod(folder, 0o700)
}
