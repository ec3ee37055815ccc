/** What `palier waits --json` says of counted waits: the keys of schema 1, exactly (docs/contract-waits.md). */
import type { Exits } from '../../measure/exits.ts'
import type { IntervalKind } from '../../measure/interval.ts'
import { rankParts, rankTest, type TestResult } from '../../measure/logrank.ts'
import { type AnsweredStratum, type AnswerOptions, answerStratum } from './answer-stratum.ts'
import type { CountedSource, CountedWaits } from './counted-waits.ts'

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
    strata: counted.strata.map((stratum) => answerStratum(stratum, { ...options, lateEntries })),
    tests: lateEntries ? null : testsOf(counted.strata.map(({ exits }) => exits)),
    rejects,
    sources,
    grid,
    protected: counted.protected,
  }
}

/** Null under two strata, and where no end was ever awaited in two of them: there is nothing to compare. */
function testsOf(groups: readonly Exits[]): Answer['tests'] {
  if (groups.length < 2) return null
  const logrank = rankTest(rankParts(groups))
  const peto = rankTest(rankParts(groups, 'peto'))
  return logrank && peto ? { logrank, peto } : null
}
