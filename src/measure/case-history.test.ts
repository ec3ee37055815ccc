import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CaseEvent, contributionsOfCase, stateOf } from './case-history.ts'
import { mergeTables, negate, STILL_OPEN, tableOf } from './lexis.ts'
import { codeOf } from './outcomes.ts'
import { waitsAsOf } from './waits-as-of.ts'

const repaired = codeOf('repaired')
let sequence = 0
const told = (day: number, knownFrom = day): CaseEvent => ({
  kind: 'opened',
  stratum: 7,
  day,
  knownFrom,
  sequence: ++sequence,
})
const closed = (day: number, knownFrom = day, outcome = repaired): CaseEvent => ({
  kind: 'closed',
  outcome,
  day,
  knownFrom,
  sequence: ++sequence,
})
const reopened = (day: number): CaseEvent => ({ kind: 'reopened', day, knownFrom: day, sequence: ++sequence })
const takenBack = (event: CaseEvent, knownFrom: number): CaseEvent => ({
  kind: 'taken_back',
  what: event.sequence,
  day: knownFrom,
  knownFrom,
  sequence: ++sequence,
})

describe('the state of a case', () => {
  it.each<[string, CaseEvent[], ReturnType<typeof stateOf>]>([
    ['nothing is known of it', [], undefined],
    ['a closing without an opening is no case', [closed(3)], undefined],
    ['it waits', [told(1)], { stratum: 7, opened: 1, closed: STILL_OPEN, outcome: 0 }],
    ['it ended', [told(1), closed(4)], { stratum: 7, opened: 1, closed: 4, outcome: repaired }],
    [
      'it waits again',
      [told(1), closed(4), reopened(6)],
      { stratum: 7, opened: 1, closed: STILL_OPEN, outcome: 0 },
    ],
    [
      'the last closing ends it',
      [told(1), closed(4), reopened(6), closed(9, 9, 2)],
      { stratum: 7, opened: 1, closed: 9, outcome: 2 },
    ],
    [
      'it was told twice: from the first time',
      [told(3), told(1)],
      { stratum: 7, opened: 1, closed: STILL_OPEN, outcome: 0 },
    ],
  ])('%s', (_, events, state) => {
    expect(stateOf(events)).toEqual(state)
    expect(stateOf(events.toReversed())).toEqual(state)
  })
})

describe('what a case adds to the table', () => {
  const asKnownOn = (events: readonly CaseEvent[], day: number) =>
    waitsAsOf(tableOf(contributionsOfCase(events)), { asOf: 20, knownBy: day, tie: 0.5 }).get(7)?.exits

  it('says what was known on each day: opened on 1, closed on 4 but told on 10, and never so on 12', () => {
    const closing = closed(4, 10)
    const events = [told(1, 2), closing, takenBack(closing, 12)]
    expect(asKnownOn(events, 1)).toBeUndefined()
    expect(asKnownOn(events, 9)).toMatchObject({
      n: 1,
      time: Float64Array.of(19.5),
      censored: Float64Array.of(1),
    })
    expect(asKnownOn(events, 10)).toMatchObject({
      n: 1,
      time: Float64Array.of(3.5),
      ended: Float64Array.of(1),
    })
    expect(asKnownOn(events, 12)).toMatchObject({
      n: 1,
      time: Float64Array.of(19.5),
      ended: Float64Array.of(0),
    })
  })

  it('disappears when its opening is taken back', () => {
    const opening = told(1)
    expect(asKnownOn([opening, closed(4), takenBack(opening, 6)], 5)?.n).toBe(1)
    expect(asKnownOn([opening, closed(4), takenBack(opening, 6)], 6)).toBeUndefined()
  })

  const days = fc.integer({ min: 0, max: 6 })
  const event = fc
    .tuple(fc.constantFrom('opened', 'closed', 'reopened', 'taken_back'), days, days, days, fc.nat(100_000))
    .map(([kind, day, late, which, sequence]): CaseEvent => {
      const when = { day, knownFrom: day + late, sequence }
      if (kind === 'opened') return { kind, stratum: which % 2, ...when }
      if (kind === 'closed') return { kind, outcome: 1 + (which % 5), ...when }
      return kind === 'reopened' ? { kind, ...when } : { kind: 'taken_back', what: which, ...when }
    })
  const history = fc.uniqueArray(event, { maxLength: 8, selector: ({ sequence }) => sequence })

  it('is the same whatever the order of the log', () => {
    fc.assert(
      fc.property(history, (events) => {
        const table = tableOf(contributionsOfCase(events))
        expect(tableOf(contributionsOfCase(events.toReversed()))).toEqual(table)
      }),
    )
  })

  it('sums, as known on a day, to one case in the state of that day', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 12 }), (events, day) => {
        const known = contributionsOfCase(events).filter(({ knownFrom }) => knownFrom <= day)
        const table = tableOf(known.map((contribution) => ({ ...contribution, knownFrom: 0 })))
        const state = stateOf(events.filter(({ knownFrom }) => knownFrom <= day))
        expect(table).toEqual(tableOf(state ? [{ ...state, knownFrom: 0, count: 1 }] : []))
      }),
    )
  })

  it('takes a late arrival or a correction as a difference: the table is that of the corrected log', () => {
    fc.assert(
      fc.property(history, history, event, (one, other, late) => {
        const fold = (events: readonly CaseEvent[]) => tableOf(contributionsOfCase(events))
        const before = mergeTables(fold(one), fold(other))
        const corrected = [...one, { ...late, sequence: 100_001 }]
        const after = mergeTables(before, negate(fold(one)), fold(corrected))
        expect(after).toEqual(mergeTables(fold(corrected), fold(other)))
      }),
    )
  })
})
