import { accept, refuse, type Result } from '../../kernel/result.ts'
import { TALLIES } from '../../measure/disclosure.ts'
import { protectTally } from '../../measure/protect-tally.ts'
import { type Tally, tallyOf } from '../../measure/tally.ts'
import { type InspectedFile, sensitiveColumns } from '../../sources/public.ts'
import type { TallyFileRefusal } from '../domain/tally-file-refusal.ts'
import { type Countable, tallyHead } from './join-tallies.ts'

/** A tally that may leave, or the exact one, to be kept at home. */
export function makeTally(
  countable: Countable,
  { grid, unprotected }: { grid: readonly number[] | null; unprotected: boolean },
): Result<Tally, TallyFileRefusal> {
  const head = tallyHead(countable)
  if (!head.ok) return head
  const { strata } = countable.counted
  const outcomes = countable.map.outcome !== undefined
  if (unprotected) return accept(tallyOf(strata, head.value, { outcomes }))
  const tally = protectTally(strata, head.value, { outcomes, ...(grid ? { grid } : {}) })
  if (tally.strata.length > 0) return accept(tally)
  return refuse({ because: 'all_withheld', strata: strata.length, least: TALLIES.leastCasesPerStratum })
}

/** A tally is never cut by what says who people are, whoever it is for. */
export function sensitiveBy(
  { headers, sample }: InspectedFile,
  by: readonly string[],
): Result<undefined, TallyFileRefusal> {
  const sensitive = sensitiveColumns(headers, sample).flatMap(({ header }) =>
    by.includes(header) ? [header] : [],
  )
  return sensitive.length > 0 ? refuse({ because: 'by_sensitive', headers: sensitive }) : accept()
}
