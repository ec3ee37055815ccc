/** Seconds somebody has to wait before the next one; 0: now. */
export type Pace = (who: string, now: Date) => number

/** At most so many in a window for each, counted in this process alone: what it forgets when it stops is not a secret. */
export function paceOf(most: number, windowSeconds: number): Pace {
  const counts = new Map<string, { from: number; count: number }>()
  return (who, now) => {
    const at = now.getTime() / 1000
    if (counts.size >= MOST_REMEMBERED) forgetPast(counts, at - windowSeconds)
    const known = counts.get(who)
    const current = known && known.from > at - windowSeconds ? known : { from: at, count: 0 }
    counts.set(who, current)
    if (current.count >= most) return Math.ceil(current.from + windowSeconds - at)
    current.count++
    return 0
  }
}

const MOST_REMEMBERED = 10_000

/** Whoever is past their window goes; if nobody is, all do: a flood of names is not kept for its own sake. */
function forgetPast(counts: Map<string, { from: number }>, before: number): void {
  for (const [who, { from }] of counts) if (from <= before) counts.delete(who)
  if (counts.size >= MOST_REMEMBERED) counts.clear()
}
