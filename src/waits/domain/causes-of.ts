import { codeOf, OUTCOMES, type Outcome } from '../../measure/outcomes.ts'
import type { WaitMap } from '../../sources/domain/wait-map.ts'
import type { CountedWaits } from './counted-waits.ts'

/**
 * The outcomes told apart: those the map names, and those somebody had. Null where nothing tells them apart: then every
 * closing is «other», which is no answer to how waits end.
 */
export function causesOf({ strata }: CountedWaits, map: WaitMap | null): Outcome[] | null {
  const counted = OUTCOMES.filter((outcome) =>
    strata.some(({ exits }) => exits.byCause[codeOf(outcome) - 1]?.some((count) => count > 0)),
  )
  const named = new Set(Object.values(map?.outcome?.map ?? {}))
  if (map ? map.outcome === undefined : strata.every(({ exits }) => exits.byCause.length === 0)) return null
  return OUTCOMES.filter((outcome) => named.has(outcome) || counted.includes(outcome))
}
