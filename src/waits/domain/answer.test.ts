import { describe, expect, it } from 'vitest'
import {
  expectEqualTo,
  hasReference,
  referenceAnswers,
  WITHOUT_REFERENCE,
} from '../../../tools/testing/reference-answers.ts'
import { referenceWaits } from '../../../tools/testing/reference-waits.ts'
import { countExits, type Wait } from '../../measure/exits.ts'
import { INTERVAL_KINDS } from '../../measure/interval.ts'
import type { Outcome } from '../../measure/outcomes.ts'
import { answerOf } from './answer.ts'
import type { AnsweredStratum, AnswerOptions } from './answer-stratum.ts'
import type { CountedStratum, CountedWaits } from './counted-waits.ts'

const stratum = (name: string, waits: readonly Wait[]): CountedStratum => ({
  key: { group: name },
  exits: countExits(waits, 5).exits,
  closedOnly: { n: 0, median: null, mean: null },
})

const counted = (strata: readonly CountedStratum[], told: Partial<CountedWaits> = {}): CountedWaits => ({
  strata,
  asOf: '2026-02-17',
  days: 'civil',
  timeUnit: 'day',
  tie: 0.5,
  rules: 'test',
  lateEntries: false,
  rejects: {},
  sources: [],
  grid: null,
  protected: false,
  ...told,
})

const PLAIN: AnswerOptions = { ci: 'log-log', tau: null, causes: null }
const only = (waits: readonly Wait[], options = PLAIN, told: Partial<CountedWaits> = {}): AnsweredStratum => {
  const [first] = answerOf(counted([stratum('a', waits)], told), options).strata
  if (!first) throw new Error('no stratum')
  return first
}

const FEW: readonly Wait[] = [
  { time: 1.5, cause: 1 },
  { time: 2.5, cause: 1 },
  { time: 2.5, cause: 0 },
  { time: 9.5, cause: 5 },
]

describe('the keys of schema 1', () => {
  it('says them all, and no other', () => {
    const answer = answerOf(counted([stratum('a', FEW)]), PLAIN)
    expect(Object.keys(answer)).toEqual(
      'schema asOf days timeUnit tie ci level rules strata tests rejects sources grid protected'.split(' '),
    )
    expect(Object.keys(answer.strata[0] ?? {})).toEqual(
      'key n ended open entered median quantiles rmean curve closedOnly causes'.split(' '),
    )
    expect(Object.keys(answer.strata[0]?.curve ?? {})).toEqual(
      'time atRisk ended censored entered survival se seLog lower upper'.split(' '),
    )
    expect(Object.keys(answer.strata[0]?.quantiles ?? {})).toEqual(['0.25', '0.5', '0.75', '0.9'])
  })

  it('holds nothing that JSON would change: no NaN, no infinity', () => {
    const answer = answerOf(counted([stratum('a', FEW), stratum('b', FEW)]), { ...PLAIN, tau: 2 })
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
  })

  it('errors and bounds are null where nobody is left', () => {
    const { curve } = only(FEW)
    expect(curve.survival.at(-1)).toBe(0)
    expect([curve.se.at(-1), curve.seLog.at(-1), curve.lower.at(-1), curve.upper.at(-1)]).toEqual(
      Array.from({ length: 4 }, () => null),
    )
  })
})

describe('what is not known is null, and says why', () => {
  it('a mean after the last time is refused, never drawn on', () => {
    expect(only(FEW, { ...PLAIN, tau: 30 }).rmean).toEqual({
      tau: 30,
      value: null,
      se: null,
      reason: 'beyond_last_time',
    })
    expect(only(FEW, { ...PLAIN, tau: 2 }).rmean?.value).toBeCloseTo(1.5 + 0.5 * 0.75, 12)
    expect(only(FEW).rmean).toBeNull()
  })

  it('all still open: n stands, no time is invented', () => {
    const { n, ended, open, median, curve } = only([{ time: 3.5, cause: 0, count: 40 }])
    expect({ n, ended, open, median }).toEqual({
      n: 40,
      ended: 0,
      open: 40,
      median: { value: null, lower: null, upper: null },
    })
    expect(curve.survival).toEqual([1])
  })

  it('one case', () => {
    expect(only([{ time: 3.5, cause: 1 }]).median).toEqual({ value: 3.5, lower: null, upper: null })
  })

  it('tests: none under two strata, none with late entries, none where nothing ended', () => {
    const late: readonly Wait[] = [...FEW, { time: 12.5, cause: 1, entry: 4 }]
    const tests = (strata: CountedStratum[], told = {}) => answerOf(counted(strata, told), PLAIN).tests
    expect(tests([stratum('a', FEW)])).toBeNull()
    expect(tests([stratum('a', FEW), stratum('b', late)], { lateEntries: true })).toBeNull()
    expect(tests([stratum('a', [{ time: 1, cause: 0 }]), stratum('b', [{ time: 2, cause: 0 }])])).toBeNull()
    expect(tests([stratum('a', FEW), stratum('b', FEW)])?.logrank.df).toBe(1)
  })

  it('entries: counted where they are declared, even none; null where they are not', () => {
    const late: readonly Wait[] = [...FEW, { time: 12.5, cause: 1, entry: 4 }]
    const declared = { lateEntries: true }
    expect(only(late, PLAIN, declared).entered).toBe(1)
    expect(only(FEW, PLAIN, declared).entered).toBe(0)
    expect(only(FEW, PLAIN, declared).curve.entered).toEqual([0, 0, 0])
    expect([only(FEW).entered, only(FEW).curve.entered]).toEqual([null, null])
  })

  it('causes: those asked, an absent one at 0', () => {
    const causes: Outcome[] = ['repaired', 'withdrawn', 'other']
    const found = only(FEW, { ...PLAIN, causes }).causes
    expect(Object.keys(found ?? {})).toEqual(causes)
    expect(found?.['withdrawn']?.incidence).toEqual([0, 0, 0])
    expect(found?.['other']?.incidence).toEqual([0, 0, 0.5])
  })
})

type Columns = Record<'lower' | 'upper', (number | null)[]>
type Golden = Columns & { p: number[]; est: (number | null)[] }
type Curve = {
  n: number
  events: number
  time: number[]
  n_risk: number[]
  surv: number[]
  std_err_log: (number | 'Inf')[]
  ci: Record<string, Columns | undefined>
  quantiles: Record<string, Golden | undefined>
}
type Test = { chisq: number; df: number; p: number }
type Answers = { km: Record<string, Curve>; logrank: Test; peto: Test }

describe.skipIf(!hasReference())(`equal to R, as JSON: ${WITHOUT_REFERENCE}`, () => {
  const SETS = ['aml', 'lung', 'veteran'] as const
  it.each(SETS.flatMap((set) => INTERVAL_KINDS.map((ci) => [set, ci] as const)))('%s %s', (set, ci) => {
    const { km, logrank, peto } = referenceAnswers<Answers>(set)
    const groups = Object.keys(km)
    const strata = groups.map((group) => stratum(group, referenceWaits(set, group)))
    const found = answerOf(counted(strata), { ...PLAIN, ci })
    groups.forEach((group, at) => expectStratum(found.strata[at], km[group], ci))
    expectEqualTo(
      [found.tests?.logrank, found.tests?.peto].flatMap((test) => [test?.chisq ?? null, test?.p ?? null]),
      [logrank.chisq, logrank.p, peto.chisq, peto.p],
    )
  })
})

function expectStratum(found: AnsweredStratum | undefined, wanted: Curve | undefined, ci: string): void {
  if (!found || !wanted) throw new Error('a stratum is missing')
  expect([found.n, found.ended]).toEqual([wanted.n, wanted.events])
  expectEqualTo(found.curve.time, wanted.time)
  expectEqualTo(found.curve.atRisk, wanted.n_risk)
  expectEqualTo(found.curve.survival, wanted.surv)
  expectEqualTo(
    found.curve.seLog,
    wanted.std_err_log.map((se) => (se === 'Inf' ? null : se)),
  )
  const bounds = wanted.ci[ci]
  if (bounds) expectEqualTo(found.curve.lower, bounds.lower)
  if (bounds) expectEqualTo(found.curve.upper, bounds.upper)
  const quantiles = wanted.quantiles[ci]
  if (!quantiles) return
  const columns = quantiles.p.map((p) => found.quantiles[String(p)])
  for (const [key, reference] of [
    ['value', quantiles.est],
    ['lower', quantiles.lower],
    ['upper', quantiles.upper],
  ] as const)
    expectEqualTo(
      columns.map((column) => column?.[key] ?? null),
      reference,
    )
}
