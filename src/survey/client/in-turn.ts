import { useRef } from 'preact/hooks'
import type { Phone } from './use-phone.ts'

/** Gestures one after the other: none is dropped because the disk is slow, and a finger that taps twice says it once. */
export function useInTurn({ act }: Phone): (gesture: string, work: () => Promise<void>) => void {
  const last = useRef(Promise.resolve())
  const awaited = useRef(new Set<string>())
  return (gesture, work) => {
    if (awaited.current.has(gesture)) return
    awaited.current.add(gesture)
    last.current = last.current.then(async () => {
      await act(work)
      awaited.current.delete(gesture)
    })
  }
}
