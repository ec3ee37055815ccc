import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawOf } from '../../tools/testing/chance.ts'
import { type Engines, foldEngines, type Numbers } from '../../tools/testing/fold-engines.ts'
import { closedLengths, closedOnly } from './closed-only.ts'
import { countExits } from './exits.ts'
import { closedLengthsSql } from './closed-lengths-sql.ts'
import { type AsOf, type CaseRelation, lexisSql, type WaitsReading, waitsSql } from './fold-sql.ts'
import { contributionsOf, STILL_OPEN, tableOf } from './lexis.ts'
import { waitsAsOf } from './waits-as-of.ts'
import { waitsOfColumns } from './waits-of-columns.ts'

const DAY = 86_400_000_000
/** The clock of the files is two hours before UTC, all year. */
const dayOf = (us: number): number => Math.floor((us - 7_200_000_000) / DAY)
const midnight = (day: number): number => day * DAY + 7_200_000_000

type Case = ReturnType<typeof generated>[number]

/** Cases over two hundred days, the same at each run: instants and bare dates, entries, some as short as they can be. */
function generated(size: number) {
  const draw = drawOf(20_261_123)
  return Array.from({ length: size }, (_, row) => {
    const isDate = draw(3) === 0
    const opened = 20_000 * DAY + draw(200) * DAY + draw(86_400) * 1_000_000
    const closed = draw(3) === 0 ? null : opened + draw(60) * draw(60) * 3_600_000_000 + draw(1_000)
    const place = (us: number) => (isDate ? midnight(dayOf(us)) : us)
    const entry = draw(4) === 0 ? 20_000 + draw(220) : null
    return {
      row_no: row + 2,
      stratum: draw(5) - 1,
      opened_us: place(opened),
      closed_us: closed === null ? null : place(closed),
      opened_day: dayOf(opened),
      closed_day: closed === null ? null : dayOf(closed),
      opened_is_date: isDate,
      closed_is_date: isDate,
      outcome: closed === null ? 0 : 1 + draw(5),
      entry_day: entry,
      entry_us: entry === null ? null : midnight(entry),
      known_from: 20_100 + draw(3),
    }
  })
}

const CASES = generated(3_000)
const DAYS_ONLY: CaseRelation = {
  relation: 'cases',
  stratum: 'stratum',
  openedDay: 'opened_day',
  closedDay: 'closed_day',
  outcome: 'outcome',
}
const FROM: CaseRelation = {
  ...DAYS_ONLY,
  openedUs: 'opened_us',
  closedUs: 'closed_us',
  openedIsDate: 'opened_is_date',
  closedIsDate: 'closed_is_date',
  entryDay: 'entry_day',
  entryUs: 'entry_us',
}
const ON_DAY: AsOf = { precision: 'day', day: 20_150, us: midnight(20_151) }
const AT_NOON: AsOf = { precision: 'instant', day: 20_150, us: midnight(20_150) + DAY / 2 }

let engines: Engines
beforeAll(async () => {
  engines = await foldEngines(CASES)
})
afterAll(() => engines.stop())

const both = async (query: (dialect: 'duckdb' | 'postgresql') => string) => [
  await engines.duckdb(query('duckdb')),
  await engines.postgresql(query('postgresql')),
]

const columnsOf = (rows: readonly Numbers[]) => {
  const column = (name: string) => Int32Array.from(rows, (row) => row[name] ?? Number.NaN)
  const [stratum, days, outcome, entry] = [
    column('stratum'),
    column('days'),
    column('outcome'),
    column('entry'),
  ]
  return { stratum, days, outcome, entry, count: Float64Array.from(rows, ({ n }) => n ?? 0) }
}

/** The same rules, case by case, in the words of the contract. */
function byHand(cases: readonly Case[], { asOf, days, doubted = [] }: WaitsReading, tie: 0 | 0.5) {
  const strata = [...new Set(cases.map(({ stratum }) => stratum))].toSorted((a, b) => a - b)
  return strata.map((code) => {
    const own = cases.filter(({ stratum }) => stratum === code)
    const isLater = (one: Case) =>
      asOf.precision === 'day' ? one.opened_day > asOf.day : one.opened_us > (asOf.us ?? 0)
    const waits = own.filter((one) => !isLater(one)).map((one) => waitOf(one, asOf, days, doubted, tie))
    return [code, { ...countExits(waits, 5), afterAsOf: own.filter(isLater).length }] as const
  })
}

function waitOf(one: Case, asOf: AsOf, days: 'civil' | 'elapsed', doubted: readonly number[], tie: 0 | 0.5) {
  const limit = asOf.precision === 'day' ? midnight(asOf.day + 1) - 1 : (asOf.us ?? 0)
  const isClosed = one.closed_us !== null && one.closed_us <= limit
  const until = { day: asOf.day, us: asOf.us ?? 0 }
  if (isClosed) Object.assign(until, { day: one.closed_day, us: one.closed_us })
  const since = (end: { day: number; us: number }) =>
    days === 'civil' ? end.day - one.opened_day : Math.floor((end.us - one.opened_us) / DAY)
  const entry = one.entry_day === null ? 0 : Math.max(0, since({ day: one.entry_day, us: one.entry_us ?? 0 }))
  const believed = isClosed && !doubted.includes(one.closed_day ?? 0)
  return { time: since(until) + tie, cause: believed ? one.outcome : 0, entry }
}

describe('the fold in two engines', () => {
  it('gives the cells of the same Lexis table, which is that of TypeScript', async () => {
    const [duckdb, postgresql] = await both(() => lexisSql({ ...DAYS_ONLY, knownFrom: 'known_from' }))
    const table = tableOf(
      CASES.map((one) => ({
        stratum: one.stratum,
        opened: one.opened_day,
        closed: one.closed_day ?? STILL_OPEN,
        outcome: one.outcome,
        knownFrom: one.known_from,
        count: 1,
      })),
    )
    const cells = contributionsOf(table).map(({ knownFrom, count, ...cell }) => ({
      ...cell,
      known_from: knownFrom,
      n: count,
    }))
    expect(duckdb).toEqual(postgresql)
    expect(duckdb).toEqual(cells)
  })

  it.each<[string, WaitsReading]>([
    ['civil days, until the end of a day', { asOf: ON_DAY, days: 'civil' }],
    ['civil days, until an instant', { asOf: AT_NOON, days: 'civil' }],
    ['elapsed days, until 24:00', { asOf: ON_DAY, days: 'elapsed' }],
    ['elapsed days, until an instant', { asOf: AT_NOON, days: 'elapsed' }],
    [
      'three days of closings not believed',
      { asOf: ON_DAY, days: 'civil', doubted: [20_050, 20_060, 20_070] },
    ],
    ['before every case', { asOf: { precision: 'day', day: 19_000, us: 19_001 * DAY }, days: 'elapsed' }],
  ])('counts the same waits, which are those of each case: %s', async (_, reading) => {
    const [duckdb = [], postgresql] = await both((dialect) => waitsSql(dialect, FROM, reading))
    expect(duckdb.length).toBeGreaterThan(0)
    expect(duckdb).toEqual(postgresql)
    for (const tie of [0, 0.5] as const) {
      expect([...waitsOfColumns(columnsOf(duckdb), tie)]).toEqual(byHand(CASES, reading, tie))
    }
  })

  it('reads cells as it reads cases, and as TypeScript reads the table, with one entry for all', async () => {
    const cells = {
      ...DAYS_ONLY,
      relation: `(${lexisSql({ ...DAYS_ONLY, knownFrom: 'known_from' })})`,
      openedDay: 'opened',
      closedDay: 'closed',
      count: 'n',
      where: 'known_from <= 20101',
      entryDay: '20040',
    }
    const [duckdb = [], postgresql] = await both((dialect) =>
      waitsSql(dialect, cells, { asOf: ON_DAY, days: 'civil' }),
    )
    expect(duckdb).toEqual(postgresql)
    const table = tableOf(
      (await engines.duckdb(lexisSql({ ...DAYS_ONLY, knownFrom: 'known_from' }))).map((cell) => ({
        stratum: cell['stratum'] ?? 0,
        opened: cell['opened'] ?? 0,
        closed: cell['closed'] ?? 0,
        outcome: cell['outcome'] ?? 0,
        knownFrom: cell['known_from'] ?? 0,
        count: cell['n'] ?? 0,
      })),
    )
    const read = waitsAsOf(table, { asOf: 20_150, knownBy: 20_101, observedFrom: 20_040, tie: 0.5 })
    const found = [...waitsOfColumns(columnsOf(duckdb), 0.5)]
    expect(found.map(([code, { exits, neverAtRisk }]) => [code, { exits, neverAtRisk }])).toEqual([...read])
  })

  it.each([ON_DAY, AT_NOON])('tells the lengths of closed cases, unrounded: %j', async (asOf) => {
    const reading: WaitsReading = { asOf, days: 'elapsed' }
    const [duckdb = [], postgresql] = await both((dialect) => closedLengthsSql(dialect, FROM, reading, 0.5))
    expect(duckdb).toEqual(postgresql)
    const limit = asOf.precision === 'day' ? midnight(asOf.day + 1) - 1 : (asOf.us ?? 0)
    for (const row of duckdb) {
      const closed = CASES.filter(
        (one) => one.stratum === row['stratum'] && (one.closed_us ?? Infinity) <= limit,
      ).filter((one) => {
        const wait = waitOf(one, asOf, 'elapsed', [], 0.5)
        return wait.time > wait.entry
      })
      const lengths = closed.map((one) => ({
        length: ((one.closed_us ?? 0) - one.opened_us) / DAY,
        count: 1,
      }))
      const wanted = closedOnly(lengths)
      const found = closedLengths({
        n: row['n'] ?? 0,
        wholeDays: BigInt(row['whole_days'] ?? 0),
        restUs: BigInt(row['rest_us'] ?? 0),
        lowUs: BigInt(row['low_us'] ?? 0),
        highUs: BigInt(row['high_us'] ?? 0),
      })
      expect(found.n).toBe(wanted.n)
      expect(found.median).toBeCloseTo(wanted.median ?? Number.NaN, 9)
      expect(found.mean).toBeCloseTo(wanted.mean ?? Number.NaN, 9)
    }
    expect(duckdb).toHaveLength(5)
  })

  it('counts two days between two dates, though one night had an hour less', async () => {
    const hours = 47 * 3_600_000_000
    const relation = `(select 0 as stratum, 1 as outcome, 100 as opened_day, 102 as closed_day, 0 as opened_us,
      ${hours} as closed_us, true as opened_is_date, true as closed_is_date, 0 as entry_day, 0 as entry_us)`
    const reading: WaitsReading = { asOf: ON_DAY, days: 'elapsed' }
    const [duckdb, postgresql] = await both((dialect) => waitsSql(dialect, { ...FROM, relation }, reading))
    expect(duckdb).toEqual([{ stratum: 0, days: 2, outcome: 1, entry: 0, n: 1 }])
    expect(postgresql).toEqual(duckdb)
  })

  it('refuses an as-of that is no number, and instants of cases that have none', () => {
    const reading: WaitsReading = { asOf: { precision: 'day', day: Number.NaN }, days: 'civil' }
    expect(() => waitsSql('duckdb', FROM, reading)).toThrow(RangeError)
    expect(() => waitsSql('duckdb', DAYS_ONLY, { asOf: ON_DAY, days: 'elapsed' })).toThrow(RangeError)
    expect(() => waitsSql('duckdb', DAYS_ONLY, { asOf: AT_NOON, days: 'civil' })).toThrow(RangeError)
  })
})
