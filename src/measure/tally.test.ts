import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasReference } from '../../tools/testing/reference-answers.ts'
import { referenceWaits } from '../../tools/testing/reference-waits.ts'
import { cutCurveOf } from './cut-survival.ts'
import { countExits, type Wait } from './exits.ts'
import { type MergedTally, mergeTallies } from './merge-tallies.ts'
import { readTally } from './read-tally.ts'
import { RULES } from './rules.ts'
import { survivalOf } from './survival.ts'
import { binsOf, countsOf, exitsOfStratum, type Tally, type TallyHead, tallyOf } from './tally.ts'

const HEAD: TallyHead = {
  rules: RULES,
  days: 'civil',
  tie: 'day+0.5',
  timeZone: 'Europe/Paris',
  by: ['place'],
  asOf: '2026-11-23',
  rejects: { unreadable_date: 2 },
  sources: [{ name: 'a.csv', sha256: 'a'.repeat(64), rows: 9 }],
}

const wait = fc.record({
  time: fc.integer({ min: 0, max: 40 }).map((day) => day + 0.5),
  cause: fc.integer({ min: 0, max: 5 }),
  entry: fc.constantFrom(0, 0, 0, 2, 15),
  count: fc.integer({ min: 1, max: 4 }),
})
const waits = fc.array(wait, { maxLength: 60 })

const strataOf = (all: readonly Wait[]) =>
  ['Nord', 'Sud'].map((place, k) => {
    const { exits } = countExits(
      all.filter((_, at) => at % 2 === k),
      5,
    )
    return { key: { place }, exits }
  })
const exactOf = (all: readonly Wait[], outcomes = true): Tally => tallyOf(strataOf(all), HEAD, { outcomes })
const gridOf = (all: readonly Wait[], grid: readonly number[]): Tally =>
  tallyOf(strataOf(all), HEAD, { grid, outcomes: true })
const merged = (first: Tally, ...others: Tally[]): MergedTally => {
  const result = mergeTallies([first, ...others])
  if (!result.ok) throw new Error(result.refusal.what.join())
  return result.value
}
const first = <S>({ strata }: { readonly strata: readonly S[] }): S => {
  const [stratum] = strata
  if (!stratum) throw new Error('no stratum')
  return stratum
}
const evenly = (all: readonly Wait[]) => all.flatMap((one) => [one, one])

describe('a tally on every time there is', () => {
  it('gives back the waits it was made of, late entries and outcomes included, through JSON', () => {
    fc.assert(
      fc.property(waits, (all) => {
        const read = readTally(JSON.parse(JSON.stringify(exactOf(all))))
        const found = read.ok && read.value.strata.map((stratum) => exitsOfStratum(stratum))
        expect(found).toEqual(strataOf(all).map(({ exits }) => exits))
      }),
    )
  })

  it('merged from three splits is the whole, and so is its curve, to the bit', () => {
    fc.assert(
      fc.property(waits, fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 60 }), (all, site) => {
        const sites = [0, 1, 2].map((k) =>
          tallyOf(
            [
              {
                key: { place: 'Nord' },
                exits: countExits(
                  all.filter((_, at) => site[at] === k),
                  5,
                ).exits,
              },
            ],
            HEAD,
            { outcomes: true },
          ),
        )
        const whole = countExits(all, 5).exits
        const sum = merged(sites[0] ?? exactOf([]), ...sites.slice(1))
        expect(exitsOfStratum(first(sum))).toEqual(whole)
        expect(survivalOf(exitsOfStratum(first(sum))).survival).toEqual(survivalOf(whole).survival)
      }),
    )
  })

  it.runIf(hasReference())('holds for the samples of the reference answers', () => {
    for (const set of ['lung', 'veteran', 'mgus2_competing', 'boston_311']) {
      const all = referenceWaits(set)
      const parts = [0, 1, 2].map((k) => {
        const { exits } = countExits(
          all.filter((_, at) => (at * 7 + (at >> 3)) % 3 === k),
          5,
        )
        return tallyOf([{ key: { place: '' }, exits }], HEAD, { outcomes: true })
      })
      const sum = merged(parts[0] ?? exactOf([]), ...parts.slice(1))
      expect(exitsOfStratum(first(sum))).toEqual(countExits(all, 5).exits)
    }
  })
})

describe('a tally cut at declared ends', () => {
  const days = (...list: number[]): Wait[] => list.map((day) => ({ time: day + 0.5, cause: 1 }))

  it('counts who leaves before each end, and who goes on after the last', () => {
    const all = evenly([...days(0, 6, 7, 30), { time: 2.5, cause: 0 }, { time: 8.5, cause: 3, entry: 7 }])
    const { bins } = first(gridOf(all, [7, 14]))
    expect(bins.end).toEqual([7, 14, null])
    expect(bins.ended.repaired).toEqual([2, 1, 1])
    expect(bins.ended.withdrawn).toEqual([0, 1, 0])
    expect(bins.censored).toEqual([1, 0, 0])
    expect(bins.entered).toEqual([0, 1, 0])
    expect(bins.atRisk).toEqual([5, 2, 1])
  })

  it('knows the share that waits at its ends as the days do, when nobody is lost or late on the way', () => {
    const all = evenly(days(0, 1, 3, 6, 7, 9, 20, 40))
    const tally = gridOf(all, [7, 14, 30])
    const curve = cutCurveOf({ ...first(tally), wholeDays: true })
    expect(curve.time).toEqual([7, 14, 30])
    expect([...curve.likely.survival].map((share) => share.toFixed(6))).toEqual([
      '0.500000',
      '0.250000',
      '0.125000',
    ])
    expect(countsOf(first(tally))).toEqual({ n: 8, ended: 8, open: 0 })
    expect(curve.endsBeyond).toBe(true) // who is repaired after 40 days
  })

  it('claims to know nothing where every end is after the last', () => {
    const tally = gridOf(evenly(days(40, 50)), [7])
    const curve = cutCurveOf({ ...first(merged(tally, gridOf(evenly(days(3)), [2]))), wholeDays: true })
    expect([curve.n, curve.time, curve.endsBeyond]).toEqual([3, [], true])
  })

  it('merges on the ends common to all, with sums between them', () => {
    fc.assert(
      fc.property(waits, waits, (one, other) => {
        const sum = merged(gridOf(one, [3, 7, 14, 30]), gridOf(other, [7, 10, 30]))
        const whole = merged(exactOf(one), exactOf(other))
        for (const [at, stratum] of sum.strata.entries()) {
          expect(stratum.n).toBe(whole.strata[at]?.n)
          const cuts = stratum.bins.end.filter((end) => end !== null)
          const exits = exitsOfStratum(whole.strata[at] ?? first(whole))
          const wanted = tallyOf([{ key: stratum.key, exits }], HEAD, { grid: cuts, outcomes: true })
          expect(stratum.bins).toEqual(first(wanted).bins)
        }
      }),
    )
  })

  it('cuts a tally of days at the ends of the other', () => {
    const sum = merged(gridOf(evenly(days(1, 8)), [7, 14]), exactOf(evenly(days(2, 9, 10))))
    expect(first(sum).bins.end).toEqual([7, 14])
    expect(first(sum).bins.ended.repaired).toEqual([2, 3])
  })

  it('keeps every day of a stratum that only tallies of days hold, whatever the others are cut at', () => {
    const of = (place: string, waits: readonly Wait[]) => ({
      key: { place },
      exits: countExits(waits, 5).exits,
    })
    fc.assert(
      fc.property(waits, waits, waits, (one, other, third) => {
        const exact = tallyOf([of('Nord', one), of('Sud', other)], HEAD, { outcomes: true })
        const cut = tallyOf([of('Est', third), of('Sud', third)], HEAD, { grid: [7, 30], outcomes: true })
        const sum = merged(exact, cut)
        const found = Object.fromEntries(sum.strata.map((stratum) => [stratum.key.place, stratum]))
        expect([found['Nord']?.cut, found['Sud']?.cut, found['Est']?.cut]).toEqual([false, true, true])
        expect(exitsOfStratum(found['Nord'] ?? first(sum))).toEqual(countExits(one, 5).exits)
        expect(found['Est']?.bins).toEqual(first(cut).bins)
        const both = countExits([...other, ...third], 5).exits
        expect(found['Sud']?.bins).toEqual(binsOf(both, sum.grid ?? [], true))
      }),
    )
  })

  it('tells a way of ending apart only where all its tallies do: in one it may stand in «other»', () => {
    const all: Wait[] = [
      { time: 1.5, cause: 1, count: 9 },
      { time: 2.5, cause: 3, count: 8 },
    ]
    const whole = gridOf(all, [7])
    const hides = {
      ...whole,
      strata: [{ ...first(whole), bins: { ...first(whole).bins, ended: { repaired: [9], other: [0] } } }],
    }
    expect(first(merged(exactOf(all), hides)).bins.ended).toEqual({ repaired: [18], other: [0] })
  })

  it('does not tell outcomes apart when one tally does not', () => {
    const plain = tallyOf(strataOf(evenly(days(1, 2))), HEAD, { grid: [7], outcomes: false })
    expect(first(merged(plain)).bins.ended).toEqual({ ended: [2] })
    expect(first(merged(plain, gridOf(evenly(days(3)), [7]))).bins.ended).toEqual({ ended: [3] })
    const sum = merged(exactOf(evenly(days(1))), exactOf(evenly(days(1, 2)), false))
    expect(first(sum).bins.ended).toEqual({ ended: [2, 1] })
  })
})

describe('tallies that are not added', () => {
  it.each<[Partial<TallyHead>, string]>([
    [{ rules: '2025-01' }, 'rules'],
    [{ days: 'elapsed' }, 'days'],
    [{ tie: 'none' }, 'tie'],
    [{ timeZone: 'America/New_York' }, 'timeZone'],
    [{ by: ['ward'] }, 'by'],
  ])('%j: says that %s differs', (other, what) => {
    const tally = exactOf([])
    expect(mergeTallies([tally, { ...tally, ...other }])).toEqual({
      ok: false,
      refusal: { because: 'tallies_differ', what: [what] },
    })
  })

  it('of two dates are, and say both', () => {
    const sum = merged(exactOf([]), { ...exactOf([]), asOf: '2026-12-01' })
    expect(sum.asOf).toBe('2026-11-23/2026-12-01')
    expect(sum.rejects).toEqual({ unreadable_date: 4 })
  })
})

describe('what is read as a tally', () => {
  const good = JSON.parse(JSON.stringify(exactOf(evenly([{ time: 1.5, cause: 1 }]))))
  const stratum = good.strata[0]
  it.each<[string, unknown, object]>([
    ['not an object', [], { because: 'not_a_tally', where: '' }],
    ['any other JSON', { strata: [] }, { because: 'not_a_tally', where: 'schema' }],
    ['a later schema', { ...good, schema: 2 }, { because: 'other_schema', found: '2' }],
    ['other rules', { ...good, rules: '2031-01' }, { because: 'other_rules', found: '2031-01', ours: RULES }],
    [
      'a fingerprint that is none',
      { ...good, sources: [{ name: 'a', sha256: 'x', rows: 1 }] },
      { because: 'not_a_tally', where: 'sources' },
    ],
    [
      'half a case',
      { ...good, strata: [{ ...stratum, n: 0.5 }] },
      { because: 'not_a_tally', where: 'strata' },
    ],
    [
      'a case too many',
      { ...good, strata: [{ ...stratum, n: 2 }] },
      { because: 'broken_counts', stratum: { place: 'Nord' } },
    ],
    [
      'somebody else at risk',
      { ...good, strata: [{ ...stratum, bins: { ...stratum.bins, atRisk: [3] } }] },
      { because: 'broken_counts', stratum: { place: 'Nord' } },
    ],
    ['another header', { ...good, by: ['ward'] }, { because: 'broken_counts', stratum: { place: 'Nord' } }],
  ])('refuses %s', (_, json, refusal) => {
    expect(readTally(good).ok).toBe(true)
    expect(readTally(json)).toEqual({ ok: false, refusal })
  })
})
