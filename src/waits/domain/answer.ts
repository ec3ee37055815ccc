/** What `palier waits --json` says of counted waits: the keys of schema 1, exactly (docs/contract-waits.md). */
import type { IntervalKind } from '../../measure/interval.ts'
import { rankParts, rankTest, type TestResult } from '../../measure/logrank.ts'
import { type AnsweredStratum, type AnswerOptions, answerStratum } from './answer-stratum.ts'
import { answerCut } from './answer-cut.ts'
import type { CountedSource, CountedStratum, CountedWaits } from './counted-waits.ts'

export type Answer = {
  readonly schema: 1
  readonly asOf: string | null
  readonly days: 'civil' | 'elapsed' | null
  readonly timeUnit: CountedWaits['timeUnit']
  readonly tie: 'day+0.5' | 'none'
  readonly ci: IntervalKind
  readonly level: 0.95
  readonly rules: string
  readonly strata: readonly AnsweredStratum[]
  readonly tests: { readonly logrank: TestResult; readonly peto: TestResult } | null
  /** Two strata are there, and one is known at ends only: in what order they ended is not known. */
  readonly testsReason?: 'known_at_ends'
  readonly rejects: Readonly<Record<string, number>>
  readonly sources: readonly CountedSource[]
  readonly grid: readonly number[] | null
  readonly protected: boolean
}

export function answerOf(counted: CountedWaits, options: AnswerOptions): Answer {
  const { asOf, days, tie, rules, rejects, sources, grid, lateEntries } = counted
  return {
    schema: 1,
    asOf,
    days,
    timeUnit: counted.timeUnit,
    tie: tie === 0.5 ? 'day+0.5' : 'none',
    ci: options.ci,
    level: 0.95,
    rules,
    strata: counted.strata.map((stratum) =>
      stratum.exits
        ? answerStratum(stratum, { ...options, lateEntries })
        : answerCut(stratum, { ...options, lateEntries }),
    ),
    tests: lateEntries ? null : testsOf(counted.strata),
    ...(grid && counted.strata.length > 1 ? { testsReason: 'known_at_ends' } : {}),
    rejects,
    sources,
    grid,
    protected: counted.protected,
  }
}

/** Null under two strata, where one is cut, and where no end was ever awaited in two of them: there is nothing to compare. */
function testsOf(strata: readonly CountedStratum[]): Answer['tests'] {
  const groups = strata.flatMap(({ exits }) => exits ?? [])
  if (groups.length < 2 || groups.length < strata.length) return null
  const logrank = rankTest(rankParts(groups))
  const peto = rankTest(rankParts(groups, 'peto'))
  return logrank && peto ? { logrank, peto } : null
}
