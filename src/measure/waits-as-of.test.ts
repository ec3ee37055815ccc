import { describe, expect, it } from 'vitest'
import { type Contribution, STILL_OPEN, tableOf } from './lexis.ts'
import { type Reading, waitsAsOf } from './waits-as-of.ts'

const wait = (
  opened: number,
  closed = STILL_OPEN,
  outcome = closed === STILL_OPEN ? 0 : 1,
): Contribution => ({
  stratum: 0,
  opened,
  closed,
  outcome,
  knownFrom: 0,
  count: 1,
})
// Five cases: ended on its day, after 3 days, withdrawn after 3, open since 5, opened on the last day.
const table = tableOf([wait(0, 0), wait(2, 5), wait(4, 7, 3), wait(5), wait(10)])
const read = (reading: Partial<Reading>) => {
  const read = waitsAsOf(table, { asOf: 10, tie: 0.5, ...reading }).get(0)
  return {
    n: read?.exits.n,
    time: [...(read?.exits.time ?? [])],
    ended: [...(read?.exits.ended ?? [])],
    censored: [...(read?.exits.censored ?? [])],
    entries: read?.exits.entries && [...read.exits.entries.time],
    neverAtRisk: read?.neverAtRisk,
  }
}

describe('the waits of a table at a date', () => {
  it.each<[string, Partial<Reading>, ReturnType<typeof read>]>([
    [
      'on day 10, three have ended and two wait',
      {},
      { n: 5, time: [0.5, 3.5, 5.5], ended: [1, 2, 0], censored: [1, 0, 1], entries: null, neverAtRisk: 0 },
    ],
    [
      'on day 6, the one closed on 7 waited still, and the last was not there',
      { asOf: 6 },
      {
        n: 4,
        time: [0.5, 1.5, 2.5, 3.5],
        ended: [1, 0, 0, 1],
        censored: [0, 1, 1, 0],
        entries: null,
        neverAtRisk: 0,
      },
    ],
    [
      'without the half day, who ended at once was never at risk',
      { tie: 0 },
      { n: 3, time: [3, 5], ended: [2, 0], censored: [0, 1], entries: null, neverAtRisk: 2 },
    ],
    [
      'seen from day 4 only: one had ended before, one enters after 2 days of wait',
      { observedFrom: 4 },
      { n: 4, time: [0.5, 3.5, 5.5], ended: [0, 2, 0], censored: [1, 0, 1], entries: [2], neverAtRisk: 1 },
    ],
    [
      'a calendar that counts every second day',
      { span: (from, until) => Math.floor((until - from) / 2) },
      { n: 5, time: [0.5, 1.5, 2.5], ended: [1, 2, 0], censored: [1, 0, 1], entries: null, neverAtRisk: 0 },
    ],
    [
      'closings of day 5 not believed: that case is seen waiting until then',
      { doubted: new Set([5]) },
      { n: 5, time: [0.5, 3.5, 5.5], ended: [1, 1, 0], censored: [1, 1, 1], entries: null, neverAtRisk: 0 },
    ],
  ])('%s', (_, reading, expected) => {
    expect(read(reading)).toEqual(expected)
  })

  it('tells the outcomes apart', () => {
    const [repaired, , withdrawn] = waitsAsOf(table, { asOf: 10, tie: 0.5 }).get(0)?.exits.byCause ?? []
    expect([[...(repaired ?? [])], [...(withdrawn ?? [])]]).toEqual([
      [1, 1, 0],
      [0, 1, 0],
    ])
  })

  it('has no stratum where everything was taken back', () => {
    const gone = tableOf([wait(0, 0), { ...wait(0, 0), knownFrom: 4, count: -1 }])
    expect(waitsAsOf(gone, { asOf: 10, knownBy: 3, tie: 0.5 }).has(0)).toBe(true)
    expect(waitsAsOf(gone, { asOf: 10, tie: 0.5 }).has(0)).toBe(false)
  })
})
