import { describe, expect, it } from 'vitest'
import { countExits, type Wait } from '../../measure/exits.ts'
import { closedStairOf } from './closed-stair.ts'
import { stairOf } from './stair.ts'
import { type StairLanding, staircaseOf } from './staircase.ts'

const exitsOf = (...waits: readonly Wait[]) => countExits(waits, 1).exits
const ended = (time: number, count: number): Wait => ({ time, cause: 1, count })
const open = (time: number, count: number): Wait => ({ time, cause: 0, count })

/** A hundred cases: 20 ended on the third day, 19 on the thirtieth, 61 still waiting after 45 days. */
const hundred = exitsOf(ended(3.5, 20), ended(29.5, 19), open(45.5, 61))
const landing = (day: number): StairLanding => ({ kind: 'C', day, words: 'x', short: 'x' })

describe('a stair', () => {
  const stair = stairOf('Tilleuls', hundred, 'log-log', [0, 7, 30, 61])

  it('starts with everybody and goes down where somebody’s wait ended', () => {
    expect(stair.steps.map(({ day, share }) => [day, Math.round(share * 100)])).toEqual([
      [0, 100],
      [3.5, 80],
      [29.5, 61],
    ])
  })
  it('stands inside its band', () => {
    for (const { low, share, high } of stair.steps) {
      expect(low).toBeLessThanOrEqual(share)
      expect(high).toBeGreaterThanOrEqual(share)
    }
  })
  it('counts those still followed, who wait or will end', () => {
    expect(stair.atRisk).toEqual([100, 80, 61, 0])
  })
  it('keeps who waits in its counts, and says a median that is not reached', () => {
    expect([stair.n, stair.ended, stair.waiting, stair.median.value]).toEqual([100, 39, 61, 'not_reached'])
  })

  it.each([
    ['last_seen', 45.5, hundred, 'nobody was followed longer'],
    [
      'too_few',
      8.5,
      exitsOf(ended(2.5, 30), ended(8.5, 11), ended(20.5, 9)),
      'nine remain after the last row of ten',
    ],
    ['all_ended', 5.5, exitsOf(ended(2.5, 30), ended(5.5, 12)), 'all ended at once'],
    ['too_few', 0, exitsOf(ended(2.5, 9)), 'nine cases make no stair'],
    ['too_few', 0, exitsOf(), 'nor does nobody'],
  ])('ends as %s on day %d', (end, until, exits) => {
    const drawn = stairOf('x', exits, 'log-log', [])
    expect([drawn.end, drawn.until]).toEqual([end, until])
  })
  it('has no tread for the fate of nine', () => {
    expect(stairOf('x', exitsOf(ended(2.5, 9)), 'log-log', []).steps).toEqual([])
  })
  it('keeps, where all ended and no interval is known, the bound it had: it never narrows to nothing', () => {
    const last = stairOf('x', exitsOf(ended(2.5, 30), ended(5.5, 12)), 'log-log', []).steps.at(-1)
    expect(last?.low).toBe(0)
    expect(last?.high).toBeGreaterThan(0.3)
  })
})

describe('what closed cases alone would draw', () => {
  it('forgets those who wait', () => {
    const closed = closedStairOf(hundred, 0.5)
    expect(closed).toMatchObject({ n: 39, median: 3 })
    expect(closed.steps.map(({ share }) => Math.round(share * 39))).toEqual([39, 19, 0])
  })
  it('is nothing when nothing is closed', () => {
    expect(closedStairOf(exitsOf(open(9.5, 12)), 0.5)).toEqual({
      steps: [{ day: 0, share: 1 }],
      n: 0,
      median: null,
      mean: null,
    })
  })
})

describe('a drawing', () => {
  const drawn = staircaseOf({
    subject: { name: 'Tilleuls', exits: hundred },
    tie: 0.5,
    landings: [landing(45), landing(5), landing(60), landing(90)],
  })

  it('speaks of a month when it lasts so long', () => {
    expect(drawn.told?.day).toBe(30)
    expect(drawn.told?.share).toBeCloseTo(0.61)
  })
  it('sets landings in order, at its height, without height past its end; what is off the paper is not set', () => {
    expect(drawn.landings.map(({ day, share }) => [day, share && Math.round(share * 100)])).toEqual([
      [5, 80],
      [45, 61],
      [60, null],
    ])
  })
  it.each([
    [hundred, 61, false, [0, 1, 7, 30]],
    [exitsOf(open(1400.5, 12)), 1461, true, [0, 30, 91, 182, 365, 730]],
    [exitsOf(open(1.5, 12)), 7, false, [0, 1, 7]],
  ])(
    'has an axis to the next usual length, compressed past two months',
    (exits, lastDay, compressed, marks) => {
      const { marks: made, ...rest } = staircaseOf({ subject: { name: 'x', exits }, tie: 0.5 })
      expect([rest.lastDay, rest.compressed, made]).toEqual([lastDay, compressed, marks])
    },
  )
  it('is as long as the longer of two', () => {
    const compared = { name: 'y', exits: exitsOf(open(300.5, 50)) }
    expect(staircaseOf({ subject: { name: 'x', exits: hundred }, compared, tie: 0.5 }).lastDay).toBe(365)
  })
  it('shows closed cases alone only when asked', () => {
    expect(drawn.closedOnly).toBeNull()
  })
})
