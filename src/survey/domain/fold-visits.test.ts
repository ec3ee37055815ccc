import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { newId } from '../../kernel/ids.ts'
import { coverageOf, standingByDoor } from './coverage.ts'
import { checkChain } from './device-chain.ts'
import type { Bodies, EventKind } from './event.ts'
import { foldVisits } from './fold-visits.ts'
import type { Arrival } from './hear-events.ts'

const DAY = new Date('2026-11-20T18:00:00Z')
const ids = (many: number): string[] => Array.from({ length: many }, () => newId(DAY))
const [staircase = '', phone = '', other = ''] = ids(3)
const doors = ids(3)
const place = { staircase, floor: 1, position: 1, sampling: 'systematic' as const }

/** A phone that writes: each call is one more event of its own. */
function writer(device: string) {
  let seq = 0
  return <K extends EventKind>(
    visit: string,
    door: string,
    kind: K,
    body: Bodies[K],
    form: string | null = null,
  ) => {
    seq++
    const told = {
      id: newId(DAY),
      visit,
      door,
      form,
      at: DAY.toISOString(),
      boot: { id: 'b', ms: seq },
      kind,
      body,
    }
    return { device, seq, told }
  }
}
const [door = ''] = doors
const noted = (outcome: Bodies['outcome_noted']['outcome'], comeBackOn?: string) =>
  ({ outcome, comeBackOn: comeBackOn === undefined ? null : calendarDay(comeBackOn) }) as const

describe('what a visit tells', () => {
  const [visit = ''] = ids(1)
  const write = writer(phone)
  const form = 'f'.repeat(64)
  const story = [
    write(visit, door, 'visit_opened', place),
    write(visit, door, 'outcome_noted', noted('come_back', '2026-11-27')),
    write(visit, door, 'outcome_noted', noted('answered')),
    write(visit, door, 'answer_set', { path: '/since', value: 'mars' }, form),
    write(visit, door, 'answer_set', { path: '/since', value: 'août' }, form),
    write(visit, door, 'answer_set', { path: '/health', value: true }, form),
    write(visit, door, 'answer_cleared', { path: '/health' }, form),
    write(visit, door, 'consent_given', { purpose: 'kept', wording: '2026-11 fr' }),
    write(visit, door, 'consent_given', { purpose: 'research', wording: '2026-11 fr' }),
    write(visit, door, 'consent_withdrawn', { purpose: 'research' }),
    write(visit, door, 'visit_closed', {}),
  ]

  it('keeps the last word on each thing, and drops the day of a promise that no longer stands', () => {
    const [told] = foldVisits(story.toReversed()).visits
    expect(told).toMatchObject({ outcome: 'answered', answers: { '/since': 'août' }, form, isClosed: true })
    expect(told?.consents).toEqual({ kept: '2026-11 fr' })
    expect(told?.comeBackOn).toBeNull()
    expect(told?.answers).not.toHaveProperty('/health')
  })

  it('sets aside answers to an instrument it does not know, and reads them the day it does', () => {
    const waiting = foldVisits(story, new Set())
    expect(waiting.setAside).toHaveLength(4)
    expect(waiting.setAside[0]).toMatchObject({ because: 'unknown_form', seq: 4 })
    expect(waiting.visits[0]).toMatchObject({ outcome: 'answered', answers: {} })
    expect(foldVisits(story, new Set([form]))).toEqual(foldVisits(story))
  })

  it('sets aside a kind of tomorrow and another content of the same id; the rest stands', () => {
    const [second] = story.slice(1)
    const tomorrow = {
      device: phone,
      seq: 12,
      told: { ...second?.told, id: newId(DAY), kind: 'door_painted' },
    }
    const twin = { device: phone, seq: 13, told: { ...second?.told, body: noted('refused') } }
    const folded = foldVisits([...story, tomorrow, twin])
    expect(folded.setAside.map(({ because }) => because)).toEqual(['unknown_kind', 'id_used_before'])
    expect(folded.visits).toEqual(foldVisits(story).visits)
  })
})

describe('taking back and correcting', () => {
  it('undoes a whole floor in one event, and nothing of another phone', () => {
    const [write, elsewhere] = [writer(phone), writer(other)]
    const floor = doors.map((each) => write(newId(DAY), each, 'outcome_noted', noted('absent')))
    const theirs = elsewhere(newId(DAY), door, 'outcome_noted', noted('absent'))
    const events = [...floor, theirs].map(({ told }) => told.id)
    const undo = write(newId(DAY), door, 'undone', { events })
    expect(foldVisits([...floor, theirs]).visits).toHaveLength(4)
    expect(foldVisits([undo, ...floor, theirs]).visits.map(({ device }) => device)).toEqual([other])
  })

  it('replaces a visit by the one that corrects it, and keeps both', () => {
    const [first = '', second = ''] = ids(2)
    const write = writer(phone)
    const wrong = write(first, door, 'outcome_noted', noted('refused'))
    const right = [
      write(second, door, 'visit_corrected', { supersedes: first }),
      write(second, door, 'outcome_noted', noted('absent')),
    ]
    const { visits } = foldVisits([...right, wrong])
    expect(visits.map(({ id, isReplaced }) => [id, isReplaced])).toEqual([
      [first, true],
      [second, false],
    ])
    expect(standingByDoor(visits).get(door)?.outcome).toBe('absent')
  })

  it('does not let a visit of another door replace it, nor two visits replace each other away', () => {
    const [first = '', second = ''] = ids(2)
    const write = writer(phone)
    const far = write(newId(DAY), doors[1] ?? '', 'visit_corrected', { supersedes: first })
    const both = [
      write(first, door, 'visit_corrected', { supersedes: second }),
      write(second, door, 'visit_corrected', { supersedes: first }),
    ]
    const { visits } = foldVisits([far, ...both])
    expect(visits.filter((visit) => visit.door === door && !visit.isReplaced)).toHaveLength(1)
  })
})

describe('two phones at one door', () => {
  const [mine, theirs] = [writer(phone), writer(other)]
  const arrivals = [
    mine(newId(DAY), door, 'outcome_noted', noted('answered')),
    theirs(newId(DAY), door, 'outcome_noted', noted('absent')),
    mine(newId(DAY), doors[1] ?? '', 'outcome_noted', noted('absent')),
    mine(newId(DAY), doors[1] ?? '', 'outcome_noted', noted('come_back', '2026-11-27')),
  ]
  const { visits } = foldVisits(arrivals)

  it('keeps both visits and flags them; one phone that comes back is not flagged', () => {
    expect(visits).toHaveLength(4)
    expect(visits.filter(({ sharesDoor }) => sharesDoor).map((visit) => visit.door)).toEqual([door, door])
  })

  it('counts doors, not visits: the furthest visit stands', () => {
    expect(coverageOf({ id: staircase, homes: doors }, standingByDoor(visits))).toEqual({
      homes: 3,
      knocked: 2,
      opened: 2,
      answered: 1,
      toVisitAgain: 1,
      shared: 1,
    })
  })
})

const anEvent = fc.oneof(
  fc
    .constantFrom('absent', 'answered', 'refused')
    .map((outcome) => ({ kind: 'outcome_noted', body: { outcome } })),
  fc.integer().map((value) => ({ kind: 'answer_set', body: { path: '/a', value } })),
  fc.constant({ kind: 'answer_cleared', body: { path: '/a' } }),
  fc.constant({ kind: 'visit_closed', body: {} }),
  fc.constant({ kind: 'tomorrow', body: {} }),
  fc.nat(9).map((at) => ({ kind: 'undone', body: { at } })),
  fc.nat(3).map((at) => ({ kind: 'visit_corrected', body: { at } })),
  fc.constant({ kind: 'door_found', body: { staircase, floor: 2, position: 4, label: 'au fond' } }),
)
const VISITS = ids(4)
const EVENTS = ids(20)
/** Some repeat an id with another content, or a number: a restored phone does. */
const anArrival = fc
  .tuple(fc.constantFrom(phone, other), fc.integer({ min: 1, max: 12 }), fc.nat(3), fc.nat(19), anEvent)
  .map(([device, seq, visit, id, { kind, body }]): Arrival => {
    const at = 'at' in body ? body.at : 0
    const said =
      kind === 'undone'
        ? { events: [EVENTS[at]] }
        : kind === 'visit_corrected'
          ? { supersedes: VISITS[at] }
          : body
    const base = {
      id: EVENTS[id],
      visit: VISITS[visit],
      door: doors[visit % 2],
      form: null,
      at: DAY.toISOString(),
    }
    return { device, seq, told: { ...base, boot: { id: 'b', ms: 0 }, kind, body: said } }
  })

it('is the same state in any order, with anything sent again', () => {
  const mixed = fc
    .array(anArrival, { maxLength: 30 })
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.subarray(all)),
    )
  fc.assert(
    fc.property(mixed, ([all, shuffled, again]) => {
      expect(foldVisits([...again, ...shuffled])).toEqual(foldVisits(all))
    }),
    { numRuns: 500 },
  )
})

it('tells what lacks, what was written twice and what does not follow in a device’s chain', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((sign) => sign.repeat(64))
  const links = [
    { seq: 1, sha256: `${a}`, prev: '' },
    { seq: 2, sha256: `${b}`, prev: `${a}` },
    { seq: 5, sha256: `${c}`, prev: `${d}` },
    { seq: 6, sha256: `${d}`, prev: `${b}` },
    { seq: 2, sha256: `${c}`, prev: `${a}` },
  ]
  expect(checkChain(links.slice(0, 2))).toEqual({ missing: [], forked: [], broken: [] })
  expect(checkChain(links)).toEqual({ missing: [3, 4], forked: [2], broken: [6] })
  expect(checkChain([{ seq: 1e9, sha256: 'a', prev: '' }]).missing).toHaveLength(1000)
})
