import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { countExits, type Wait } from '../../measure/exits.ts'
import { type Tally, tallyOf } from '../../measure/tally.ts'
import type { CountedWaits } from '../domain/counted-waits.ts'
import { countedOfTallies, tallyHead } from './join-tallies.ts'
import { makeTally, tallyAsked } from './make-tally.ts'

const folder = mkdtempSync(join(tmpdir(), 'tally-'))
afterAll(() => rmSync(folder, { recursive: true }))

const OCTOBER: Wait[] = Array.from({ length: 60 }, (_, k) => ({ time: (k % 20) + 0.5, cause: 1 }))
const TWO_MORE: Wait[] = [...OCTOBER, { time: 3.5, cause: 1, count: 2 }]
const countable = (waits: readonly Wait[]) => ({
  counted: {
    strata: [{ key: {}, exits: countExits(waits, 5).exits, closedOnly: { n: 0, median: null, mean: null } }],
    asOf: '2026-10-31',
    days: 'civil',
    timeUnit: 'day',
    tie: 0.5,
    rules: '2026-11',
    lateEntries: false,
    rejects: {},
    sources: [],
    grid: null,
    protected: false,
  } as const,
  map: { opened: 'o', closed: 'c' },
  by: [],
})
const ASKED = { grid: null, unprotected: false }
const made = (waits: readonly Wait[]): Tally => {
  const tally = makeTally(countable(waits), ASKED)
  if (!tally.ok) throw new Error(tally.refusal.because)
  return tally.value
}
const october = join(folder, 'october.tally.json')
writeFileSync(october, JSON.stringify(made(OCTOBER)))

describe('a tally of a later extract', () => {
  it('that holds two cases more would show them by subtraction', () => {
    expect((made(TWO_MORE).strata[0]?.n ?? 0) - (made(OCTOBER).strata[0]?.n ?? 0)).toBe(2)
  })
  it('is not made where it would, once it is told what left before', async () => {
    const tally = await tallyAsked(countable(TWO_MORE), { ...ASKED, released: [october] })
    expect(tally).toMatchObject({ ok: false, refusal: { because: 'all_withheld' } })
  })
  it('is made again of the same cases', async () => {
    const tally = await tallyAsked(countable(OCTOBER), { ...ASKED, released: [october] })
    expect(tally).toMatchObject({ ok: true, value: { strata: [{ n: 60 }] } })
  })
  it('is refused when what left before cannot be read', async () => {
    const tally = await tallyAsked(countable(OCTOBER), {
      ...ASKED,
      released: [join(folder, 'none.tally.json')],
    })
    expect(tally).toMatchObject({ ok: false, refusal: { because: 'tally_absent', name: 'none.tally.json' } })
  })
})

it('counts that are cut already are not protected a second time', () => {
  const head = tallyHead(countable(OCTOBER))
  if (!head.ok) throw new Error(head.refusal.because)
  const cut = tallyOf(countable(OCTOBER).counted.strata, head.value, { grid: [7], outcomes: false })
  const joined = countedOfTallies([cut])
  const counted: CountedWaits = joined.ok ? joined.value : countable([]).counted
  expect(makeTally({ ...countable([]), counted }, ASKED)).toEqual({
    ok: false,
    refusal: { because: 'cut_already' },
  })
})
