import { describe, expect, it } from 'vitest'
import { calendarDay } from '../kernel/calendar-day.ts'
import { countExits } from './exits.ts'
import { type Figure, figureOf, type Provenance } from './figure.ts'

const { exits } = countExits(
  [
    { time: 2.5, cause: 1, count: 12 },
    { time: 9.5, cause: 0, count: 30 },
  ],
  1,
)
const provenance: Provenance = {
  definition: 'median_wait',
  clock: 'landlord',
  asOf: calendarDay('2026-02-16'),
  coverage: { counted: 42, known: 45 },
  method: 'kaplan_meier/log-log/civil/half',
  rules: '1',
  sources: [{ name: 'demandes.csv', sha256: 'a'.repeat(64), rows: 45 }],
}

describe('a figure', () => {
  it('says how many cases, how many ended, how many wait, of what, as of when', () => {
    expect(figureOf('not_reached', exits, provenance)).toEqual({
      ...provenance,
      value: 'not_reached',
      n: 42,
      ended: 12,
      waiting: 30,
    })
  })

  it('cannot be written by hand, nor without its provenance', () => {
    // @ts-expect-error: a number is not a figure
    const bare: Figure<number> = 12
    // @ts-expect-error: all the parts, yet not made by figureOf
    const forged: Figure<number> = { ...provenance, value: 12, n: 42, ended: 12, waiting: 30 }
    const { sources, ...unsourced } = provenance
    // @ts-expect-error: no sources
    const made = () => figureOf(12, exits, unsourced)
    // @ts-expect-error: an empty list of sources is none
    const none: Provenance = { ...provenance, sources: [] }
    expect([bare, forged, made, none, sources].length).toBe(5)
  })

  it.each<[string, Partial<Provenance>]>([
    ['without a definition', { definition: ' ' }],
    ['without its method', { method: '' }],
    ['without the version of its rules', { rules: '' }],
    ['over fewer cases than it counts', { coverage: { counted: 41, known: 45 } }],
    ['over more cases than there are', { coverage: { counted: 46, known: 45 } }],
    ['from a source nobody could recognise', { sources: [{ name: 'x.csv', sha256: 'abc', rows: 1 }] }],
  ])('is refused %s', (_, wrong) => {
    expect(() => figureOf(12, exits, { ...provenance, ...wrong })).toThrow(RangeError)
  })

  it('is refused on counts that contradict one another', () => {
    expect(() => figureOf(12, { ...exits, n: 41 }, provenance)).toThrow('counted once')
  })
})
