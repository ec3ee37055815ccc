import { closedOnly } from '../../measure/closed-only.ts'
import { countExits, type Wait } from '../../measure/exits.ts'
import { codeOf, OUTCOMES } from '../../measure/outcomes.ts'
import {
  meanCountOf,
  type Path,
  recurrenceCounts,
  squaredParts,
  type Stretch,
} from '../../measure/recurrent.ts'
import type { Recurrence } from '../domain/counted-waits.ts'
import { type AskedEngine, numbersOf } from './asked-engine.ts'
import type { FoldedStratum } from './fold-durations.ts'

export type FoldedRecurrence = FoldedStratum & { readonly recurrence: Recurrence }

/**
 * What happens several times to one case (table `stretches`), by stratum: the mean number of times, and beside it the
 * wait for the first. Robust errors need each case's own path, which no sum keeps: no tally is made of it.
 */
export async function foldStretches(
  engine: AskedEngine,
  relation: string,
): Promise<Map<number, FoldedRecurrence>> {
  const [stratum, own, start, stop, events] = await numbersOf(
    engine,
    `select stratum, dense_rank() over (order by stratum, id) as own, "start", "stop", events
     from ${relation} order by own, "start", "stop"`,
    5,
  )
  const paths = new Map<number, Stretch[][]>()
  stratum?.forEach((code, row) => {
    const stretch = { start: start?.[row] ?? 0, stop: stop?.[row] ?? 0, events: events?.[row] ?? 0 }
    const those = paths.get(code) ?? []
    if (row > 0 && own?.[row] === own?.[row - 1]) those.at(-1)?.push(stretch)
    else those.push([stretch])
    paths.set(code, those)
  })
  return new Map([...paths].map(([code, all]) => [code, foldPaths(all)]))
}

function foldPaths(paths: readonly Path[]): FoldedRecurrence {
  const counts = recurrenceCounts(paths)
  const mean = meanCountOf(counts, squaredParts(paths, counts))
  const firsts = paths.map(waitForFirst)
  const lengths = firsts.flatMap(({ time, cause }) => (cause > 0 ? [{ length: time, count: 1 }] : []))
  return {
    ...countExits(firsts, OUTCOMES.length),
    closedOnly: closedOnly(lengths),
    recurrence: { counts, mean },
  }
}

/** Until the first time it happens, or the last time the case is seen. */
function waitForFirst(path: Path): Wait {
  const first = path.find(({ events }) => events > 0)
  const until = first?.stop ?? path.at(-1)?.stop ?? 0
  return { time: until, cause: first ? codeOf('other') : 0, entry: path[0]?.start ?? 0 }
}
