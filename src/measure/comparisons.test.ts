import { describe, expect, it } from 'vitest'
import { countExits, type Wait } from './exits.ts'
import { adjustedForMany, funnelPlace } from './many-comparisons.ts'
import { shareAt, standardise } from './standardise.ts'
import { survivalOf } from './survival.ts'

const curve = (waits: readonly Wait[]) => survivalOf(countExits(waits, 1).exits)
const endedOf = (n: number, ended: number) =>
  curve([
    { time: 10, cause: 1, count: ended },
    { time: 40, cause: 0, count: n - ended },
  ])

describe('the same mix of categories', () => {
  // Lifts: 2 in 10 still wait after day 10. Damp: 9 in 10.
  const [lifts, damp] = [endedOf(100, 80), endedOf(100, 10)]

  it('weighs each category as in the common mix: 3/4 × 0.2 + 1/4 × 0.9', () => {
    const { covered, points } = standardise(
      [
        { weight: 30, curve: lifts },
        { weight: 10, curve: damp },
      ],
      [30],
    )
    expect(covered).toBe(1)
    expect(points[0]?.share).toBeCloseTo(0.375, 14)
    expect(points[0]?.se).toBeCloseTo(Math.hypot(0.75 * 0.04, 0.25 * 0.03), 14)
  })

  it('takes away the paradox: worse in both, better in the crude figure', () => {
    const worse = [endedOf(90, 63), endedOf(10, 0)] // 30 % and 100 % still wait, mostly lifts
    const crude = curve([
      { time: 10, cause: 1, count: 63 },
      { time: 40, cause: 0, count: 37 },
    ])
    const other = curve([
      { time: 10, cause: 1, count: 8 + 9 },
      { time: 40, cause: 0, count: 83 },
    ])
    expect(shareAt(crude, 30).share).toBeLessThan(shareAt(other, 30).share ?? 0)
    const at30 = (curves: typeof worse) =>
      standardise(
        curves.map((own) => ({ weight: 1, curve: own })),
        [30],
      ).points[0]?.share ?? 0
    expect(at30(worse)).toBeGreaterThan(at30([lifts, damp]))
  })

  it('says what part of the mix it covers, and nothing of a time one category does not reach', () => {
    expect(
      standardise(
        [
          { weight: 3, curve: lifts },
          { weight: 1, curve: null },
        ],
        [30],
      ),
    ).toMatchObject({
      covered: 0.75,
      points: [{ share: expect.closeTo(0.2, 14) }],
    })
    expect(standardise([{ weight: 1, curve: lifts }], [41]).points).toEqual([
      { time: 41, share: null, se: null },
    ])
    expect(standardise([{ weight: 1, curve: null }], [3]).points[0]?.share).toBeNull()
    expect(() => standardise([{ weight: 0, curve: lifts }], [30])).toThrow(RangeError)
  })

  it('reads a curve before its first end as one, after its last as zero where nobody is left', () => {
    expect(shareAt(lifts, 3)).toEqual({ share: 1, se: 0 })
    expect(shareAt(endedOf(5, 5), 99)).toEqual({ share: 0, se: 0 })
  })
})

describe('many comparisons', () => {
  it.each([
    [[0.01, 0.02, 0.03, 0.04], [0.04, 0.04, 0.04, 0.04], 'each is worth the last'],
    [[0.04, 0.001, 0.5], [0.06, 0.003, 0.5], 'in the order given'],
    [[0.9, 0.95], [0.95, 0.95], 'never above one'],
    [[], [], 'nothing at all'],
  ])('%j become %j: %s', (p, adjusted) => {
    expect(adjustedForMany(p)).toEqual(adjusted.map((x) => expect.closeTo(x, 14)))
  })
})

describe('the funnel', () => {
  const proportion = (share: number, n: number) => ({ share, se: Math.sqrt((share * (1 - share)) / n) })

  it('is as wide as the number of cases makes it: 0.5 ± 1.96 × 0.05 for 100', () => {
    const place = funnelPlace(proportion(0.55, 100), 0.5)
    expect(place).toMatchObject({ size: expect.closeTo(100, 9), stands: 'within' })
    expect(place?.usual[1]).toBeCloseTo(0.5 + 1.959963984540054 * 0.05, 12)
    expect(place?.almostAll[1]).toBeCloseTo(0.5 + 3.090232306167813 * 0.05, 10)
  })

  it.each([
    [0.62, 100, 'outside_usual'],
    [0.3, 100, 'outside_almost_all'],
    [0.62, 20, 'within'],
  ] as const)('%d of %d cases stands %s', (share, n, stands) => {
    expect(funnelPlace(proportion(share, n), 0.5)?.stands).toBe(stands)
  })

  it('has no place for a share without error, no limit beyond 0 and 1, no target that is certain', () => {
    expect(funnelPlace({ share: 1, se: 0 }, 0.5)).toBeUndefined()
    expect(funnelPlace(proportion(0.5, 4), 0.9)?.usual[1]).toBe(1)
    expect(() => funnelPlace(proportion(0.5, 4), 1)).toThrow(RangeError)
  })
})
