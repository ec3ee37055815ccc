import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { fromBase64url } from '../domain/bytes.ts'
import {
  type DayLock,
  isOver,
  makeLock,
  MOST_TRIES,
  openCopy,
  openLock,
  sealCopy,
} from '../domain/day-lock.ts'
import type { Copy, Disk, OpenVisit } from './database.ts'
import type { Draft } from './draft.ts'
import { type Beside, NOTHING } from './outbox.ts'

export type SetVerdict = 'done' | 'offline' | 'sign_in'
export type Unlocked =
  | { readonly verdict: 'open' | 'gone' }
  | { readonly verdict: 'wrong'; readonly left: number }

/** The day's copies: written and read while their key is in memory, forgotten when nobody touches the phone. */
export type Vault = {
  readonly isOpen: boolean
  /** Asks the union for its half: needs network. */
  readonly set: (code: string) => Promise<SetVerdict>
  readonly unlock: (code: string) => Promise<Unlocked>
  readonly erase: () => Promise<void>
  /** What is written with the words themselves: their copy, or nothing while there is no key. */
  readonly beside: (visit: OpenVisit, draft: Draft, isClosed?: boolean) => Promise<Beside>
  readonly read: (copy: Copy) => Promise<Draft | undefined>
}

const IDLE_MS = 5 * 60_000
const LOOK_MS = 60_000
const PATIENCE = 30_000

export function useVault(disk: Disk, look: () => Promise<void>): Vault {
  const key = useRef<CryptoKey>(undefined)
  const [isOpen, setOpen] = useState(false)
  const hold = useCallback((held: CryptoKey | undefined): void => {
    key.current = held
    setOpen(held !== undefined)
  }, [])
  const erase = useCallback(async (): Promise<void> => {
    hold(undefined)
    await eraseCopies(disk)
    await look()
  }, [disk, hold, look])
  useIdle(isOpen, () => hold(undefined))
  useEnd(disk, erase)
  return useMemo(
    () => ({
      isOpen,
      erase,
      set: (code) => setCode(disk, code, hold).then((verdict) => look().then(() => verdict)),
      unlock: (code) => unlock(disk, code, hold, erase),
      beside: (visit, draft, isClosed = false) => besideOf(key.current, { visit, draft, isClosed }),
      read: async (copy) => {
        const said = key.current && (await openCopy(key.current, copy.visit, copy))
        return said as Draft | undefined // what this phone sealed, by itself
      },
    }),
    [disk, look, hold, erase, isOpen],
  )
}

const eraseCopies = (disk: Disk): Promise<void> =>
  disk.write(['lock', 'copies'], async (writing) => {
    await writing.objectStore('lock').clear()
    await writing.objectStore('copies').clear()
  })

type Hold = (key: CryptoKey | undefined) => void

async function setCode(disk: Disk, code: string, hold: Hold): Promise<SetVerdict> {
  const told = await askHalf(disk)
  const half = told && told.status === 200 ? fromBase64url(told.text) : undefined
  if (told?.status === 401) return 'sign_in'
  if (!half) return 'offline'
  const { lock, key } = await makeLock(code, half, Date.now())
  await eraseCopies(disk)
  await disk.write(['lock'], (writing) => writing.objectStore('lock').put(lock, 'this'))
  hold(key)
  return 'done'
}

const lockOf = (disk: Disk): Promise<DayLock | undefined> =>
  disk.read((database) => database.get('lock', 'this'))

/** A wrong code counts before it is tried: turning the phone off does not give a try back. */
async function unlock(disk: Disk, code: string, hold: Hold, erase: () => Promise<void>): Promise<Unlocked> {
  const lock = await lockOf(disk)
  if (!lock || isOver(lock, Date.now())) {
    await erase()
    return { verdict: 'gone' }
  }
  const count = (tries: number) =>
    disk.write(['lock'], (writing) => writing.objectStore('lock').put({ ...lock, tries }, 'this'))
  await count(lock.tries + 1)
  const key = await openLock(lock, code)
  if (key) {
    await count(0)
    hold(key)
    return { verdict: 'open' }
  }
  const left = MOST_TRIES - lock.tries - 1
  if (left > 0) return { verdict: 'wrong', left }
  await erase()
  return { verdict: 'gone' }
}

type Saying = { readonly visit: OpenVisit; readonly draft: Draft; readonly isClosed: boolean }

async function besideOf(key: CryptoKey | undefined, { visit, draft, isClosed }: Saying): Promise<Beside> {
  if (!key) return NOTHING
  const copy: Copy = { ...visit, ...(await sealCopy(key, visit.visit, draft)), isClosed }
  return { stores: ['copies'], write: (writing) => writing.objectStore('copies').put(copy) }
}

/** Five minutes without a touch. */
function useIdle(isOpen: boolean, forget: () => void): void {
  useEffect(() => {
    if (!isOpen) return
    let last = Date.now()
    const touch = (): void => void (last = Date.now())
    const check = (): void => void (Date.now() - last >= IDLE_MS && forget())
    const timer = setInterval(check, 5000)
    // A phone that slept does not count its seconds: it looks when it is shown again.
    const wake = (): void => (Date.now() - last >= IDLE_MS ? forget() : touch())
    for (const kind of TOUCHES) addEventListener(kind, wake, { capture: true, passive: true })
    return () => {
      clearInterval(timer)
      for (const kind of TOUCHES) removeEventListener(kind, wake, { capture: true })
    }
  }, [isOpen])
}
const TOUCHES = ['pointerdown', 'keydown', 'visibilitychange'] as const

/** Twelve hours have passed, or the union took this phone back: what could be read here goes; what is sealed stays. */
function useEnd(disk: Disk, erase: () => Promise<void>): void {
  useEffect(() => {
    const check = async (): Promise<void> => {
      const lock = await lockOf(disk)
      if (lock && (isOver(lock, Date.now()) || (await askHalf(disk))?.status === 401)) await erase()
    }
    const look = (): void => void check().catch(() => undefined) // looked at again in a minute
    look()
    const timer = setInterval(look, LOOK_MS)
    addEventListener('online', look)
    return () => {
      clearInterval(timer)
      removeEventListener('online', look)
    }
  }, [disk, erase])
}

/** The union's half, for a device that it still knows: 401 is a phone taken back. */
async function askHalf(disk: Disk): Promise<{ readonly status: number; readonly text: string } | undefined> {
  if (!navigator.onLine) return undefined
  const device = await disk.read((database) => database.get('device', 'this'))
  try {
    const answer = await fetch('/porte-a-porte/demi-cle', {
      headers: { authorization: `Bearer ${device?.token ?? ''}` },
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    })
    return { status: answer.status, text: answer.ok ? halfIn(await answer.json()) : '' }
  } catch {
    return undefined
  }
}

const halfIn = (told: unknown): string =>
  typeof told === 'object' && told !== null && 'half' in told && typeof told.half === 'string'
    ? told.half
    : ''
