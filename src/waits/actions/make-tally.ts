import { accept, refuse, type Result } from '../../kernel/result.ts'
import { TALLIES } from '../../measure/disclosure.ts'
import { protectTally } from '../../measure/protect-tally.ts'
import { type Tally, tallyOf } from '../../measure/tally.ts'
import type { TallyFileRefusal } from '../domain/tally-file-refusal.ts'
import type { CountedWaits } from '../domain/counted-waits.ts'
import { type Countable, readTallyFiles, tallyHead } from './join-tallies.ts'

type Uncut = Omit<Countable, 'counted'> & { readonly counted: CountedWaits }
type TallyMade = {
  readonly grid: readonly number[] | null
  readonly unprotected: boolean
  /** Tallies that left before. */
  readonly released?: readonly Tally[]
}

/** The same, with what left before read from its files. */
export async function tallyAsked(
  countable: Uncut,
  { released, ...asked }: Omit<TallyMade, 'released'> & { readonly released: readonly string[] },
): Promise<Result<Tally, TallyFileRefusal>> {
  const before = await readTallyFiles(released)
  return before.ok ? makeTally(countable, { ...asked, released: before.value }) : before
}

/** A tally that may leave, or the exact one, to be kept at home. */
export function makeTally(
  { counted, ...rest }: Uncut,
  { grid, unprotected, released = [] }: TallyMade,
): Result<Tally, TallyFileRefusal> {
  const strata = counted.strata.filter((stratum) => stratum.exits !== undefined)
  if (strata.length < counted.strata.length) return refuse({ because: 'cut_already' })
  const head = tallyHead({ ...rest, counted: { ...counted, strata } })
  if (!head.ok) return head
  const outcomes = rest.map.outcome !== undefined
  if (unprotected) return accept(tallyOf(strata, head.value, { outcomes }))
  const tally = protectTally(strata, head.value, { outcomes, released, ...(grid ? { grid } : {}) })
  if (tally.strata.length > 0) return accept(tally)
  return refuse({ because: 'all_withheld', strata: strata.length, least: TALLIES.leastCasesPerStratum })
}
