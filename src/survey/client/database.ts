import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb'
import type { DayLock, SealedCopy } from '../domain/day-lock.ts'
import type { Outcome } from '../domain/outcomes.ts'
import type { Pack } from '../domain/pack.ts'
import type { Receipt } from '../domain/receipt.ts'

/** A sealed envelope that waits for its receipt: nobody on this phone can open it. */
export type Waiting = {
  readonly id: string
  readonly device: string
  readonly seq: number
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
}

/** This phone as the union knows it, and the end of the chain of what it wrote. */
export type Device = {
  readonly id: string
  readonly token: string
  readonly seq: number
  readonly prev: string
}

/** The last thing noted at a door from here: an outcome and an event's id, no word of anybody. */
export type Mark = {
  readonly door: string
  readonly outcome: Outcome
  readonly on: string
  readonly comeBackOn: string | null
  readonly event: string
}

/** A door that was missing from the pack. */
export type FoundDoor = {
  readonly id: string
  readonly staircase: string
  readonly floor: number
  readonly position: number
  readonly label: string
}

/** Where somebody is being listened to: so that a visit cut short is known, without what was said. */
export type OpenVisit = {
  readonly visit: string
  readonly door: string
  readonly assignment: string
  /** What was being asked: it is asked to the end, whatever the campaign asks since. */
  readonly form: string | null
}

/** What one visit of today said, sealed under the day's key. */
export type Copy = OpenVisit & SealedCopy & { readonly isClosed: boolean }

export interface Schema extends DBSchema {
  outbox: { key: string; value: Waiting; indexes: { seq: number } }
  receipts: { key: string; value: Receipt }
  device: { key: 'this'; value: Device }
  pack: { key: 'this'; value: Pack }
  marks: { key: string; value: Mark }
  found: { key: string; value: FoundDoor }
  open: { key: 'visit'; value: OpenVisit }
  lock: { key: 'this'; value: DayLock }
  copies: { key: string; value: Copy }
}

export type Store = StoreNames<Schema>
export type Writing = IDBPTransaction<Schema, Store[], 'readwrite'>
type Database = IDBPDatabase<Schema>

/** The disk of this phone. */
export type Disk = {
  readonly read: <T>(work: (database: Database) => Promise<T>) => Promise<T>
  /** All or nothing, and on the disk itself when it resolves. */
  readonly write: (stores: Store[], work: (writing: Writing) => Promise<unknown>) => Promise<void>
}

/** A browser short of memory closes a database without asking: it is opened again, once per use. */
export function openDisk(name = 'palier-porte-a-porte'): Disk {
  let opened: Promise<Database> | undefined
  const forget = (): void => void (opened = undefined)
  const open = (): Promise<Database> => {
    opened ??= openDatabase(name, forget).catch((error: unknown) => {
      forget()
      throw error
    })
    return opened
  }
  const read = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    try {
      return await work(await open())
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error
      forget()
      return work(await open())
    }
  }
  return { read, write: (stores, work) => read((database) => writeIn(database, stores, work)) }
}

const openDatabase = (name: string, forget: () => void): Promise<Database> =>
  openDB<Schema>(name, 2, {
    upgrade(database, from) {
      if (from < 2) {
        database.createObjectStore('lock')
        database.createObjectStore('copies', { keyPath: 'visit' })
      }
      if (from > 0) return
      database.createObjectStore('outbox', { keyPath: 'id' }).createIndex('seq', 'seq')
      database.createObjectStore('receipts', { keyPath: 'id' })
      database.createObjectStore('marks', { keyPath: 'door' })
      database.createObjectStore('found', { keyPath: 'id' })
      for (const store of ['device', 'pack', 'open'] as const) database.createObjectStore(store)
    },
    blocking: (_current, _blocked, event) => {
      forget()
      if (event.target instanceof IDBDatabase) event.target.close()
    },
    terminated: forget,
  })

async function writeIn(
  database: Database,
  stores: Store[],
  work: (writing: Writing) => Promise<unknown>,
): Promise<void> {
  const writing = database.transaction(stores, 'readwrite', { durability: 'strict' })
  const done = writing.done
  done.catch(() => undefined) // told below; until then nobody else listens
  try {
    await work(writing)
  } catch (error) {
    abort(writing)
    throw error
  }
  await done
}

function abort(writing: Writing): void {
  try {
    writing.abort()
  } catch {
    // The browser aborted it already: the first error says why.
  }
}
