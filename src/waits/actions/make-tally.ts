import { accept, refuse, type Result } from '../../kernel/result.ts'
import { TALLIES } from '../../measure/disclosure.ts'
import { protectTally } from '../../measure/protect-tally.ts'
import { type Tally, tallyOf } from '../../measure/tally.ts'
import type { TallyFileRefusal } from '../domain/tally-file-refusal.ts'
import type { CountedWaits } from '../domain/counted-waits.ts'
import { type Countable, tallyHead } from './join-tallies.ts'

/** A tally that may leave, or the exact one, to be kept at home. */
export function makeTally(
  { counted, ...rest }: Omit<Countable, 'counted'> & { readonly counted: CountedWaits },
  { grid, unprotected }: { grid: readonly number[] | null; unprotected: boolean },
): Result<Tally, TallyFileRefusal> {
  const strata = counted.strata.filter((stratum) => stratum.exits !== undefined)
  if (strata.length < counted.strata.length) return refuse({ because: 'cut_already' })
  const head = tallyHead({ ...rest, counted: { ...counted, strata } })
  if (!head.ok) return head
  const outcomes = rest.map.outcome !== undefined
  if (unprotected) return accept(tallyOf(strata, head.value, { outcomes }))
  const tally = protectTally(strata, head.value, { outcomes, ...(grid ? { grid } : {}) })
  if (tally.strata.length > 0) return accept(tally)
  return refuse({ because: 'all_withheld', strata: strata.length, least: TALLIES.leastCasesPerStratum })
}
