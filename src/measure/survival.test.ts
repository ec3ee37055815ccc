import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { equalPrecisionCritical, hallWellnerCritical } from './band-critical.ts'
import { bandOf } from './bands.ts'
import { chiSquareTail, normalQuantile, normalTails } from './distributions.ts'
import { countExits, indexAt, mergeExits, type Wait } from './exits.ts'
import { INTERVAL_KINDS } from './interval.ts'
import { medianOf, quantilesOf } from './quantile.ts'
import { differenceOfMeans, restrictedMean } from './restricted-mean.ts'
import { boundColumns, intervalAt, intervalsOf, rowsDrawn, standardErrors, survivalOf } from './survival.ts'

const waits = (ended: readonly number[], waiting: readonly number[] = []): Wait[] => [
  ...ended.map((time) => ({ time, cause: 1 })),
  ...waiting.map((time) => ({ time, cause: 0 })),
]
const curve = (all: readonly Wait[]) => survivalOf(countExits(all, 1).exits)

// Ten complaints of an invented building: ended after 1, 2, 2, 4, 7 days; waiting for 3, 4, 5, 8, 8 days.
const ten = curve(waits([1, 2, 2, 4, 7], [3, 4, 5, 8, 8]))

describe('the share that still waits, by hand', () => {
  it('counts who is at risk, who ended, who is not seen after', () => {
    expect([...ten.time]).toEqual([1, 2, 3, 4, 5, 7, 8])
    expect([...ten.atRisk]).toEqual([10, 9, 7, 6, 4, 3, 2])
    expect([...ten.ended]).toEqual([1, 2, 0, 1, 0, 1, 0])
    expect([...ten.censored]).toEqual([0, 0, 1, 1, 1, 0, 2])
  })

  it('comes down at each end only: 9/10, × 7/9, × 5/6, × 2/3', () => {
    const by = [0.9, 0.7, 0.7, 0.7 * (5 / 6), 0.7 * (5 / 6), 0.7 * (5 / 9), 0.7 * (5 / 9)]
    by.forEach((share, row) => expect(ten.survival[row]).toBeCloseTo(share, 14))
  })

  it('has the errors of Greenwood: 1/90 + 2/63 + 1/30 + 1/6', () => {
    const variance = 1 / 90 + 2 / 63 + 1 / 30 + 1 / 6
    expect(ten.seLog.at(-1)).toBeCloseTo(Math.sqrt(variance), 14)
    expect(standardErrors(ten).at(-1)).toBeCloseTo(0.7 * (5 / 9) * Math.sqrt(variance), 14)
    expect(ten.hazard.at(-1)).toBeCloseTo(1 / 10 + 2 / 9 + 1 / 6 + 1 / 3, 14)
  })

  it('does not read who closed alone: the last third still waits, where the closed ones had 2 days', () => {
    expect(medianOf(ten)).toMatchObject({ value: 7, upper: 'not_reached' })
    expect(quantilesOf(ten, [0.75], boundColumns(ten))[0]?.value).toBe('not_reached')
  })

  it('is nothing and asks for nothing when nobody came', () => {
    const nobody = curve([])
    expect([nobody.n, nobody.time.length]).toEqual([0, 0])
    expect(medianOf(nobody)).toEqual({
      p: 0.5,
      value: 'not_reached',
      lower: 'not_reached',
      upper: 'not_reached',
    })
  })

  it('has no error where nobody is left', () => {
    const all = curve(waits([1, 2]))
    expect([...all.survival]).toEqual([0.5, 0])
    expect(standardErrors(all)[1]).toBeNull()
    expect(intervalsOf(all)[1]).toEqual({ lower: null, upper: null })
  })

  it('is drawn as far as ten are at risk', () => {
    expect(rowsDrawn(ten)).toBe(1)
    expect(rowsDrawn(curve(waits([1, 2])))).toBe(0)
  })

  it('merges times closer than 1e-9', () => {
    expect([...curve(waits([0.1 + 0.2, 0.3])).ended]).toEqual([2])
  })
})

describe('waits seen only from a later day (left truncation)', () => {
  const late: Wait[] = [
    { time: 2, cause: 1 },
    { time: 6, cause: 1, entry: 2 }, // enters when the first leaves: not at risk with it
    { time: 6, cause: 0, entry: 4 },
    { time: 9, cause: 1 },
    { time: 3, cause: 1, entry: 3 }, // never at risk
  ]
  const { exits, neverAtRisk } = countExits(late, 1)

  it('are at risk after their entry only; who left before is counted apart', () => {
    const seen = survivalOf(exits)
    expect(neverAtRisk).toBe(1)
    expect([...seen.atRisk]).toEqual([2, 3, 1])
    expect([...seen.survival]).toEqual([0.5, 0.5 * (2 / 3), 0])
    expect([...(seen.entered ?? [])]).toEqual([2, 0, 0])
  })

  it('leave the columns balanced whatever the cases', () => {
    const wait = fc.record({
      time: fc.integer({ min: 0, max: 9 }),
      entry: fc.integer({ min: 0, max: 9 }),
      cause: fc.integer({ min: 0, max: 2 }),
      count: fc.integer({ min: 1, max: 4 }),
    })
    fc.assert(
      fc.property(fc.array(wait, { maxLength: 30 }), (all) => {
        const seen = survivalOf(countExits(all, 2).exits)
        seen.atRisk.forEach((n, row) => {
          const here = (at: number) => all.filter((w) => w.time > w.entry && w.entry < at && at <= w.time)
          expect(n).toBe(here(seen.time[row] ?? 0).reduce((sum, w) => sum + w.count, 0))
          const left = (seen.ended[row] ?? 0) + (seen.censored[row] ?? 0) - (seen.entered?.[row] ?? 0)
          expect(seen.atRisk[row + 1] ?? 0).toBe(n - left)
        })
      }),
    )
  })

  it('merge as if counted together', () => {
    const [one, other] = [late.slice(0, 2), late.slice(2)]
    const merged = mergeExits([countExits(one, 1).exits, countExits(other, 1).exits])
    expect(merged).toEqual(exits)
  })
})

describe('intervals', () => {
  it.each(INTERVAL_KINDS)('%s holds the share, between 0 and 1', (kind) => {
    intervalsOf(ten, kind).forEach(({ lower, upper }, row) => {
      const share = ten.survival[row] ?? 0
      expect(lower).toBeGreaterThanOrEqual(0)
      expect(lower).toBeLessThan(share)
      expect(upper).toBeGreaterThan(share)
      expect(upper).toBeLessThanOrEqual(1)
    })
  })

  it.each(INTERVAL_KINDS)('%s: one row alone is told as among the others', (kind) => {
    const late = curve(waits([5, 9], [2, 6, 7, 12]))
    intervalsOf(late, kind).forEach((told, row) => expect(intervalAt(late, row, kind)).toEqual(told))
    expect(intervalAt(late, -1, kind)).toEqual({ lower: null, upper: null })
  })

  it('log-log, by hand: 0.9 to the powers e^±1.96·0.1054/|ln 0.9|', () => {
    const half = (1.959963984540054 * Math.sqrt(1 / 90)) / Math.abs(Math.log(0.9))
    expect(intervalsOf(ten)[0]?.lower).toBeCloseTo(0.9 ** Math.exp(half), 12)
    expect(intervalsOf(ten)[0]?.upper).toBeCloseTo(0.9 ** Math.exp(-half), 12)
  })

  it('say nothing where nobody has ended yet, on scales without an end', () => {
    const waiting = curve(waits([5], [2, 6]))
    expect(INTERVAL_KINDS.filter((kind) => intervalsOf(waiting, kind)[0]?.lower === null)).toEqual([
      'log-log',
      'logit',
      'arcsin',
    ])
  })
})

describe('quantiles', () => {
  it('on a step exactly at the half, the middle of the step', () => {
    expect(medianOf(curve(waits([2, 6])))?.value).toBe(4)
    expect(medianOf(curve(waits([2], [10])))?.value).toBe(6)
  })

  it('refuse a share that is none', () => {
    expect(() => quantilesOf(ten, [1], boundColumns(ten))).toThrow(RangeError)
  })
})

describe('the mean up to a declared day', () => {
  it('is the area under the stair: 1 + 0.9 + 2 × 0.7 + 0.5833 until day 5', () => {
    const mean = restrictedMean(ten, 5)
    // What is left after each end, until day 5: 2.8833 after day 1, 1.9833 after day 2, 0.5833 after day 4.
    const [one, two, four] = [0.9 + 1.4 + 3.5 / 6, 1.4 + 3.5 / 6, 3.5 / 6]
    const variance = (one * one) / 90 + (two * two * 2) / 63 + (four * four) / 30
    expect(mean).toMatchObject({
      ok: true,
      value: { tau: 5, value: expect.closeTo(1 + one, 12), se: expect.closeTo(Math.sqrt(variance), 12) },
    })
  })

  it('is not told after the last time', () => {
    expect(restrictedMean(ten, 8).ok).toBe(true)
    expect(restrictedMean(ten, 9)).toEqual({
      ok: false,
      refusal: { because: 'beyond_last_time', lastTime: 8 },
    })
  })

  it('is compared at one time only, with its interval', () => {
    const [a, b] = [
      { tau: 30, value: 12, se: 3 },
      { tau: 30, value: 5, se: 4 },
    ]
    const difference = differenceOfMeans(a, b)
    expect(difference).toMatchObject({ value: 7, se: 5 })
    expect(difference.lower).toBeCloseTo(7 - 1.959963984540054 * 5, 10)
    expect(difference.p).toBeCloseTo(0.16151331846754, 10)
    expect(() => differenceOfMeans(a, { ...b, tau: 90 })).toThrow('one declared time')
  })
})

describe('bands', () => {
  it('are wider than the intervals they hold together', () => {
    const band = bandOf(ten, 'log-equal-precision', { tl: 1, tu: 7 })
    if (!band.ok) throw new Error('no band')
    const points = intervalsOf(ten).slice(band.value.from, band.value.until + 1)
    band.value.bounds.forEach(({ lower }, row) => expect(lower).toBeLessThan(points[row]?.lower ?? 0))
  })

  it('need an end at their start and somebody left at their end', () => {
    expect(bandOf(ten, 'hall-wellner', { tl: 0, tu: 7 })).toMatchObject({
      refusal: { because: 'no_end_before_start' },
    })
    expect(bandOf(curve(waits([1, 2])), 'hall-wellner', { tl: 1, tu: 2 })).toMatchObject({
      refusal: { because: 'nobody_left' },
    })
  })

  it('have the critical value of Kolmogorov over the whole way, and of one point at one point', () => {
    expect(hallWellnerCritical(0, 1, 0.95)).toBeCloseTo(1.3580986, 6)
    expect(hallWellnerCritical(0.001, 0.999, 0.99)).toBeCloseTo(1.6276, 4)
    expect(hallWellnerCritical(0.5, 0.5, 0.95)).toBeCloseTo(1.959963985 / 2, 6)
    expect(equalPrecisionCritical(0.3, 0.3, 0.95)).toBeCloseTo(1.959963985, 6)
  })
})

describe('the laws of chance, to the last digits', () => {
  it.each([
    [3.841458820694124, 1, 0.05],
    [5.991464547107979, 2, 0.05],
    [7.814727903251179, 3, 0.05],
    [67.50480654954123, 50, 0.05],
    [1, 10, 0.9998278843700441],
    [100, 2, Math.exp(-50)],
  ])('chi-square %d with %d degrees passes with probability %d', (x, df, p) => {
    expect(chiSquareTail(x, df) / p).toBeCloseTo(1, 12)
  })

  it('normal: 1.96 and its tails', () => {
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 13)
    expect(normalQuantile(0.005)).toBeCloseTo(-2.575829303548901, 12)
    expect(normalTails(1.959963984540054)).toBeCloseTo(0.05, 14)
    expect(() => normalQuantile(1)).toThrow(RangeError)
  })
})

it('finds the row of a time: the last not after it', () => {
  expect([0, 1, 2.5, 8, 99].map((time) => indexAt(ten.time, time))).toEqual([-1, 0, 1, 6, 6])
})
