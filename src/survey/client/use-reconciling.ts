import { useCallback, useEffect, useState } from 'preact/hooks'
import { today } from './days.ts'
import { reconcile } from './reconcile.ts'
import type { Reconciled } from './reconciling.ts'
import type { Phone } from './use-phone.ts'

export type Reconciling = {
  readonly result: Reconciled | undefined
  readonly isAsking: boolean
  readonly check: () => void
}

/** The day on which the union last answered: no word of anybody. */
const KEPT_DAY = 'palier-rapprochement'

/** Once a day when nothing is being sent, and when somebody asks. */
export function useReconciling({ disk, held, courier, online, act }: Phone): Reconciling {
  const [result, setResult] = useState<Reconciled>()
  const [isAsking, setAsking] = useState(false)
  const check = useCallback(async (): Promise<void> => {
    setAsking(true)
    const told = await act(() => reconcile(disk))
    if (told?.verdict === 'told') localStorage.setItem(KEPT_DAY, today())
    setResult(told)
    setAsking(false)
  }, [act, disk])
  const isDue = online && courier === 'idle' && held?.device !== undefined && held.received > 0
  useEffect(() => {
    if (isDue && localStorage.getItem(KEPT_DAY) !== today()) void check()
  }, [isDue, check])
  return { result, isAsking, check: () => void check() }
}
