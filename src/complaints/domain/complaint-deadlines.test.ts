import { describe, expect, it } from 'vitest'
import { copyOf } from '../../deadlines/domain/rule-copy.ts'
import { findRule } from '../../deadlines/domain/register.ts'
import { line } from '../../../tools/testing/thread.ts'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { deadlinesOf, nextDueOn, standsOn } from './complaint-deadlines.ts'
import type { ThreadEvent } from './event.ts'

const asked = (thread: readonly ThreadEvent[], rest: Partial<Parameters<typeof deadlinesOf>[0]> = {}) =>
  deadlinesOf({ thread, problemCode: 'damp.kitchen', zone: 'national', charter: [], copied: [], ...rest })

const today = calendarDay('2026-11-22')
const WRITTEN = 'written_demand'
const remedy = (thread: readonly ThreadEvent[], rest = {}) =>
  asked(thread, rest).filter(({ rule }) => rule.id === WRITTEN)
const told = line('2026-07-02', 'first_telling', { channel: 'in_person' })
const demanded = line('2026-09-04', 'reminder', { channel: 'registered_letter' })

describe('the deadlines of a complaint', () => {
  it('start on what starts them: told aloud, nothing runs that needs a writing', () => {
    expect(remedy([told])).toEqual([])
    expect(remedy([told, demanded])).toMatchObject([
      { run: 1, started: { latest: '2026-09-04' }, dueOn: '2026-11-04' },
    ])
  })

  it('start on the first writing, not on the second', () => {
    const again = line('2026-10-01', 'reminder', { channel: 'email' })
    expect(remedy([told, again, demanded])).toMatchObject([{ started: { latest: '2026-09-04' } }])
  })

  it('give the commission its two months from the day it was seized', () => {
    const seized = line('2026-11-05', 'commission_seized', { channel: 'registered_letter' })
    const opinion = asked([told, demanded, seized]).filter(({ rule }) => rule.id === 'conciliation_opinion')
    expect(opinion).toMatchObject([{ dueOn: '2027-01-05', rule: { bound: 'authority' } }])
  })

  it('stop when it is repaired, or when the wait ends otherwise', () => {
    expect(remedy([told, demanded])[0]?.stopped).toBeUndefined()
    expect(remedy([told, demanded, line('2026-10-01', 'work_done')])[0]?.stopped?.latest).toBe('2026-10-01')
    expect(remedy([told, demanded, line('2026-10-01', 'moved_out')])[0]?.stopped?.latest).toBe('2026-10-01')
  })

  const by = (end: ThreadEvent, id: string, ...more: readonly ThreadEvent[]) =>
    asked([told, demanded, ...more, end])
      .filter(({ rule }) => rule.id === id)
      .map((one) => standsOn(one, today, 'national').state)

  it('are kept by what they ask, and by nothing else: who leaves keeps nobody’s promise', () => {
    expect(by(line('2026-10-01', 'work_done'), WRITTEN)).toEqual(['met'])
    expect(by(line('2026-10-01', 'confirmed_gone'), WRITTEN)).toEqual(['met'])
    expect(by(line('2026-10-01', 'given_up'), WRITTEN)).toEqual(['pointless'])
    expect(by(line('2026-11-10', 'moved_out'), WRITTEN)).toEqual(['passed'])
    expect(by(line('2026-10-01', 'confirmed_gone'), 'mediator_access')).toEqual(['pointless'])
  })

  it('run on when the household says that the works were not done', () => {
    const done = line('2026-10-01', 'work_done')
    const closed = line('2026-10-03', 'closed_by_landlord')
    expect(by(line('2026-10-05', 'closure_contested'), WRITTEN, done, closed)).toEqual(['passed'])
  })

  it('stop on a day as vague as their start', () => {
    const thread = [line('2024', 'first_telling', { channel: 'letter' }), line('juin 2024', 'confirmed_gone')]
    expect(remedy(thread)[0]?.stopped?.latest).toBe('2024-06-30')
  })

  it('keep the rule as it was copied, whatever the register says since', () => {
    const known = findRule(WRITTEN)
    if (!known) throw new Error('the register lost its written demand')
    const copied = [{ run: 1, rule: { ...copyOf(known), length: 3, rulesVersion: '2019' } }]
    expect(remedy([told, demanded], { copied })).toMatchObject([
      { dueOn: '2026-12-04', rule: { rulesVersion: '2019' } },
    ])
  })

  it('take in a charter that is known later, once', () => {
    const [law] = remedy([told, demanded])
    const promise = findRule(WRITTEN)
    if (!law || !promise) throw new Error('the register lost its written demand')
    const charter = [{ ...promise, id: 'promised', kind: 'C', length: 15, unit: 'calendar_days' } as const]
    const later = asked([told, demanded], { copied: [law], charter })
    expect(later.map(({ rule }) => rule.id).filter((id) => id !== 'mediator_access')).toContain('promised')
    const again = asked([told, demanded], {
      copied: later,
      charter: [...charter, { ...promise, id: 'newer', kind: 'C' }],
    })
    expect(again.map(({ rule }) => rule.id)).not.toContain('newer')
  })

  it('move with the event that a correction dates otherwise, and go with the one that is taken back', () => {
    const corrected = line('2026-09-10', 'reminder', {
      channel: 'registered_letter',
      supersedes: demanded.id,
    })
    expect(remedy([told, demanded, corrected])).toMatchObject([{ dueOn: '2026-11-10' }])
    expect(remedy([told, demanded, line('2026-09-11', 'retraction', { supersedes: demanded.id })])).toEqual(
      [],
    )
  })

  it('start again when the trouble comes back', () => {
    const thread = [
      told,
      demanded,
      line('2026-10-01', 'confirmed_gone'),
      line('2026-11-01', 'recurrence', { channel: 'email' }),
    ]
    expect(remedy(thread)).toMatchObject([
      { run: 1, dueOn: '2026-11-04', stopped: { latest: '2026-10-01' } },
      { run: 2, dueOn: '2027-01-01' },
    ])
  })

  it('come next only when they bind the landlord and still run; a foreign norm never does', () => {
    const deadlines = asked([told, demanded])
    expect(deadlines.some(({ rule }) => rule.kind === 'R')).toBe(true)
    expect(nextDueOn(deadlines)).toBe('2026-11-04')
    expect(nextDueOn(asked([told, demanded, line('2026-10-01', 'confirmed_gone')]))).toBeUndefined()
  })
})
