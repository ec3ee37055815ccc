import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incidencesOf } from './competing.ts'
import { cutIncidences } from './cut-causes.ts'
import { cutBounds, type CutCurve, cutCurveOf, cutMean, cutQuantiles, type CutWaits } from './cut-survival.ts'
import { countExits, type Exits, indexAt, type Wait } from './exits.ts'
import { INTERVAL_KINDS } from './interval.ts'
import { OUTCOMES } from './outcomes.ts'
import { mergeTallies } from './merge-tallies.ts'
import { quantilesOf } from './quantile.ts'
import { restrictedMean } from './restricted-mean.ts'
import { boundColumns, survivalOf } from './survival.ts'
import { binsOf, type TallyHead, tallyOf } from './tally.ts'

const wait = fc.record({
  time: fc.integer({ min: 0, max: 40 }).map((day) => day + 0.5),
  cause: fc.integer({ min: 0, max: 3 }),
  entry: fc.constantFrom(0, 0, 0, 2, 5, 15),
  count: fc.integer({ min: 1, max: 6 }),
})
const waits = fc.array(wait, { minLength: 1, maxLength: 60 })
const grid = fc
  .uniqueArray(fc.integer({ min: 1, max: 45 }), { minLength: 1, maxLength: 8 })
  .map((ends) => ends.toSorted((a, b) => a - b))
const SHARES = [0.1, 0.25, 0.5, 0.75, 0.9]
const RUNS = { numRuns: 400 }

const exitsOf = (all: readonly Wait[]): Exits => countExits(all, 5).exits
const cutOf = (exits: Exits, ends: readonly number[]): CutWaits => ({
  n: exits.n,
  bins: binsOf(exits, ends, true),
  wholeDays: true,
})
/** What the true curve says at an end. */
const at = (time: Float64Array, column: Float64Array, end: number, before: number) =>
  column[indexAt(time, end)] ?? before
const NEAR = 1e-9

const share = (column: Float64Array, row: number) => column[row] ?? Number.NaN
const only = (all: readonly Wait[], ends: readonly number[]): CutCurve =>
  cutCurveOf(cutOf(exitsOf(all), ends))

const HEAD: TallyHead = {
  rules: '2026-11',
  days: 'civil',
  tie: 'day+0.5',
  timeZone: 'Europe/Paris',
  by: [],
  asOf: '2026-11-01',
  rejects: {},
  sources: [],
}

describe('the share still waiting, from counts between ends', () => {
  it('is between its two bounds, whatever happened inside, with losses and late entries', () => {
    fc.assert(
      fc.property(waits, grid, (all, ends) => {
        const exits = exitsOf(all)
        const [curve, truth] = [cutCurveOf(cutOf(exits, ends)), survivalOf(exits)]
        curve.time.forEach((end, row) => {
          const exact = at(truth.time, truth.survival, end, 1)
          const [low, likely, high] = [curve.low, curve.likely, curve.high].map((one) =>
            share(one.survival, row),
          )
          expect(low).toBeLessThanOrEqual(exact + NEAR)
          expect(high).toBeGreaterThanOrEqual(exact - NEAR)
          expect(likely).toBeGreaterThanOrEqual((low ?? 0) - NEAR)
          expect(likely).toBeLessThanOrEqual((high ?? 1) + NEAR)
        })
      }),
      RUNS,
    )
  })

  it('is between them still when a cut tally is added to an exact one', () => {
    fc.assert(
      fc.property(waits, waits, grid, (theirs, ours, ends) => {
        const truth = survivalOf(exitsOf([...theirs, ...ours]))
        const one = (all: readonly Wait[]) => [{ key: {}, exits: exitsOf(all) }]
        const merged = mergeTallies([
          tallyOf(one(theirs), HEAD, { grid: ends, outcomes: true }),
          tallyOf(one(ours), HEAD, { outcomes: true }),
        ])
        if (!merged.ok) throw new Error('counted alike')
        const curves = merged.value.strata.map(({ n, bins }) => cutCurveOf({ n, bins, wholeDays: true }))
        expect(curves).toHaveLength(1)
        for (const { time, low, high } of curves)
          time.forEach((end, row) => {
            const exact = at(truth.time, truth.survival, end, 1)
            expect(share(low.survival, row)).toBeLessThanOrEqual(exact + NEAR)
            expect(share(high.survival, row)).toBeGreaterThanOrEqual(exact - NEAR)
          })
      }),
      RUNS,
    )
  })

  it('is known exactly while nobody is lost or late inside a stretch, and in a stretch of one day', () => {
    fc.assert(
      fc.property(waits, grid, (all, ends) => {
        const whole = Array.from({ length: 41 }, (_, day) => day + 1)
        const plain = all.map(({ time, count, cause }) => ({ time, count, cause: Math.max(1, cause) }))
        for (const [some, cuts] of [
          [plain, ends],
          [all, whole],
        ] as const) {
          const exits = exitsOf(some)
          const [curve, truth] = [cutCurveOf(cutOf(exits, cuts)), survivalOf(exits)]
          curve.time.forEach((end, row) => {
            const exact = at(truth.time, truth.survival, end, 1)
            for (const one of [curve.low, curve.likely, curve.high])
              expect(share(one.survival, row)).toBeCloseTo(exact, 10)
          })
        }
      }),
    )
  })

  it('its interval holds that of the true curve, on every scale, while the lower bound is not at nothing', () => {
    fc.assert(
      fc.property(waits, grid, fc.constantFrom(...INTERVAL_KINDS), (all, ends, kind) => {
        const exits = exitsOf(all)
        const [curve, truth] = [cutCurveOf(cutOf(exits, ends)), survivalOf(exits)]
        const [hull, exact] = [cutBounds(curve, kind), boundColumns(truth, kind)]
        curve.time.forEach((end, row) => {
          if (share(curve.low.survival, row) === 0) return
          const [lower, upper] = [exact.lower, exact.upper].map((one) => at(truth.time, one, end, Number.NaN))
          if (lower === undefined || upper === undefined || Number.isNaN(lower)) return
          expect(hull.lower[row]).toBeLessThanOrEqual(lower + NEAR)
          expect(hull.upper[row]).toBeGreaterThanOrEqual(upper - NEAR)
        })
      }),
      RUNS,
    )
  })

  it('two ends hold each quantile, and «not reached» is said of those that are not', () => {
    fc.assert(
      fc.property(waits, grid, (all, ends) => {
        const exits = exitsOf(all)
        const truth = survivalOf(exits)
        const exact = quantilesOf(truth, SHARES, boundColumns(truth))
        cutQuantiles(cutCurveOf(cutOf(exits, ends)), SHARES).forEach(
          ({ between: [after, by], reason }, k) => {
            const value = exact[k]?.value ?? 0
            const days = value === 'not_reached' ? Infinity : value
            expect([reason === 'not_reached' && days < Infinity, days > after]).toEqual([false, true])
            expect(days).toBeLessThanOrEqual(by ?? Infinity)
          },
        )
      }),
      RUNS,
    )
  })

  it('two means hold the mean, and none is told past who was surely followed', () => {
    fc.assert(
      fc.property(waits, grid, fc.double({ min: 0.5, max: 45, noNaN: true }), (all, ends, tau) => {
        const exits = exitsOf(all)
        const found = cutMean(cutCurveOf(cutOf(exits, ends)), tau)
        if (!found) return
        const exact = restrictedMean(survivalOf(exits), tau)
        if (!exact.ok) throw new Error('a mean is told of nobody')
        expect(found[0]).toBeLessThanOrEqual(exact.value.value + NEAR)
        expect(found[1]).toBeGreaterThanOrEqual(exact.value.value - NEAR)
      }),
      RUNS,
    )
  })

  it('two shares hold that of each outcome, at each end', () => {
    fc.assert(
      fc.property(waits, grid, (all, ends) => {
        const exits = exitsOf(all)
        const [cut, truth] = [cutOf(exits, ends), incidencesOf(exits)]
        const curve = cutCurveOf(cut)
        const found = cutIncidences(cut, curve)
        OUTCOMES.forEach((outcome, k) => {
          const exact = truth.causes[k]?.share ?? new Float64Array(0)
          curve.time.forEach((end, row) => {
            const wanted = at(truth.time, exact, end, 0)
            expect(found[outcome]?.low[row]).toBeLessThanOrEqual(wanted + NEAR)
            expect(found[outcome]?.high[row]).toBeGreaterThanOrEqual(wanted - NEAR)
          })
        })
      }),
      RUNS,
    )
  })
})

describe('by hand', () => {
  const ended = (time: number, count: number): Wait => ({ time, cause: 1, count })
  const open = (time: number, count: number): Wait => ({ time, cause: 0, count })

  it('100 at risk, 20 ended and 40 lost in one stretch: between 2/3 and 4/5, and 3/4', () => {
    const curve = only([ended(3.5, 20), open(5.5, 40), open(20.5, 40)], [7, 30])
    expect([curve.low, curve.likely, curve.high].map((one) => share(one.survival, 0))).toEqual([
      40 / 60,
      60 / 80,
      80 / 100,
    ])
  })
  it('who comes late counts by half, and may have come first or last', () => {
    const curve = only(
      [ended(3.5, 20), { time: 20.5, cause: 0, count: 50, entry: 4 }, open(20.5, 30)],
      [7, 30],
    )
    expect([curve.low, curve.likely, curve.high].map((one) => share(one.survival, 0))).toEqual([
      30 / 50,
      55 / 75,
      80 / 100,
    ])
  })
  it('more lost than would leave those who ended: the curve may come down to nothing', () => {
    const curve = only([ended(3.5, 5), open(5.5, 8)], [7])
    expect(share(curve.low.survival, 0)).toBe(0)
    expect(share(curve.high.survival, 0)).toBeCloseTo(8 / 13, 12)
    expect([...cutBounds(curve).lower]).toEqual([0])
  })
  it.each<[string, Wait[], number[], object]>([
    [
      'in a stretch',
      [ended(3.5, 60), open(20.5, 40)],
      [2, 7, 30],
      { between: [2, 7], reason: 'known_at_ends' },
    ],
    [
      'before the first end',
      [ended(0.5, 60), open(9.5, 40)],
      [7],
      { between: [0, 7], reason: 'known_at_ends' },
    ],
    [
      'perhaps never: the low curve comes down, the high one does not',
      [ended(3.5, 40), open(5.5, 50), open(40.5, 10)],
      [7, 30],
      { between: [0, null], reason: 'known_at_ends' },
    ],
    [
      'after the last end, or never',
      [ended(3.5, 10), ended(40.5, 90)],
      [7, 30],
      { between: [30, null], reason: 'known_at_ends' },
    ],
    [
      'surely never',
      [ended(3.5, 10), open(40.5, 90)],
      [7, 30],
      { between: [30, null], reason: 'not_reached' },
    ],
    [
      'exactly on a half: its step may end later, so that no end holds it',
      [ended(3.5, 50), ended(20.5, 50)],
      [7, 30],
      { between: [0, 30], reason: 'known_at_ends' },
    ],
  ])('a median %s', (_, all, ends, wanted) => {
    expect(cutQuantiles(only(all, ends), [0.5])[0]).toEqual({ p: 0.5, ...wanted })
  })
})
