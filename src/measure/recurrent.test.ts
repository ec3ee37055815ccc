import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  expectEqualTo,
  hasReference,
  referenceAnswers,
  referenceRows,
  WITHOUT_REFERENCE,
} from '../../tools/testing/reference-answers.ts'
import { meanCountOf, type Path, recurrenceCounts, squaredParts, timesOf } from './recurrent.ts'

type Answer = { time: number[]; n_risk: number[]; n_event: number[]; mcf: number[]; std_chaz: number[] }
type Answers = { mcf: Record<string, Answer>; naive: Record<string, { std_chaz_naive: number[] }> }

const meanCount = (paths: readonly Path[]) => {
  const counts = recurrenceCounts(paths)
  return meanCountOf(counts, squaredParts(paths, counts))
}

describe.skipIf(!hasReference())(`equal to R's survfit with id: ${WITHOUT_REFERENCE}`, () => {
  const { mcf, naive } = referenceAnswers<Partial<Answers>>('cgd_recurrent_mcf')

  it.each(Object.entries(mcf ?? {}))('cgd, %s', (group, answer) => {
    const rows = referenceRows('survival/cgd.csv').filter(({ treat }) => `treat=${treat}` === group)
    const byCase = Map.groupBy(rows, ({ id }) => id)
    const paths = [...byCase.values()].map((own) =>
      own.map(({ tstart, tstop, status }) => ({
        start: Number(tstart),
        stop: Number(tstop),
        events: Number(status),
      })),
    )
    const counts = recurrenceCounts(paths)
    expectEqualTo(counts.time, answer.time)
    expectEqualTo(counts.atRisk, answer.n_risk)
    expectEqualTo(counts.events, answer.n_event)
    const found = meanCount(paths)
    expectEqualTo(found.mean, answer.mcf)
    expectEqualTo(found.se, answer.std_chaz)
    expectEqualTo(found.seNaive, naive?.[group]?.std_chaz_naive ?? [])
  })
})

describe('three cases, by hand', () => {
  // One reopened on days 2 and 4 and watched to 6; one reopened on day 4, watched to 5; one never, watched to 3.
  const paths: Path[] = [
    [
      { start: 0, stop: 2, events: 1 },
      { start: 2, stop: 4, events: 1 },
      { start: 4, stop: 6, events: 0 },
    ],
    [
      { start: 0, stop: 4, events: 1 },
      { start: 4, stop: 5, events: 0 },
    ],
    [{ start: 0, stop: 3, events: 0 }],
  ]

  it('the mean number of reopenings: 1/3, then 2/2 more', () => {
    const { time, mean, seNaive } = meanCount(paths)
    expect([...time]).toEqual([2, 3, 4, 5, 6])
    expect([...mean]).toEqual([1 / 3, 1 / 3, 4 / 3, 4 / 3, 4 / 3].map((x) => expect.closeTo(x, 14)))
    expect(seNaive.at(-1)).toBeCloseTo(Math.sqrt(1 / 9 + 2 / 4), 14)
  })

  it('the robust error: parts 2/9, −1/9, −1/9, which the second day of events does not move', () => {
    expect(meanCount(paths).se.at(-1)).toBeCloseTo(Math.sqrt((4 + 1 + 1) / 81), 14)
  })
})

const path = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 2 }),
      length: fc.integer({ min: 1, max: 4 }),
      events: fc.integer({ min: 0, max: 2 }),
    }),
    { maxLength: 4 },
  )
  .map((stretches) => {
    let at = 0
    return stretches.map(({ gap, length, events }) => {
      const start = at + gap
      at = start + length
      return { start, stop: at, events }
    })
  })

it('the running sums are the plain double sum over cases and times', () => {
  fc.assert(
    fc.property(fc.array(path, { maxLength: 6 }), (paths) => {
      const counts = recurrenceCounts(paths)
      const plain = [...counts.time].map((until) => {
        const parts = paths.map((own) =>
          [...counts.time].reduce((part, at, row) => {
            const watched = at <= until && own.find(({ start, stop }) => start < at && at <= stop)
            const n = counts.atRisk[row] ?? 1
            if (!watched) return part
            return part + ((watched.stop === at ? watched.events : 0) - (counts.events[row] ?? 0) / n) / n
          }, 0),
        )
        return parts.reduce((sum, part) => sum + part * part, 0)
      })
      expect([...squaredParts(paths, counts)]).toEqual(plain.map((x) => expect.closeTo(x, 10)))
    }),
  )
})

it('two sites on one grid, added, are the whole', () => {
  fc.assert(
    fc.property(fc.array(path, { maxLength: 6 }), fc.array(path, { maxLength: 6 }), (here, there) => {
      const grid = timesOf([...here, ...there])
      const whole = recurrenceCounts([...here, ...there])
      const sites = [here, there].map((paths) => recurrenceCounts(paths, grid))
      expect([...whole.atRisk]).toEqual(
        [...grid].map((_, row) => (sites[0]?.atRisk[row] ?? 0) + (sites[1]?.atRisk[row] ?? 0)),
      )
      const squares = [here, there].map((paths) => squaredParts(paths, whole))
      const total = [...grid].map((_, row) => (squares[0]?.[row] ?? 0) + (squares[1]?.[row] ?? 0))
      expect(total).toEqual([...squaredParts([...here, ...there], whole)].map((x) => expect.closeTo(x, 12)))
    }),
  )
})
