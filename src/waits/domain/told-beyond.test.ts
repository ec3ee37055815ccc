import { expect, it } from 'vitest'
import { countExits } from '../../measure/exits.ts'
import { tallyOf } from '../../measure/tally.ts'
import { toldIn } from './leaving.ts'

it('who ended after the last end of a tally has ended, and is not told as waiting', () => {
  const { exits } = countExits(
    [
      { time: 3.5, cause: 1, count: 20 },
      { time: 40.5, cause: 1, count: 13 },
      { time: 41.5, cause: 0, count: 4 },
    ],
    5,
  )
  const head = {
    rules: 'x',
    days: 'civil',
    tie: 'day+0.5',
    timeZone: 'Europe/Paris',
    by: [],
    asOf: '2026-11-01',
    rejects: {},
    sources: [],
  } as const
  const tally = tallyOf([{ key: {}, exits }], head, { grid: [7, 30], outcomes: false })
  expect(toldIn(tally, { place: null, category: null })?.told).toEqual({ ended: 33, open: 4 })
})
