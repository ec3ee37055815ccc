import { describe, expect, it } from 'vitest'
import { drawOf } from '../../tools/testing/chance.ts'
import { Attacker, type Told } from '../../tools/testing/linear-bounds.ts'
import { countExits, type Exits, mergeExits } from './exits.ts'
import { mergeTallies } from './merge-tallies.ts'
import { OUTCOMES } from './outcomes.ts'
import { protectTally } from './protect-tally.ts'
import { readTally } from './read-tally.ts'
import { RULES } from './rules.ts'
import {
  type CountedStratum,
  leavers,
  type Tally,
  type TallyHead,
  tallyOf,
  type TallyStratum,
} from './tally.ts'

const HEAD: TallyHead = {
  rules: RULES,
  days: 'civil',
  tie: 'day+0.5',
  timeZone: 'Europe/Paris',
  by: ['place', 'category'],
  asOf: '2026-11-23',
  rejects: {},
  sources: [],
}
const GRID = [1, 3, 7, 30]
const BY = [[], ['place'], ['category'], ['place', 'category']] as const

const NAMES = ['still', ...OUTCOMES] as const

/** A town of a few places and troubles, many of them rare. */
function town(seed: number, places: number, categories: number, causes: number): CountedStratum[] {
  const draw = drawOf(seed * 7919 + 1)
  return Array.from({ length: places * categories }, (_, k) => {
    const size = [0, draw(5), draw(12), draw(30), draw(80), draw(200)][draw(6)] ?? 0
    const waits = Array.from({ length: size }, () => ({
      time: draw(draw(4) === 0 ? 60 : 8) + 0.5,
      cause: Math.max(0, draw(causes + 2) - 1),
    }))
    const key = { place: `P${Math.floor(k / categories)}`, category: `C${k % categories}` }
    return { key, exits: countExits(waits, 5).exits }
  })
}

/** The same cases by fewer headers, as anybody may count them with the same command. */
function rolledUp(strata: readonly CountedStratum[], by: readonly string[]): CountedStratum[] {
  const keyOf = ({ key }: CountedStratum) =>
    Object.fromEntries(by.map((header) => [header, key[header as keyof typeof key] ?? '']))
  const groups = Map.groupBy(
    strata.filter(({ exits }) => exits.n > 0),
    (one) => JSON.stringify(keyOf(one)),
  )
  return [...groups.values()].map((group) => ({
    key: group[0] ? keyOf(group[0]) : {},
    exits: mergeExits(group.map(({ exits }) => exits)),
  }))
}

const everyTally = (strata: readonly CountedStratum[], outcomes: boolean): Tally[] =>
  BY.map((by) => protectTally(rolledUp(strata, by), { ...HEAD, by }, { grid: GRID, outcomes }))

/** Unknowns: of each stratum, how many left in each stretch of the grid, each way or seen waiting until then. */
const unknown = (stratum: number, bin: number, name: number) =>
  (stratum * (GRID.length + 1) + bin) * NAMES.length + name
const binOf = (time: number) => GRID.filter((end) => end < time).length

/** Every sum that these tallies tell. Whoever leaves after the last end is told, or is nobody. */
function sumsOf(strata: readonly CountedStratum[], tallies: readonly Tally[]): Told[] {
  return tallies.flatMap(({ by, strata: told }) =>
    told.flatMap(({ key, bins }) => {
      const inside = strata.flatMap((one, at) =>
        by.every((header) => one.key[header] === key[header]) ? [at] : [],
      )
      const sumOver = (from: number, until: number, names: readonly number[]) => {
        const within = Array.from({ length: until - from }, (_, k) => from + k)
        const all = inside.flatMap((one) =>
          within.flatMap((bin) => names.map((name) => unknown(one, bin, name))),
        )
        return new Map(all.map((one) => [one, 1]))
      }
      const starts = bins.end.map((_, row) => (row === 0 ? 0 : positionOf(bins.end[row - 1])))
      const ways = [['still', [0], bins.censored] as const, ...waysOf(bins.ended)]
      const rows = ways.flatMap(([, names, column]) =>
        bins.end.map((end, row) => ({
          sum: sumOver(starts[row] ?? 0, positionOf(end), names),
          value: column[row] ?? 0,
        })),
      )
      const tail = sumOver(positionOf(bins.end.at(-1)), GRID.length + 1, NAMES.keys().toArray())
      return [...rows, ...(tail.size > 0 ? [{ sum: tail, value: 0 }] : [])]
    }),
  )
}

const positionOf = (end: number | null | undefined) =>
  typeof end === 'number' ? GRID.filter((one) => one <= end).length : GRID.length + 1

/** Each way of ending told, and those it stands for: «other» for all that is not told apart. */
function waysOf(ended: Tally['strata'][number]['bins']['ended']) {
  const hidden = NAMES.flatMap((name, k) =>
    k > 0 && (name === 'other' || !Object.keys(ended).includes(name)) ? [k] : [],
  )
  return Object.entries(ended).map(([name, column]) => {
    const k = NAMES.findIndex((one) => one === name)
    return [name, k > 0 && name !== 'other' ? [k] : hidden, column] as const
  })
}

type Secret = { readonly what: string; readonly unknowns: readonly number[] }

/** What nobody should know within less than 5: a handful in any stretch, how a handful ended, a stratum under ten. */
function secretsOf(strata: readonly CountedStratum[], outcomes: boolean): Secret[] {
  return strata.flatMap(({ key, exits }, at) => {
    const isHidden = exits.n > 0 && exits.n < 10
    const tellsHow = exits.ended.reduce((sum, count) => sum + count, 0) >= 5
    return stretches().flatMap((bins) => {
      const whole = bins.length === GRID.length + 1
      return [NAMES.keys().toArray(), ...(outcomes && tellsHow ? [[1], [2], [3], [4], [5]] : [])].flatMap(
        (names) => {
          const count = countIn(exits, bins, names)
          if (!(count > 0 && count < 5) && !(whole && isHidden && names.length > 1)) return []
          const unknowns = bins.flatMap((bin) => names.map((name) => unknown(at, bin, name)))
          return [{ what: `${Object.values(key).join()} ${bins.join()} ${names.join()}: ${count}`, unknowns }]
        },
      )
    })
  })
}

const stretches = (): number[][] =>
  GRID.concat(0).flatMap((_, from) =>
    Array.from({ length: GRID.length + 1 - from }, (__, more) =>
      Array.from({ length: more + 1 }, (___, k) => from + k),
    ),
  )

const countIn = ({ time, byCause, censored }: Exits, bins: readonly number[], names: readonly number[]) =>
  [censored, ...byCause].reduce(
    (sum, column, name) =>
      names.includes(name)
        ? column.reduce((all, count, row) => (bins.includes(binOf(time[row] ?? 0)) ? all + count : all), sum)
        : sum,
    0,
  )

/** The secrets that somebody who knows these tallies knows too. */
function found(strata: readonly CountedStratum[], tallies: readonly Tally[], secrets: readonly Secret[]) {
  const size = strata.length * (GRID.length + 1) * NAMES.length
  const attacker = new Attacker(size, sumsOf(strata, tallies))
  return secrets.filter(({ unknowns }) => attacker.widthOf(unknowns) < 5 - 1e-6).map(({ what }) => what)
}

const seeds = (size: number): number[] => Array.from({ length: size }, (_, seed) => seed)
const townOf = (seed: number) => town(seed, 3, 2 + (seed % 2), 1 + (seed % 3))

describe('somebody who subtracts', () => {
  it.each(seeds(16))('learns no handful from a tally, by place, and from their total: %d', (seed) => {
    const [strata, outcomes] = [townOf(seed), seed % 3 > 0]
    const [total, places, , finest] = everyTally(strata, outcomes)
    const chain = [total, places, finest].flatMap((tally) => tally ?? [])
    expect(found(strata, chain, secretsOf(strata, outcomes))).toEqual([])
  })

  it.each(seeds(10))('learns no more from the finest tally than its margins tell: %d', (seed) => {
    const [strata, outcomes] = [townOf(seed), seed % 3 > 0]
    const tallies = everyTally(strata, outcomes)
    const known = found(strata, tallies.slice(0, 3), secretsOf(strata, outcomes))
    expect(found(strata, tallies, secretsOf(strata, outcomes))).toEqual(known)
  })

  it('would have learnt them from counts that are not protected', () => {
    const caught = seeds(8).map((seed) => {
      const strata = townOf(seed)
      const bare = tallyOf(strata, HEAD, { grid: GRID, outcomes: true })
      return found(strata, [bare], secretsOf(strata, true)).length === secretsOf(strata, true).length
    })
    expect(caught).not.toContain(false)
  })

  it('would have learnt some, had small strata only been left out', () => {
    const caught = seeds(12).map((seed) => {
      const strata = townOf(seed)
      const large = strata.filter(({ exits }) => exits.n >= 10)
      const ends = (all: readonly CountedStratum[], by: readonly string[]) =>
        tallyOf(all, { ...HEAD, by }, { grid: [], outcomes: false })
      const places = rolledUp(strata, ['place']).filter(({ exits }) => exits.n >= 10)
      const tallies = [ends(large, HEAD.by), ends(places, ['place'])]
      return found(strata, tallies, secretsOf(strata, false)).length > 0
    })
    expect(caught).toContain(true)
  })
})

describe('what a protected tally tells', () => {
  const counts = (column: readonly number[] = []) => column.filter((count) => count > 0)

  it.each(seeds(30))('strata of ten, stretches of five, ways of ending of five: %d', (seed) => {
    const strata = town(seed, 4, 3, 3)
    const tally = protectTally(strata, HEAD, { outcomes: true })
    expect(readTally(JSON.parse(JSON.stringify(tally)))).toEqual({ ok: true, value: tally })
    expect(tally.strata.length + tally.withheld).toBe(strata.filter(({ exits }) => exits.n > 0).length)
    for (const { n, bins } of tally.strata) {
      expect(n).toBeGreaterThanOrEqual(10)
      const last = bins.end.length - 1
      const tail = leavers(bins, last) === 0 ? last : bins.end.length
      for (let row = 0; row < tail; row++) expect(leavers(bins, row)).toBeGreaterThanOrEqual(5)
      const ended = Object.values(bins.ended).flatMap(counts)
      const all = ended.reduce((sum, count) => sum + count, 0)
      expect(Math.min(...ended)).toBeGreaterThanOrEqual(Math.min(5, all))
    }
  })

  it('the curve of a large stratum, at many of its ends', () => {
    const waits = Array.from({ length: 400 }, (_, k) => ({
      time: (k % 90) + 0.5,
      cause: k % 5 === 0 ? 0 : 1,
    }))
    const key = { place: 'P', category: 'C' }
    const tally = protectTally([{ key, exits: countExits(waits, 5).exits }], HEAD, { outcomes: false })
    expect(tally.strata[0]?.bins.end).toEqual([1, 2, 3, 4, 5, 6, 7, 14, 21, 30, 60, 90])
  })
})

describe('tallies that are added, or come again', () => {
  const outcomes = false
  const only = (exits: Exits) => [{ key: { place: 'P', category: 'C' }, exits }]
  const days = (...list: number[]) => list.map((day) => ({ time: day + 0.5, cause: 1 }))
  const first = days(...Array.from({ length: 60 }, (_, k) => k % 20))

  it('added to one’s own, they tell of the other what it told, and no more', () => {
    for (const seed of seeds(10)) {
      const [theirs, ours] = [town(seed, 3, 2, 1), town(seed + 100, 3, 2, 1)]
      const told = protectTally(theirs, HEAD, { grid: [2, 7, 30], outcomes })
      const merged = mergeTallies([told, tallyOf(ours, HEAD, { outcomes })])
      for (const { key, bins } of merged.ok ? merged.value.strata : []) {
        const same = (one: { key: object }) => JSON.stringify(one.key) === JSON.stringify(key)
        const other = told.strata.find(same)
        expect(bins.end.every((end) => !other || end === null || isKnownOf(other, end))).toBe(true)
        expect(merged.ok && merged.value.protected).toBe(false)
      }
    }
  })

  it('a second release with one case more tells nothing where it would show that case', () => {
    const before = protectTally(only(countExits(first, 5).exits), HEAD, { outcomes })
    const exits = countExits([...first, ...days(3)], 5).exits
    expect(before.strata).toHaveLength(1)
    expect(protectTally(only(exits), HEAD, { outcomes }).strata).toHaveLength(1) // without the register it is shown
    expect(protectTally(only(exits), HEAD, { outcomes, released: [before] }).strata).toEqual([])
  })

  it('a second release with ten cases more is told only at ends where no handful shows', () => {
    const before = protectTally(only(countExits(first, 5).exits), HEAD, { outcomes })
    const more = [...first, ...days(3, 3, 3, 6, 6, 6, 6, 6, 6, 25)]
    const after = protectTally(only(countExits(more, 5).exits), HEAD, { outcomes, released: [before] })
    const [told] = after.strata
    expect(told?.n).toBe(70)
    const sums = (bins = told?.bins) => {
      let sum = 0
      return bins?.end.map((_, row) => (sum += leavers(bins, row))) ?? []
    }
    const apart = sums()
      .slice(0, -1)
      .flatMap((now) => sums(before.strata[0]?.bins).map((then) => Math.abs(now - then)))
    expect(apart.filter((count) => count > 0 && count < 5)).toEqual([])
  })

  it('another grid on the same cases shows no stretch that the first had hidden', () => {
    const before = protectTally(only(countExits(first, 5).exits), HEAD, { grid: [7], outcomes })
    const other = { grid: [8], outcomes, released: [before] }
    const [told] = protectTally(only(countExits(first, 5).exits), HEAD, other).strata
    expect(told?.bins.end).toEqual([null])
  })
})

const isKnownOf = ({ bins }: TallyStratum, end: number): boolean =>
  bins.end.includes(end) || (!bins.end.includes(null) && end > (bins.end.at(-1) ?? 0))
