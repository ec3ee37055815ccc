import { type ClosedOnly, closedOnly } from '../../measure/closed-only.ts'
import type { Exits } from '../../measure/exits.ts'

/** What closed cases alone would draw: never shown without the stair of all. */
export type ClosedStair = ClosedOnly & {
  readonly steps: readonly { readonly day: number; readonly share: number }[]
}

/** Closed cases, their lengths without what was added to each exit. Cases first seen late are taken at their full length. */
export function closedStairOf({ time, ended }: Exits, tie: 0 | 0.5): ClosedStair {
  const n = ended.reduce((sum, count) => sum + count, 0)
  const steps = [{ day: 0, share: 1 }]
  let left = n
  time.forEach((day, row) => {
    const count = ended[row] ?? 0
    if (count === 0) return
    left -= count
    steps.push({ day, share: left / n })
  })
  const lengths = Array.from(time, (day, row) => ({ length: day - tie, count: ended[row] ?? 0 }))
  return { steps, ...closedOnly(lengths) }
}
