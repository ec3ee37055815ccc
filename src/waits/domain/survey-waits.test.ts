import { describe, expect, it } from 'vitest'
import { drawOf } from '../../../tools/testing/chance.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { dayNumber } from '../../measure/day-number.ts'
import { indexAt } from '../../measure/exits.ts'
import { STILL_OPEN } from '../../measure/lexis.ts'
import { survivalOf } from '../../measure/survival.ts'
import type { ToldCase } from '../../survey/domain/told-case.ts'
import { waitsOfCells } from './cell-waits.ts'
import { waitsByName } from './explorer-waits.ts'
import { casesIn, cellsOfCases, cutCases, partOf, routesOf } from './survey-waits.ts'

const told = (opened: number, seen: number, closed: number, over: Partial<ToldCase> = {}): ToldCase => ({
  estateId: 'A',
  familyCode: 'heating',
  opened,
  seen,
  closed,
  outcome: closed === STILL_OPEN ? 0 : 1,
  sampling: 'systematic',
  n: 1,
  ...over,
})
const exitsOf = (cases: readonly ToldCase[], asOf: number) => {
  const [waits] = waitsByName(['all'], [partOf(cases, 0, asOf)])
  if (!waits) throw new Error('one name was asked')
  return waits
}
const shareAt = (cases: readonly ToldCase[], asOf: number, day: number): number => {
  const { time, survival } = survivalOf(exitsOf(cases, asOf).exits)
  return survival[indexAt(time, day)] ?? 1
}

describe('waits seen open at a door, by hand', () => {
  const ASOF = 100
  const four = [
    told(0, 60, 90), // seen at 60 days, ends at 90
    told(50, 60, 70), // seen at 10 days, ends at 20
    told(45, 60, STILL_OPEN), // seen at 15 days, followed until 55
    told(55, 60, 85), // seen at 5 days, ends at 30
  ]

  it.each([
    [20.5, 2 / 3, 'three were followed then: the oldest was not seen yet'],
    [30.5, 1 / 3, 'two were followed then'],
    [90.5, 0, 'one was followed then, and ended'],
  ])('after %f days, the share that waits is %f: %s', (day, share) => {
    expect(shareAt(four, ASOF, day)).toBeCloseTo(share, 10)
  })

  it('counted from their start, as if all had been there to be seen, they would seem longer', () => {
    const naive = four.map((one) => ({ ...one, seen: one.opened }))
    expect([shareAt(naive, ASOF, 20.5), shareAt(naive, ASOF, 30.5)]).toEqual([3 / 4, 1 / 2])
  })

  it.each([
    ['ended before the knock: it was told, and nobody followed it', told(0, 60, 50), [0, 1]],
    ['ended on the day of the knock, before or after it', told(0, 60, 60), [0, 1]],
    ['is told today: nothing of it is followed yet, and it waits', told(0, 100, STILL_OPEN), [1, 0]],
    ['began again after the knock: followed from its start', told(80, 60, STILL_OPEN), [1, 0]],
  ])('one that %s', (_, one, [n, unseen]) => {
    const { exits, neverAtRisk } = exitsOf([one], ASOF)
    expect([exits.n, neverAtRisk]).toEqual([n, unseen])
  })

  it('days that are not those of the calendar are counted from the same age', () => {
    const from = dayNumber(calendarDay('2026-03-02')) // a Monday
    const shifted = four.map((one) => ({
      ...one,
      opened: one.opened + from,
      seen: one.seen + from,
      closed: one.closed === STILL_OPEN ? STILL_OPEN : one.closed + from,
    }))
    const read = (days: 'civil' | 'working_days') =>
      waitsOfCells('all', cellsOfCases(shifted, ASOF + from), { asOf: ASOF + from, observedFrom: null, days })
    expect(read('civil')?.exits).toEqual(exitsOf(four, ASOF).exits)
    expect(read('working_days')?.exits.entries?.time[0]).toBeLessThan(5)
  })
})

it('of a whole town, whoever is still waiting that day says what the whole town says', () => {
  const [draw, KNOCK, MEAN] = [drawOf(20_261_124), 400, 40]
  const town = Array.from({ length: 200_000 }, () => {
    const opened = draw(KNOCK + 1)
    const closed = opened + Math.floor(-Math.log((draw(1_000_000) + 1) / 1_000_001) * MEAN)
    return told(opened, KNOCK, closed)
  })
  const met = town.filter(({ closed }) => closed > KNOCK)
  const truth = (day: number) => town.filter((one) => one.closed - one.opened > day).length / town.length
  const closedOnly = met.map((one) => ({ ...one, seen: one.opened }))
  for (const day of [20, 40, 80]) {
    expect(Math.abs(shareAt(met, 3000, day + 0.6) - truth(day))).toBeLessThan(0.04)
    expect(shareAt(closedOnly, 3000, day + 0.6) - truth(day), 'counted from the start').toBeGreaterThan(0.15)
  }
})

describe('which waits of a campaign are counted', () => {
  const month = (year: number, at: number) => year * 12 + at - 1
  const day = (said: string) => dayNumber(calendarDay(said))
  const asOf = day('2026-11-24')
  const cases = [
    told(day('2026-03-10'), day('2026-11-01'), STILL_OPEN),
    told(day('2026-05-10'), day('2026-11-01'), STILL_OPEN, { estateId: 'B', sampling: 'petition' }),
    told(day('2026-05-11'), day('2026-11-01'), STILL_OPEN, { familyCode: 'damp', n: 2 }),
    told(day('2026-05-12'), day('2026-11-25'), STILL_OPEN), // seen tomorrow
  ]
  const all = { place: null, category: null }
  const always = { from: null, until: null }

  it.each([
    ['all of them, as of today', all, always, [0, 1, 2]],
    ['those of one estate', { ...all, place: 'B' }, always, [1]],
    ['those of one family', { ...all, category: 'damp' }, always, [2]],
    ['those that began in one month', all, { from: month(2026, 5), until: month(2026, 5) }, [1, 2]],
    ['none of an estate nobody knows', { ...all, place: 'C' }, always, []],
  ])('%s', (_, selection, months, expected) => {
    expect(casesIn({ cases, asOf }, selection, months)).toEqual(expected.map((at) => cases[at]))
  })

  it('what leaves is laid on the ends of its stretches, its entry with it', () => {
    const [one] = cutCases({ cases, asOf }, ['place'], [0, 30, 365])
    expect(one).toEqual({ place: 'A', category: '*', days: 364, entry: 237, outcome: 0, n: 1 })
  })

  it('how the doors were chosen is counted by waits, what brought none left out', () => {
    expect(routesOf(cases)).toEqual([
      ['systematic', 4],
      ['petition', 1],
    ])
  })
})
