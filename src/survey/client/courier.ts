import type { NetworkAnswer } from '../domain/receipt.ts'
import type { Disk, Waiting } from './database.ts'
import { letGo, listWaiting } from './outbox.ts'
import { judge, pauseAfter } from './sending.ts'

/** `disk_busy`: a receipt could not be written; its copy stays, and is sent again. */
export type CourierState = 'idle' | 'sending' | 'offline' | 'signed_out' | 'not_confirmed' | 'disk_busy'
export type Courier = {
  /** Sends what waits, now; what is under way already is not sent twice. */
  readonly send: () => void
  readonly stop: () => void
}

const AT_ONCE = 50
const PATIENCE = 30_000

/** Sends in the foreground, oldest first, one tab at a time; tells what became of it. */
export function startCourier(disk: Disk, tell: (state: CourierState) => void): Courier {
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const round = async (): Promise<void> => {
    clearTimeout(timer)
    const state = await navigator.locks.request('palier-survey-courier', { ifAvailable: true }, (lock) =>
      lock ? sendAll(disk, tell).catch((): CourierState => 'disk_busy') : undefined,
    )
    if (!state) return
    tell(state)
    failures = state === 'idle' ? 0 : failures + 1
    if (state !== 'idle' && state !== 'signed_out')
      timer = setTimeout(send, pauseAfter(failures, Math.random()))
  }
  const send = (): void => void round()
  const onShown = (): void => void (document.visibilityState === 'visible' && send())
  addEventListener('online', send)
  document.addEventListener('visibilitychange', onShown)
  const stop = (): void => {
    clearTimeout(timer)
    removeEventListener('online', send)
    document.removeEventListener('visibilitychange', onShown)
  }
  return { send, stop }
}

async function sendAll(disk: Disk, tell: (state: CourierState) => void): Promise<CourierState> {
  const refused = new Set<string>()
  for (;;) {
    const batch = (await listWaiting(disk, AT_ONCE + refused.size)).filter(({ id }) => !refused.has(id))
    if (batch.length === 0) return refused.size === 0 ? 'idle' : 'not_confirmed'
    tell('sending')
    for (const one of batch) {
      const answer = await put(disk, one)
      const judged = judge(one, answer)
      if (judged.verdict === 'sign_in') return 'signed_out'
      if (judged.verdict === 'wait') return answer ? 'not_confirmed' : 'offline'
      if (judged.verdict === 'pass') refused.add(one.id)
      else await letGo(disk, judged.receipt)
    }
    tell('sending')
  }
}

async function put(disk: Disk, { id, bytes }: Waiting): Promise<NetworkAnswer | undefined> {
  const device = await disk.read((database) => database.get('device', 'this'))
  try {
    const response = await fetch(`/porte-a-porte/envois/${id}`, {
      method: 'PUT',
      body: bytes,
      headers: { authorization: `Bearer ${device?.token ?? ''}`, 'content-type': 'application/json' },
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE),
    })
    return { status: response.status, text: await response.text() }
  } catch {
    return undefined
  }
}
