import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasReference, referenceRows, WITHOUT_REFERENCE } from '../../tools/testing/reference-answers.ts'
import { calendarDay, parseCalendarDay } from '../kernel/calendar-day.ts'
import { ageOfOpenCases, dailyFlows } from './backlog.ts'
import { dayNumber, dayOfNumber } from './day-number.ts'
import { bulkDays, reportingDelay } from './doubtful-days.ts'
import { type Contribution, STILL_OPEN, tableOf } from './lexis.ts'
import { waitsAsOf } from './waits-as-of.ts'

const wait = (opened: number, closed = STILL_OPEN, more: Partial<Contribution> = {}): Contribution => ({
  stratum: 0,
  opened,
  closed,
  outcome: closed === STILL_OPEN ? 0 : 1,
  knownFrom: 0,
  count: 1,
  ...more,
})

// Open from day 0; from 1 to 4; on day 2 only; from 3; the last in another stratum.
const table = tableOf([wait(0), wait(1, 4), wait(2, 2), wait(3, STILL_OPEN, { stratum: 1 })])

describe('the backlog, by hand', () => {
  it('what came, what was closed, what was open each evening', () => {
    const flows = dailyFlows(table, { from: 1, until: 4 })
    expect([...flows.arrivals]).toEqual([1, 1, 1, 0])
    expect([...flows.closures]).toEqual([0, 1, 0, 1])
    expect([...flows.open]).toEqual([2, 2, 3, 2])
  })

  it('of one stratum, and as it was known', () => {
    expect([...dailyFlows(table, { from: 3, until: 4, strata: new Set([1]) }).open]).toEqual([1, 1])
    const told = tableOf([wait(0, STILL_OPEN, { knownFrom: 2 })])
    expect([...dailyFlows(told, { from: 0, until: 1, knownBy: 1 }).open]).toEqual([0, 0])
  })

  it('how old what is open is', () => {
    expect(ageOfOpenCases(table, { asOf: 3, edges: [0, 1, 3] }).counts).toEqual([1, 1, 1])
    expect(ageOfOpenCases(table, { asOf: 4, edges: [0, 2, 30] }).counts).toEqual([1, 1, 0])
    expect(() => ageOfOpenCases(table, { asOf: 4, edges: [1, 2] })).toThrow(RangeError)
  })
})

const cells = fc.array(
  fc
    .record({ opened: fc.integer({ min: 0, max: 20 }), wait: fc.option(fc.integer({ min: 0, max: 15 })) })
    .map(({ opened, wait: days }) => wait(opened, days === null ? STILL_OPEN : opened + days)),
  { maxLength: 25 },
)

it('the backlog of an evening is what is open then, by age', () => {
  fc.assert(
    fc.property(cells, fc.integer({ min: 0, max: 30 }), (all, day) => {
      const flows = dailyFlows(tableOf(all), { from: 5, until: 30 })
      const { counts } = ageOfOpenCases(tableOf(all), { asOf: Math.max(5, day), edges: [0, 3, 9] })
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(flows.open[Math.max(5, day) - 5])
    }),
  )
})

it('the curve of a period holds the closings of its days, and those open when it began or opened in it', () => {
  fc.assert(
    fc.property(
      cells,
      fc.integer({ min: 0, max: 12 }),
      fc.integer({ min: 0, max: 15 }),
      (all, from, length) => {
        const [until, sample] = [from + length, tableOf(all)]
        const read = waitsAsOf(sample, { asOf: until, observedFrom: from, tie: 0.5 }).get(0)
        const flows = dailyFlows(sample, { from, until })
        const sum = (counts: Iterable<number> = []) => [...counts].reduce((total, count) => total + count, 0)
        expect(sum(read?.exits.ended)).toBe(sum(flows.closures))
        expect(sum(read?.exits.censored)).toBe(flows.open.at(-1))
      },
    ),
  )
})

describe('days of bulk closing', () => {
  const calm = Array.from({ length: 60 }, (_, day) => 10 + (day % 5))
  const found = (closures: readonly number[]) =>
    bulkDays({
      from: 100,
      arrivals: new Float64Array(0),
      open: new Float64Array(0),
      closures: Float64Array.from(closures),
    })

  it.each<[string, number[], number[]]>([
    ['ordinary weeks have none', calm, []],
    ['a day of 90 closings among twelve a day', calm.with(30, 90), [130]],
    ['closed days between do not hide it', calm.flatMap((n) => [n, 0]).with(60, 90), [160]],
    ['a busy day of 30 is not three times twelve', calm.with(30, 30), []],
    ['nor are 15 where there is one a day', calm.map(() => 1).with(30, 15), []],
    ['a day alone has nothing to be compared with', [500], []],
  ])('%s', (_, closures, days) => {
    expect(found(closures).map(({ day }) => day)).toEqual(days)
  })

  it('says how many, and how many are usual', () => {
    expect(found(calm.with(30, 90))).toEqual([{ day: 130, closures: 90, usual: 12 }])
  })

  it.skipIf(!hasReference())(`finds that of the Chicago file, 5 July 2011: ${WITHOUT_REFERENCE}`, () => {
    const rows = referenceRows('chicago_sanitation_311/sanitation_code_2014-11-10.csv.gz')
    const cases = rows.flatMap(({ Creation_Date = '', Completion_Date = '' }) => {
      const [opened, closed] = [parseCalendarDay(Creation_Date), parseCalendarDay(Completion_Date)]
      return opened && closed && opened <= closed ? [wait(dayNumber(opened), dayNumber(closed))] : []
    })
    const flows = dailyFlows(tableOf(cases), {
      from: dayNumber(calendarDay('2011-01-01')),
      until: dayNumber(calendarDay('2014-11-10')),
    })
    const days = bulkDays(flows).map(({ day, closures }) => `${dayOfNumber(day)}: ${closures}`)
    expect(days).toEqual(['2011-07-05: 278', '2013-04-09: 208'])
  })
})

describe('how late closings become known', () => {
  const told = (closed: number, delay: number, count: number) =>
    wait(0, closed, { knownFrom: closed + delay, count })

  it('after two days for nineteen in twenty', () => {
    const late = tableOf([1, 2, 3, 4].flatMap((day) => [told(day, 0, 80), told(day, 2, 18), told(day, 5, 2)]))
    expect(reportingDelay(late, { asOf: 30, since: 0 })).toBe(2)
    expect(reportingDelay(late, { asOf: 30, since: 0, share: 0.8 })).toBe(0)
    expect(reportingDelay(late, { asOf: 30, since: 0, share: 0.99 })).toBe(5)
  })

  it('allows for what is not told yet: half come after 3 days, of which the last days show nothing', () => {
    const days = [...Array.from({ length: 10 }).keys()]
    const late = tableOf(days.flatMap((day) => [told(day, 0, 10), told(day, 3, 10)]))
    // On day 9, days 7 to 9 have shown only their first half: 170 told, 70 late. A bare share of 0.55 would say at once.
    expect(reportingDelay(late, { asOf: 9, since: 0, share: 0.55 })).toBe(3)
    expect(reportingDelay(late, { asOf: 9, since: 0, share: 0.5 })).toBe(0)
  })

  it('knows nothing of what was closed before the first vintage', () => {
    expect(reportingDelay(tableOf([told(1, 2, 5)]), { asOf: 30, since: 2 })).toBeUndefined()
  })
})
