import { describe, expect, it } from 'vitest'
import {
  expectEqualTo,
  hasReference,
  referenceAnswers,
  WITHOUT_REFERENCE,
} from '../../tools/testing/reference-answers.ts'
import { instant, referenceWaits } from '../../tools/testing/reference-waits.ts'
import { dayIn } from '../kernel/calendar-day.ts'
import { bandOf, type BandKind } from './bands.ts'
import { dayNumber } from './day-number.ts'
import { countExits, mergeExits } from './exits.ts'
import { INTERVAL_KINDS, type IntervalKind } from './interval.ts'
import { STILL_OPEN, tableOf } from './lexis.ts'
import { medianOf, type QuantileTime, quantilesOf } from './quantile.ts'
import { restrictedMean } from './restricted-mean.ts'
import { boundColumns, intervalsOf, survivalOf, type SurvivalCurve } from './survival.ts'
import { waitsAsOf } from './waits-as-of.ts'

type Columns = Record<'lower' | 'upper', (number | null)[]>
type Mean = { tau: number; rmean: number; se: number }
type Answer = {
  n: number
  events: number
  quantiles: Partial<Record<IntervalKind, Columns & { p: number[]; est: (number | null)[] }>>
  rmean_individual: Mean
  rmean_common?: Mean
}
type CurveAnswer = Answer & {
  time: number[]
  n_risk: number[]
  n_event: number[]
  n_censor: number[]
  surv: number[]
  std_err_log: (number | 'Inf')[]
  cumhaz: number[]
  std_chaz: number[]
  ci: Partial<Record<IntervalKind, Columns>>
}
type Answers = Partial<Record<'km' | 'km_pooled' | 'km_all', Record<string, CurveAnswer>>> & {
  km_topic?: Record<string, Answer>
}

const SETS = ['aml', 'lung', 'veteran', 'boston_311']

const curveOf = (set: string, group: string): SurvivalCurve =>
  survivalOf(countExits(referenceWaits(set, group), 3).exits)

const reached = (time: QuantileTime): number | null => (time === 'not_reached' ? null : time)

function expectCurve(curve: SurvivalCurve, answer: CurveAnswer): void {
  expectEqualTo(curve.time, answer.time)
  expectEqualTo(curve.atRisk, answer.n_risk)
  expectEqualTo(curve.ended, answer.n_event)
  expectEqualTo(curve.censored, answer.n_censor)
  expectEqualTo(curve.survival, answer.surv)
  const finite = (numbers: ArrayLike<number | string>) =>
    Array.from(numbers, (x) => (x === 'Inf' || x === Infinity ? null : Number(x)))
  expectEqualTo(finite(curve.seLog), finite(answer.std_err_log))
  expectEqualTo(curve.hazard, answer.cumhaz)
  expectEqualTo(curve.seHazard, answer.std_chaz)
  for (const kind of INTERVAL_KINDS) {
    const wanted = answer.ci[kind]
    if (!wanted) continue
    const bounds = intervalsOf(curve, kind)
    expectEqualTo(
      bounds.map(({ lower }) => lower),
      wanted.lower,
    )
    expectEqualTo(
      bounds.map(({ upper }) => upper),
      wanted.upper,
    )
  }
}

function expectSummaries(curve: SurvivalCurve, answer: Answer): void {
  expect(curve.n).toBe(answer.n)
  for (const kind of INTERVAL_KINDS) {
    const wanted = answer.quantiles[kind]
    if (!wanted) continue
    const found = quantilesOf(curve, wanted.p, boundColumns(curve, kind))
    expectEqualTo(
      found.map(({ value }) => reached(value)),
      wanted.est,
    )
    expectEqualTo(
      found.map(({ lower }) => reached(lower)),
      wanted.lower,
    )
    expectEqualTo(
      found.map(({ upper }) => reached(upper)),
      wanted.upper,
    )
  }
  for (const wanted of [answer.rmean_individual, answer.rmean_common]) {
    if (!wanted) continue
    const mean = restrictedMean(curve, wanted.tau)
    // Where R draws the last share on, we refuse.
    const known = wanted.tau <= (curve.time.at(-1) ?? 0)
    expectEqualTo(
      mean.ok ? [mean.value.value, mean.value.se] : [null, null],
      known ? [wanted.rmean, wanted.se] : [null, null],
    )
  }
}

const ANSWERS = SETS.map((set) => [set, referenceAnswers<Answers>(set)] as const)
const CURVES = ANSWERS.flatMap(([set, { km, km_pooled, km_all }]) =>
  Object.entries({ ...km, ...km_pooled, ...km_all }).map(([group, answer]) => [set, group, answer] as const),
)
const SUMMARIES = ANSWERS.flatMap(([set, { km_topic }]) =>
  Object.entries(km_topic ?? {}).map(([group, answer]) => [set, group, answer] as const),
)

describe.skipIf(!hasReference())(`equal to R's survival: ${WITHOUT_REFERENCE}`, () => {
  it('reads every set', () => {
    expect([CURVES.length, SUMMARIES.length]).toEqual([11, 12])
  })

  it.each(CURVES)('%s %s: curve, intervals, quantiles, means', (set, group, answer) => {
    const curve = curveOf(set, group)
    expectCurve(curve, answer)
    expectSummaries(curve, answer)
  })

  it.each(CURVES)('%s %s: three sites that counted apart, added, give it too', (set, group, answer) => {
    const all = referenceWaits(set, group)
    // Any split will do; this one follows no order of the file.
    const sites = [0, 1, 2].map((site) => all.filter((_, at) => ((at * 7919) % 1009) % 3 === site))
    const merged = mergeExits(sites.map((own) => countExits(own, 3).exits))
    expect(merged).toEqual(countExits(all, 3).exits)
    expectCurve(survivalOf(merged), answer)
  })

  it.each(SUMMARIES)('%s %s: quantiles and means', (set, group, answer) => {
    expectSummaries(curveOf(set, group), answer)
  })
})

const BANDS: Record<string, BandKind> = {
  'hall-wellner': 'hall-wellner',
  loghall: 'log-hall-wellner',
  epband: 'equal-precision',
  logep: 'log-equal-precision',
}
/**
 * R interpolates a printed table of critical values with one weight the wrong way round: 3.0438 there for 23 cases,
 * where the law behind the table gives 3.0373. With the table and that weight we find R's value to its last digit.
 */
const TOLERANCES: Record<string, number> = { 'aml_all logep': 2e-3 }
type BandAnswer = Columns & { tl: number; tu: number; time: number[] }

describe.skipIf(!hasReference())(`equal to R's km.ci, to 1e-3: ${WITHOUT_REFERENCE}`, () => {
  const answers = referenceAnswers<Record<string, Record<string, BandAnswer>>>('km_bands')
  const SAMPLES = [
    ['lung_all', 'lung', 'all'],
    ['lung_sex1', 'lung', 'sex=1'],
    ['aml_all', 'aml', 'all'],
  ] as const
  const cases = SAMPLES.flatMap(([name, set, group]) =>
    Object.keys(BANDS).map((band) => [name, band, set, group] as const),
  )

  it.each(cases)('%s %s', (name, band, set, group) => {
    const wanted = answers[name]?.[band]
    const found = wanted && bandOf(curveOf(set, group), BANDS[band] ?? 'hall-wellner', wanted)
    if (!wanted || !found?.ok) throw new Error('no band')
    // R does not cut its bands; a share is between 0 and 1.
    const cut = (column: (number | null)[]) => column.map((x) => Math.min(1, Math.max(0, x ?? Number.NaN)))
    const apart = [
      ...cut(wanted.lower).map((x, row) => Math.abs(x - (found.value.bounds[row]?.lower ?? Number.NaN))),
      ...cut(wanted.upper).map((x, row) => Math.abs(x - (found.value.bounds[row]?.upper ?? Number.NaN))),
    ]
    expect(found.value.bounds.length).toBe(wanted.time.length)
    expect(Math.max(...apart)).toBeLessThan(TOLERANCES[`${name} ${band}`] ?? 1e-3)
  })
})

describe.skipIf(!hasReference())(`the contract's worked example: ${WITHOUT_REFERENCE}`, () => {
  const topic = 'topic=Street Light Outage'

  it('elapsed days: half the street lights wait more than 102.5 days, where closed ones alone say 4.9', () => {
    const curve = curveOf('boston_311', topic)
    expect([curve.n, curve.ended.reduce((sum, d) => sum + d, 0)]).toEqual([1500, 646])
    expect(medianOf(curve)?.value).toBe(102.5)
  })

  it('civil days, through the Lexis table: 103.5', () => {
    const day = (text: string) => dayNumber(dayIn(new Date(instant(text)), 'America/New_York'))
    const table = tableOf(
      referenceWaits('boston_311', topic).map(({ row: { open_date = '', close_date = '' } }) => ({
        stratum: 0,
        opened: day(open_date),
        closed: close_date ? day(close_date) : STILL_OPEN,
        outcome: close_date ? 1 : 0,
        knownFrom: 0,
        count: 1,
      })),
    )
    const read = waitsAsOf(table, { asOf: day('2026-02-17 02:21:40+00'), tie: 0.5 }).get(0)
    if (!read) throw new Error('no stratum')
    expect(medianOf(survivalOf(read.exits))?.value).toBe(103.5)
  })
})
