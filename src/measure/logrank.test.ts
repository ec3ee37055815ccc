import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  expectEqualTo,
  hasReference,
  referenceAnswers,
  WITHOUT_REFERENCE,
} from '../../tools/testing/reference-answers.ts'
import { type ReferenceWait, referenceWaits } from '../../tools/testing/reference-waits.ts'
import { countExits, type Exits, type Wait } from './exits.ts'
import { solveVariance } from './linear-system.ts'
import { addParts, atRiskAt, rankParts, type RankWeight, rankTest } from './logrank.ts'

type Answer = {
  groups: string[]
  n: number[]
  obs: number[]
  exp: number[]
  var: number[][]
  chisq: number
  df: number
  p: number
}
const group = (waits: readonly Wait[]): Exits => countExits(waits, 1).exits

describe.skipIf(!hasReference())(`equal to R's survdiff: ${WITHOUT_REFERENCE}`, () => {
  function expectTest(
    set: string,
    key: string,
    weight: RankWeight,
    strata: (wait: ReferenceWait) => string,
  ): void {
    const answer = referenceAnswers<Record<string, Answer>>(set)[key]
    if (!answer) throw new Error(`no ${key} in ${set}`)
    const waits = referenceWaits(set)
    const parts = addParts(
      [...new Set(waits.map(strata))]
        .filter((stratum) => stratum !== 'NA')
        .map((stratum) => waits.filter((wait) => strata(wait) === stratum))
        .map((own) => answer.groups.map((g) => group(own.filter((wait) => wait.group === g))))
        .map((groups) => rankParts(groups, weight)),
    )
    expectEqualTo(parts.n, answer.n)
    expectEqualTo(parts.observed, answer.obs)
    expectEqualTo(parts.expected, answer.exp)
    expectEqualTo(parts.variance.flat(), answer.var.flat())
    const test = rankTest(parts)
    expectEqualTo(
      [test?.chisq ?? null, test?.df ?? null, test?.p ?? null],
      [answer.chisq, answer.df, answer.p],
    )
  }

  it.each<[string, string, RankWeight]>([
    ['aml', 'logrank', 'logrank'],
    ['aml', 'peto', 'peto'],
    ['lung', 'logrank', 'logrank'],
    ['lung', 'peto', 'peto'],
    ['veteran', 'logrank', 'logrank'],
    ['veteran', 'peto', 'peto'],
    ['boston_311', 'logrank_topic', 'logrank'],
  ])('%s, %s', (set, key, weight) => {
    expectTest(set, key, weight, () => 'all')
  })

  it('lung, stratified by state of health', () => {
    expectTest('lung', 'logrank_stratified_by_ph_ecog', 'logrank', ({ row }) => row['ph.ecog'] ?? 'NA')
  })
})

describe('two small groups, by hand', () => {
  // A ends at 1 and 3, B at 2 and 4: at risk 2|2, 1|2, 1|1, 0|1.
  const a = group([1, 3].map((time) => ({ time, cause: 1 })))
  const b = group([2, 4].map((time) => ({ time, cause: 1 })))

  it('expects 1/2 + 1/3 + 1/2 ends in A, with variance 1/4 + 2/9 + 1/4', () => {
    const parts = rankParts([a, b])
    expect(parts.observed).toEqual([2, 2])
    expect(parts.expected[0]).toBeCloseTo(4 / 3, 14)
    expect(parts.variance[0]?.[0]).toBeCloseTo(13 / 18, 14)
    expect(rankTest(parts)?.chisq).toBeCloseTo((2 / 3) ** 2 / (13 / 18), 13)
  })

  it('Peto weighs them 1, 3/4, 1/2, 1/4', () => {
    const parts = rankParts([a, b], 'peto')
    expect(parts.observed[0]).toBeCloseTo(1.5, 14)
    expect(parts.expected[0]).toBeCloseTo(1 / 2 + (3 / 4) * (1 / 3) + (1 / 2) * (1 / 2), 14)
  })

  it('counts who enters late from its entry on', () => {
    const late = group([
      { time: 1, cause: 1 },
      { time: 3, cause: 1, entry: 1 },
      { time: 5, cause: 0, entry: 2 },
    ])
    expect([...atRiskAt(late, Float64Array.of(0.5, 1, 2, 2.5, 3, 4, 5, 6))]).toEqual([1, 1, 1, 2, 2, 1, 1, 0])
    // At 1: 1|2 at risk; 2: 1|2; 3: 2|1; 4: 1|1.
    expect(rankParts([late, b]).expected[0]).toBeCloseTo(1 / 3 + 1 / 3 + 2 / 3 + 1 / 2, 14)
  })

  it('says nothing of one group, of groups where nobody ended, of the same group twice as zero', () => {
    const waiting = group([{ time: 9, cause: 0 }])
    expect(rankTest(rankParts([a]))).toBeNull()
    expect(rankTest(rankParts([waiting, waiting]))).toBeNull()
    expect(rankTest(rankParts([a, a]))).toMatchObject({ chisq: 0, df: 1, p: 1 })
  })

  it('refuses to add parts of different groups', () => {
    expect(() => addParts([rankParts([a]), rankParts([a, b])])).toThrow(RangeError)
  })
})

it('every end is expected of somebody, and the variances of a row cancel', () => {
  const wait = fc.record({
    time: fc.integer({ min: 1, max: 8 }),
    entry: fc.integer({ min: 0, max: 4 }),
    cause: fc.integer({ min: 0, max: 1 }),
  })
  const sample = fc.array(wait, { maxLength: 12 }).map(group)
  fc.assert(
    fc.property(sample, sample, sample, fc.constantFrom<RankWeight>('logrank', 'peto'), (a, b, c, weight) => {
      const { observed, expected, variance } = rankParts([a, b, c], weight)
      const sum = (numbers: readonly number[]) => numbers.reduce((total, x) => total + x, 0)
      expect(sum(expected)).toBeCloseTo(sum(observed), 10)
      for (const row of variance) expect(sum(row)).toBeCloseTo(0, 10)
    }),
  )
})

it('solves a variance, or says that it has no one solution', () => {
  const solved = solveVariance(
    [
      [4, 2, 0],
      [2, 5, 1],
      [0, 1, 3],
    ],
    [8, 15, 11],
  )
  expect(Array.from(solved ?? [], (x) => x.toFixed(12))).toEqual([
    '1.000000000000',
    '2.000000000000',
    '3.000000000000',
  ])
  expect(
    solveVariance(
      [
        [1, 2],
        [2, 4],
      ],
      [1, 2],
    ),
  ).toBeUndefined()
})
