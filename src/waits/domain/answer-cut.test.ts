import { describe, expect, it } from 'vitest'
import { countExits, type Wait } from '../../measure/exits.ts'
import { binsOf } from '../../measure/tally.ts'
import { sayQuantile } from './answer-table.fr.ts'
import { answerOf } from './answer.ts'
import { causesOf } from './causes-of.ts'
import type { CountedStratum, CountedWaits } from './counted-waits.ts'
import { cutStaircaseOf } from './staircase.ts'

const LAMPS: readonly Wait[] = [
  { time: 0.5, cause: 1, count: 100 },
  { time: 20.5, cause: 1, count: 200 },
  { time: 25.5, cause: 0, count: 400 },
  { time: 120.5, cause: 2, count: 150 },
  { time: 200.5, cause: 0, count: 150 },
]
const lamps = (ends: readonly number[], outcomes = true): CountedStratum => {
  const { exits } = countExits(LAMPS, 5)
  const cut = { n: exits.n, bins: binsOf(exits, ends, outcomes), wholeDays: true }
  const told = { ended: 450, open: 550 }
  return { key: { Sujet: 'Lampes' }, cut, closedOnly: { n: 450, median: null, mean: null }, told }
}
const counted = (strata: readonly CountedStratum[]): CountedWaits => ({
  strata,
  asOf: '2026-02-17',
  days: 'civil',
  timeUnit: 'day',
  tie: 0.5,
  rules: 'test',
  lateEntries: false,
  rejects: {},
  sources: [],
  grid: [1, 30, 90, 180],
  protected: true,
})
const ENDS = [1, 30, 90, 180]
const answer = (tau: number | null = null) =>
  answerOf(counted([lamps(ENDS)]), {
    ci: 'log-log',
    tau,
    causes: ['repaired', 'closed_without_repair', 'withdrawn'],
  })

describe('what is said of counts cut at ends', () => {
  const [stratum] = answer(60).strata
  if (!stratum) throw new Error('no stratum')

  it('the curve: true counts at the start of each stretch, an estimate, and the bounds that hold the truth', () => {
    const { curve } = stratum
    expect(curve.time).toEqual(ENDS)
    expect(curve.atRisk).toEqual([1000, 900, 300, 300])
    expect(curve.survivalHigh?.[1]).toBeCloseTo(0.9 * (1 - 200 / 900), 12)
    expect(curve.survivalLow?.[1]).toBeCloseTo(0.9 * (1 - 200 / 500), 12)
    expect(curve.survival[1]).toBeCloseTo(0.9 * (1 - 200 / 700), 12)
    expect(curve.lower[1]).toBeLessThan(curve.survivalLow?.[1] ?? 0)
    expect(curve.upper[1]).toBeGreaterThan(curve.survivalHigh?.[1] ?? 1)
    expect(curve.survivalLow?.[0]).toBe(0.9) // a stretch of one day hides nothing
  })
  it('a median is no point but two ends, and says why', () => {
    expect(stratum.median).toEqual({
      value: null,
      lower: null,
      upper: null,
      between: [90, 180],
      reason: 'known_at_ends',
    })
    expect(stratum.quantiles['0.9']).toMatchObject({ value: null, between: [180, null] })
  })
  it('a mean is between two', () => {
    expect(stratum.rmean).toMatchObject({ value: null, se: null, reason: 'known_at_ends' })
    expect(answer(400).strata[0]?.rmean).toMatchObject({ value: null, reason: 'beyond_last_time' })
  })
  it('the shares of each outcome are between two', () => {
    const repaired = stratum.causes?.['repaired']
    expect(repaired?.incidenceHigh?.[1]).toBeGreaterThan(repaired?.incidence[1] ?? 1)
    expect(repaired?.incidenceLow?.[1]).toBeLessThan(repaired?.incidence[1] ?? 0)
    expect(repaired?.incidence[1]).toBeCloseTo(1 - 0.9 * (1 - 200 / 700), 12)
  })
  it('two strata are not tested, and it is said why', () => {
    const two = answerOf(counted([lamps(ENDS), lamps(ENDS)]), { ci: 'log-log', tau: null, causes: null })
    expect([two.tests, two.testsReason]).toEqual([null, 'known_at_ends'])
    expect(answer().testsReason).toBeUndefined()
  })
  it('an outcome that is not told by itself is absent, not at nothing', () => {
    expect(causesOf(counted([lamps(ENDS, false)]), null)).toBeNull()
    const hidden = lamps(ENDS)
    if (!hidden.cut) throw new Error('not cut')
    const { repaired = [], ...others } = hidden.cut.bins.ended
    const ended = { repaired, other: others.closed_without_repair ?? [] }
    const some = { ...hidden, cut: { ...hidden.cut, bins: { ...hidden.cut.bins, ended } } }
    const all = ['repaired', 'closed_without_repair', 'other'] as const
    const found = answerOf(counted([some]), { ci: 'log-log', tau: null, causes: all }).strata[0]?.causes
    expect(Object.keys(found ?? {})).toEqual(['repaired', 'other'])
  })
  it('holds nothing that JSON would change', () => {
    const found = answer(60)
    expect(JSON.parse(JSON.stringify(found))).toEqual(found)
  })
})

describe('two ends, said in a table', () => {
  it.each([
    [[90, 180], 'known_at_ends', 'entre 90 et 180'],
    [[0, 7], 'known_at_ends', 'au plus 7'],
    [[365, null], 'known_at_ends', 'plus de 365'],
    [[0, null], 'known_at_ends', 'inconnue'],
    [[365, null], 'not_reached', 'non atteinte'],
  ] as const)('%j, %s: «%s»', (between, reason, said) => {
    expect(sayQuantile({ value: null, lower: null, upper: null, between, reason })).toBe(said)
  })
})

describe('the drawing of cut counts', () => {
  const stratum = lamps(ENDS)
  if (!stratum.cut) throw new Error('not cut')
  const drawing = cutStaircaseOf({ ...stratum, name: 'Lampes' }, undefined, 'log-log')

  it('speaks of a month, between two shares', () => {
    expect(drawing.told).toEqual({
      day: 30,
      low: expect.closeTo(0.54, 9) as number,
      high: expect.closeTo(0.7, 9) as number,
    })
  })
  it('counts all its cases, and stops at its last end', () => {
    const { n, ended, waiting, until, end } = drawing.subject
    expect([n, ended, waiting, until, end]).toEqual([1000, 450, 550, 180, 'last_end'])
  })
})
