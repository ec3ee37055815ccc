import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  expectEqualTo,
  hasReference,
  referenceAnswers,
  WITHOUT_REFERENCE,
} from '../../tools/testing/reference-answers.ts'
import { referenceWaits } from '../../tools/testing/reference-waits.ts'
import { type Incidences, incidencesOf, meanTimes, withdrawalBounds } from './competing.ts'
import { countExits, indexAt, mergeExits, type Wait } from './exits.ts'
import { grayTest } from './gray.ts'
import { boundsOf } from './interval.ts'
import { survivalOf } from './survival.ts'

/** Rows of waiting, cause 1, cause 2 … */
type States = (number | null)[][]
type At = { times: number[]; pstate: States; std_err: States }
type Group = {
  n: number
  at: At
  time?: number[]
  pstate?: States
  std_err?: States
  lower_log?: States
  upper_log?: States
}
type Means = { cols: string[]; rows: string[]; values: number[][] }
type Answers = Record<
  'aj' | 'aj_pooled' | 'aj_all' | 'aj_topic',
  Record<string, Group> & { states: string[]; rmean_table: Means }
>
type Gray = {
  gray_test: { stat: number[]; p: number[]; df: number[] }
  cuminc_timepoints: { rows: string[]; times: number[]; est: number[][] }
}

const SECTIONS = [
  ['mgus2_competing', 'aj'],
  ['mgus2_competing', 'aj_pooled'],
  ['boston_311', 'aj_all'],
  ['boston_311', 'aj_topic'],
] as const
const read = ({ waiting, causes }: Incidences) => [waiting, ...causes]

describe.skipIf(!hasReference())(`equal to R's survfit of several outcomes: ${WITHOUT_REFERENCE}`, () => {
  const cases = SECTIONS.flatMap(([set, section]) => {
    const answers = referenceAnswers<Answers>(set)[section] ?? {}
    const groups = Object.entries(answers).filter(([name]) => name !== 'states' && name !== 'rmean_table')
    return groups.map(([name, group]) => [set, section, name, group as Group, answers] as const)
  })
  const found = (set: string, group: string) =>
    incidencesOf(countExits(referenceWaits(set, group), set === 'boston_311' ? 3 : 2).exits)

  it('reads every group', () => {
    expect(cases.length).toBe(3 + 1 + 12)
  })

  it.each(cases)('%s %s %s: at chosen times', (set, _, name, group) => {
    const incidences = found(set, name)
    const at = group.at.times.map((time) => indexAt(incidences.time, time))
    const shares = at.map((row) => read(incidences).map(({ share }, k) => share[row] ?? (k === 0 ? 1 : 0)))
    expectEqualTo(shares.flat(), group.at.pstate.flat())
    expectEqualTo(
      at.flatMap((row) => read(incidences).map(({ se }) => se[row] ?? 0)),
      group.at.std_err.flat(),
    )
  })

  const curves = cases.filter(([, , , { pstate }]) => pstate)
  it.each(curves)('%s %s %s: at every time, with the interval on the logarithm', (set, _, name, group) => {
    const incidences = found(set, name)
    expectEqualTo(incidences.time, group.time ?? [])
    read(incidences).forEach(({ share, se }, k) => {
      const column = (states: States = []) => states.map((state) => state[k] ?? null)
      expectEqualTo(share, column(group.pstate))
      expectEqualTo(se, column(group.std_err))
      const bounds = [...share].map((x, row) => boundsOf(x, (se[row] ?? 0) / x, 'log'))
      expectEqualTo(
        bounds.map(({ lower }) => lower),
        column(group.lower_log),
      )
      expectEqualTo(
        bounds.map(({ upper }) => upper),
        column(group.upper_log),
      )
    })
  })

  it.each([
    ['mgus2_competing', 'aj', 240],
    ['mgus2_competing', 'aj_pooled', 240],
    ['boston_311', 'aj_all', 90.5],
    ['boston_311', 'aj_topic', 90.5],
  ] as const)('%s %s: mean time in each state', (set, section, tau) => {
    const { rmean_table, states } = referenceAnswers<Answers>(set)[section] ?? {}
    if (!rmean_table || !states) throw new Error('no means')
    const means = rmean_table.rows.map((name) => {
      const state = states.find((one) => name.endsWith(one)) ?? ''
      const group = name === state ? 'all' : name.slice(0, -`, ${state}`.length)
      const times = meanTimes(found(set, group), tau)
      return times && ([times.waiting, ...times.causes][states.indexOf(state)] ?? null)
    })
    expect(means.length).toBeGreaterThan(0)
    // Fallen trees were last seen on day 75.5, some still waiting: R draws their share on to day 90.5, we do not.
    const drawnOn = (row: number) => rmean_table.rows[row]?.includes('Fallen Tree') === true
    expectEqualTo(
      means,
      rmean_table.values.map((values, row) => (drawnOn(row) ? null : (values[2] ?? null))),
    )
  })
})

describe.skipIf(!hasReference())(`equal to R's cmprsk: ${WITHOUT_REFERENCE}`, () => {
  const { gray_test, cuminc_timepoints } = referenceAnswers<Gray>('mgus2_competing')
  const groups = () =>
    ['sex=F', 'sex=M'].map((group) => countExits(referenceWaits('mgus2_competing', group), 2).exits)

  it("Gray's test of both causes", () => {
    const found = [1, 2].map((cause) => grayTest(groups(), cause))
    expectEqualTo(
      found.map((test) => test?.chisq ?? null),
      gray_test.stat,
    )
    expectEqualTo(
      found.map((test) => test?.df ?? null),
      gray_test.df,
    )
    expectEqualTo(
      found.map((test) => test?.p ?? null),
      gray_test.p,
    )
  })

  it('cumulative incidence at chosen times', () => {
    const [f, m] = groups().map(incidencesOf)
    const found = [f?.causes[0], m?.causes[0], f?.causes[1], m?.causes[1]].flatMap((incidence, row) =>
      cuminc_timepoints.times.map((at) => incidence?.share[indexAt([f, m][row % 2]?.time ?? [], at)] ?? null),
    )
    expectEqualTo(found, cuminc_timepoints.est.flat())
  })
})

// Six complaints: repaired after 1 and 4 days, withdrawn after 2, closed unrepaired after 3, waiting 3 and 5 days.
const six: Wait[] = [
  { time: 1, cause: 1 },
  { time: 2, cause: 3 },
  { time: 3, cause: 2 },
  { time: 3, cause: 0 },
  { time: 4, cause: 1 },
  { time: 5, cause: 0 },
]

describe('outcomes that compete, by hand', () => {
  const found = incidencesOf(countExits(six, 3).exits)

  it('share what has ended: 1/6, then 5/6 × 1/5, 4/6 × 1/4, 3/6 × 1/2', () => {
    expect([...found.waiting.share]).toEqual(
      [5 / 6, 4 / 6, 1 / 2, 1 / 4, 1 / 4].map((x) => expect.closeTo(x, 14)),
    )
    expect(found.causes.map(({ share }) => share.at(-1))).toEqual(
      [1 / 6 + 1 / 4, 1 / 6, 1 / 6].map((x) => expect.closeTo(x, 14)),
    )
  })

  it('err like a proportion while nobody is lost', () => {
    expect(found.causes[2]?.se[1]).toBeCloseTo(Math.sqrt((1 / 6) * (5 / 6) * (1 / 6)), 14)
    expect(found.causes[0]?.se[0]).toBeCloseTo(Math.sqrt((1 / 6) * (5 / 6) * (1 / 6)), 14)
  })

  it('withdrawals are an end, or a wait for ever: both bounds, shown above one in twenty', () => {
    const bounds = withdrawalBounds(countExits(six, 3).exits, 3)
    expect(bounds).toMatchObject({ withdrawn: 1 / 6, mustBeShown: true })
    expect([bounds.lower.at(-1), bounds.upper.at(-1)]).toEqual([
      expect.closeTo(1 / 4, 14),
      expect.closeTo(5 / 12, 14),
    ])
    const one = withdrawalBounds(countExits([...six, { time: 9, cause: 1, count: 14 }], 3).exits, 3)
    expect(one.mustBeShown).toBe(false) // 1 of 20 is not above
    expect(() => withdrawalBounds(countExits(six, 2).exits, 3)).toThrow(RangeError)
  })

  it('mean time lost to repairs before day 5: 4 × 1/6 + 1 × 1/4', () => {
    expect(meanTimes(found, 5)?.causes[0]).toBeCloseTo(4 / 6 + 1 / 4, 14)
    expect(meanTimes(found, 6)).toBeNull() // one waits still, and was last seen on day 5
  })
})

const wait = fc.record({
  time: fc.integer({ min: 1, max: 9 }),
  entry: fc.integer({ min: 0, max: 2 }),
  cause: fc.integer({ min: 0, max: 3 }),
  count: fc.integer({ min: 1, max: 3 }),
})

it('every case waits or has ended one way, and who waits is the Kaplan–Meier curve', () => {
  fc.assert(
    fc.property(fc.array(wait, { maxLength: 25 }), (waits) => {
      const { exits } = countExits(waits, 3)
      const { waiting, causes } = incidencesOf(exits)
      const { survival, seLog } = survivalOf(exits)
      waiting.share.forEach((share, row) => {
        expect(causes.reduce((sum, one) => sum + (one.share[row] ?? 0), share)).toBeCloseTo(1, 12)
        expect(share).toBeCloseTo(survival[row] ?? 0, 12)
        expect(waiting.se[row]).toBeCloseTo(share > 0 ? share * (seLog[row] ?? 0) : 0, 12)
      })
    }),
  )
})

describe("Gray's test", () => {
  const early = countExits(
    [1, 2, 3, 4].map((time) => ({ time, cause: 1, count: 5 })),
    1,
  ).exits
  const late = countExits(
    [5, 6, 7, 8].map((time) => ({ time, cause: 1, count: 5 })),
    1,
  ).exits

  it('finds nothing between a group and itself, much between early and late', () => {
    expect(grayTest([early, early], 1)?.chisq).toBeCloseTo(0, 12)
    const few = countExits(
      [
        { time: 3, cause: 1, count: 2 },
        { time: 9, cause: 0, count: 18 },
      ],
      1,
    ).exits
    const many = mergeExits([early, countExits([{ time: 9, cause: 0, count: 5 }], 1).exits])
    expect(grayTest([many, few], 1)?.p).toBeLessThan(0.001)
    expect(grayTest([early, late], 1)).toBeNull()
  })

  it('does not mind the order of the groups', () => {
    const third = countExits(six, 3).exits
    const [a, b] = [grayTest([early, late, third], 1), grayTest([third, early, late], 1)]
    expect(a?.chisq).toBeCloseTo(b?.chisq ?? 0, 10)
  })

  it('is not made of one group, nor with late entries', () => {
    expect(grayTest([early], 1)).toBeNull()
    expect(grayTest([early, countExits([{ time: 4, cause: 1, entry: 2 }], 1).exits], 1)).toBeNull()
  })
})
