import { codeOf, OUTCOMES, type Outcome } from '../../measure/outcomes.ts'
import type { WaitMap } from '../../sources/domain/wait-map.ts'
import type { CountedStratum, CountedWaits } from './counted-waits.ts'

/**
 * The outcomes told apart: those the map names, and those somebody had. Null where nothing tells them apart: then every
 * closing is «other», which is no answer to how waits end.
 */
export function causesOf({ strata }: CountedWaits, map: WaitMap | null): Outcome[] | null {
  const counted = OUTCOMES.filter((outcome) =>
    strata.some((stratum) => countsOfEnd(stratum, outcome).some((count) => count > 0)),
  )
  const named = new Set(Object.values(map?.outcome?.map ?? {}))
  if (map ? map.outcome === undefined : strata.every(tellsNoEnd)) return null
  return OUTCOMES.filter((outcome) => named.has(outcome) || counted.includes(outcome))
}

const countsOfEnd = ({ exits, cut }: CountedStratum, outcome: Outcome): readonly number[] =>
  exits ? [...(exits.byCause[codeOf(outcome) - 1] ?? [])] : (cut.bins.ended[outcome] ?? [])

const tellsNoEnd = ({ exits, cut }: CountedStratum): boolean =>
  exits ? exits.byCause.length === 0 : cut.bins.ended.ended !== undefined
