import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Pack, PackAssignment, PackCampaign } from '../domain/pack.ts'
import { type Courier, type CourierState, startCourier } from './courier.ts'
import type { Device, Disk, FoundDoor, Mark, OpenVisit } from './database.ts'

/** What the disk holds, as the screens read it. */
export type Held = {
  readonly device: Device | undefined
  readonly pack: Pack | undefined
  readonly marks: ReadonlyMap<string, Mark>
  readonly found: readonly FoundDoor[]
  readonly waiting: ReadonlySet<string>
  readonly received: number
  readonly open: OpenVisit | undefined
}

export type Phone = {
  readonly disk: Disk
  readonly held: Held | undefined
  readonly courier: CourierState
  readonly online: boolean
  /** A gesture that the disk refused: the screen says so until the next one. */
  readonly hasFailed: boolean
  /** Writes, then reads again and sends; a failure of the disk is told, never swallowed. */
  readonly act: <T>(work: () => Promise<T>) => Promise<T | undefined>
  readonly send: () => void
}

export const readHeld = (disk: Disk): Promise<Held> =>
  disk.read(async (database) => {
    const [device, pack, marks, found, waiting, received, open] = await Promise.all([
      database.get('device', 'this'),
      database.get('pack', 'this'),
      database.getAll('marks'),
      database.getAll('found'),
      database.getAllKeys('outbox'),
      database.count('receipts'),
      database.get('open', 'visit'),
    ])
    const byDoor = new Map(marks.map((mark) => [mark.door, mark]))
    return { device, pack, marks: byDoor, found, waiting: new Set(waiting), received, open }
  })

export function usePhone(disk: Disk): Phone {
  const [held, setHeld] = useState<Held>()
  const [courier, setCourier] = useState<CourierState>('idle')
  const [hasFailed, setFailed] = useState(false)
  const carrier = useRef<Courier>(undefined)
  const online = useOnline()
  const look = useCallback(() => readHeld(disk).then(setHeld, () => setFailed(true)), [disk])
  const send = useCallback(() => carrier.current?.send(), [])
  useEffect(() => {
    carrier.current = startCourier(disk, (state) => {
      setCourier(state)
      void look()
    })
    void look().then(send)
    return () => carrier.current?.stop()
  }, [disk, look, send])
  const act = useAct(look, send, setFailed)
  return useMemo(
    () => ({ disk, held, courier, online, hasFailed, act, send }),
    [disk, held, courier, online, hasFailed, act, send],
  )
}

/** Writes, reads again, sends. */
function useAct(
  look: () => Promise<void>,
  send: () => void,
  setFailed: (failed: boolean) => void,
): Phone['act'] {
  return useCallback(
    async <T>(work: () => Promise<T>): Promise<T | undefined> => {
      try {
        const done = await work()
        setFailed(false)
        void look() // what is on the disk is kept; the screens follow
        send()
        return done
      } catch {
        setFailed(true)
        return undefined
      }
    },
    [look, send, setFailed],
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
