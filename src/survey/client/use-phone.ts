import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Pack, PackAssignment, PackCampaign } from '../domain/pack.ts'
import { type Courier, type CourierState, startCourier } from './courier.ts'
import type { Copy, Device, Disk, FoundDoor, Mark, OpenVisit } from './database.ts'
import { useVault, type Vault } from './use-vault.ts'

/** What the disk holds, as the screens read it. */
export type Held = {
  readonly device: Device | undefined
  readonly pack: Pack | undefined
  readonly marks: ReadonlyMap<string, Mark>
  readonly found: readonly FoundDoor[]
  readonly waiting: ReadonlySet<string>
  readonly received: number
  readonly open: OpenVisit | undefined
  /** A code was set today. */
  readonly isLocked: boolean
  readonly copies: readonly Copy[]
}

/** No room left on the phone, or anything else that a disk may do. */
export type DiskFailure = 'full' | 'refused'

const failureOf = (error: unknown): DiskFailure =>
  error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'refused'

export type Phone = {
  readonly disk: Disk
  readonly held: Held | undefined
  readonly courier: CourierState
  readonly online: boolean
  /** Why the disk refused the last gesture: the screen says so until one is kept. */
  readonly failure: DiskFailure | undefined
  /** Writes, then reads again and sends; a failure of the disk is told, never swallowed. */
  readonly act: <T>(work: () => Promise<T>) => Promise<T | undefined>
  readonly send: () => void
  readonly vault: Vault
}

export const readHeld = (disk: Disk): Promise<Held> =>
  disk.read(async (database) => {
    const [device, pack, marks, found, waiting, received, open, lock, copies] = await Promise.all([
      database.get('device', 'this'),
      database.get('pack', 'this'),
      database.getAll('marks'),
      database.getAll('found'),
      database.getAllKeys('outbox'),
      database.count('receipts'),
      database.get('open', 'visit'),
      database.getKey('lock', 'this'),
      database.getAll('copies'),
    ])
    const byDoor = new Map(marks.map((mark) => [mark.door, mark]))
    const isLocked = lock !== undefined
    const known = { device, pack, marks: byDoor, found, waiting: new Set(waiting), received, open }
    return { ...known, isLocked, copies }
  })

export function usePhone(disk: Disk): Phone {
  const [held, setHeld] = useState<Held>()
  const [courier, setCourier] = useState<CourierState>('idle')
  const [failure, setFailure] = useState<DiskFailure>()
  const carrier = useRef<Courier>(undefined)
  const online = useOnline()
  const look = useLook(disk, setHeld, setFailure)
  const send = useCallback(() => carrier.current?.send(), [])
  useEffect(() => {
    carrier.current = startCourier(disk, (state) => {
      setCourier(state)
      void look()
    })
    void look().then(send)
    return () => carrier.current?.stop()
  }, [disk, look, send])
  const act = useAct(look, send, setFailure)
  const vault = useVault(disk, look)
  return useMemo(
    () => ({ disk, held, courier, online, failure, act, send, vault }),
    [disk, held, courier, online, failure, act, send, vault],
  )
}

type SetFailure = (failure: DiskFailure | undefined) => void

const READ_AGAIN_MS = 500

/** Reads the disk. What cannot be read once was kept all the same: it is read again, and only a screen with nothing says so. */
function useLook(disk: Disk, setHeld: (held: Held) => void, setFailure: SetFailure): () => Promise<void> {
  const [hasRead, again] = [useRef(false), useRef<ReturnType<typeof setTimeout>>(undefined)]
  return useCallback(
    async function look(): Promise<void> {
      clearTimeout(again.current)
      try {
        setHeld(await readHeld(disk))
        if (!hasRead.current) setFailure(undefined)
        hasRead.current = true
      } catch (error) {
        if (!hasRead.current) setFailure(failureOf(error))
        again.current = setTimeout(() => void look(), READ_AGAIN_MS)
      }
    },
    [disk, setHeld, setFailure, hasRead, again],
  )
}

/** Writes, reads again, sends. */
function useAct(look: () => Promise<void>, send: () => void, setFailure: SetFailure): Phone['act'] {
  return useCallback(
    async <T>(work: () => Promise<T>): Promise<T | undefined> => {
      setFailure(undefined) // a second refusal is told anew
      try {
        const done = await work()
        void look() // what is on the disk is kept; the screens follow
        send()
        return done
      } catch (error) {
        setFailure(failureOf(error))
        return undefined
      }
    },
    [look, send, setFailure],
  )
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const look = (): void => setOnline(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return online
}

/** A round with its campaign, by the id that an address holds. */
export function roundOf(
  pack: Pack | undefined,
  id: string | undefined,
): { readonly campaign: PackCampaign; readonly assignment: PackAssignment } | undefined {
  for (const campaign of pack?.campaigns ?? []) {
    const assignment = campaign.assignments.find((one) => one.id === id)
    if (assignment) return { campaign, assignment }
  }
  return undefined
}
