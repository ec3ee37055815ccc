import { type ClosedOnly, closedOnly } from '../../measure/closed-only.ts'
import { countExits, type Exits, type Wait } from '../../measure/exits.ts'
import { OUTCOMES } from '../../measure/outcomes.ts'
import { type AskedEngine, numbersOf } from './asked-engine.ts'

export type FoldedStratum = {
  readonly exits: Exits
  readonly neverAtRisk: number
  readonly closedOnly: ClosedOnly
}

/** Lengths already made (table `durations`), counted by stratum; `tie` is added to each of them and to no entry. */
export async function foldDurations(
  engine: AskedEngine,
  relation: string,
  tie: 0 | 0.5,
): Promise<Map<number, FoldedStratum>> {
  const [stratum, time, cause, entry, count] = await numbersOf(
    engine,
    `select stratum, "time", cause, coalesce(entry, 0) as entry, count(*) as n from ${relation} group by all order by all`,
    5,
  )
  const waits = new Map<number, Wait[]>()
  stratum?.forEach((code, row) => {
    const wait = {
      time: time?.[row] ?? 0,
      cause: cause?.[row] ?? 0,
      entry: entry?.[row] ?? 0,
      count: count?.[row] ?? 0,
    }
    const others = waits.get(code)
    if (others) others.push(wait)
    else waits.set(code, [wait])
  })
  return new Map([...waits].map(([code, own]) => [code, foldStratum(own, tie)]))
}

function foldStratum(waits: readonly Wait[], tie: 0 | 0.5): FoldedStratum {
  const put = waits.map((wait) => ({ ...wait, time: wait.time + tie }))
  const seen = waits.filter(({ time, entry = 0 }) => time + tie > entry + 1e-9)
  const lengths = seen.flatMap(({ time, cause, count = 1 }) => (cause > 0 ? [{ length: time, count }] : []))
  return { ...countExits(put, OUTCOMES.length), closedOnly: closedOnly(lengths) }
}
