import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDay } from '../../kernel/calendar-day.ts'
import { line } from '../../../tools/testing/thread.ts'
import { clocksOn } from './clocks.ts'
import { EVENT_KINDS, type EventKind } from './event-kinds.ts'
import type { ThreadEvent } from './event.ts'
import { standingEvents } from './event.ts'
import { foldThread } from './fold.ts'
import { fateOf } from './promises.ts'
import { longestSilence, silenceNow } from './silence.ts'

const today = calendarDay('2026-11-22')
const told = line('2026-07-02', 'first_telling', { interlocutor: 'la gardienne' })

/** Any thread: days, vague or not, kinds and corrections in any mixture, sensible or not. */
const SAID = ['juillet 2026', 'été 2026', 'avant 2026', '2026', 'vers le 3 août 2026', 'hier']
const anyDay = fc.oneof(
  fc.integer({ min: 0, max: 600 }).map((back) => addDays(today, -back)),
  fc.constantFrom(...SAID),
)
const anyKind = fc.constantFrom(...EVENT_KINDS.map(({ kind }): EventKind => kind))
const anyLine = fc.tuple(anyDay, anyKind, fc.integer({ min: -1, max: 20 }))
const anyThread = fc.array(anyLine, { maxLength: 14 }).map((drawn) => {
  const lines: ThreadEvent[] = []
  for (const [day, kind, back] of drawn) {
    const replaced = lines[back]
    lines.push(line(day, kind, replaced ? { supersedes: replaced.id } : {}))
  }
  return lines
})
const shuffledThread = anyThread.chain((thread) =>
  fc.tuple(fc.constant(thread), fc.shuffledSubarray(thread, { minLength: thread.length })),
)

describe('the fold', () => {
  it('says the same of the same lines in whatever order they came', () => {
    fc.assert(
      fc.property(shuffledThread, ([thread, shuffled]) => {
        expect(foldThread(shuffled)).toEqual(foldThread(thread))
      }),
      { numRuns: 500 },
    )
  })

  it('accepts any thread, and never gives a negative length or one longer than its longest', () => {
    fc.assert(
      fc.property(anyThread, (thread) => {
        const { tenant, landlord, answer, gap } = clocksOn(foldThread(thread), today)
        for (const length of [tenant, landlord, answer, gap].filter((found) => found !== undefined)) {
          expect(length.days).toBeGreaterThanOrEqual(0)
          expect(length.most ?? length.days).toBeGreaterThanOrEqual(length.days)
        }
      }),
    )
  })

  it('never stops the household’s clock but by the household’s own word', () => {
    const theirs = EVENT_KINDS.filter((row) => !('ending' in row)).map(({ kind }): EventKind => kind)
    const theirLines = fc.array(fc.tuple(anyDay, fc.constantFrom(...theirs)), { maxLength: 20 })
    fc.assert(
      fc.property(theirLines, (drawn) => {
        const state = foldThread([told, ...drawn.map(([day, kind]) => line(day, kind))])
        expect(state.tenant.map(({ until }) => until)).toEqual([undefined])
      }),
    )
  })

  it('leaves out what was corrected and what was taken back', () => {
    const wrong = line('2026-07-06', 'registered')
    const right = line('2026-07-09', 'registered', { supersedes: wrong.id })
    const mistake = line('2026-08-01', 'confirmed_gone')
    const retraction = line('2026-08-02', 'retraction', { supersedes: mistake.id })
    const thread = [told, wrong, right, mistake, retraction]
    expect(standingEvents(thread).map(({ id }) => id)).toEqual([told.id, right.id])
    expect(foldThread(thread).landlord[0]?.from.latest).toBe('2026-07-09')
    expect(foldThread(thread).tenant[0]?.until).toBeUndefined()
  })
})

describe('who holds the ball', () => {
  const closed = line('2026-08-28', 'closed_by_landlord')
  it.each<[string, string, readonly ThreadEvent[]]>([
    ['told: the landlord', 'landlord 2026-07-02', [told]],
    ['closed: the household says whether it is true', 'household 2026-08-28', [told, closed]],
    [
      'contested: the landlord again',
      'landlord 2026-08-30',
      [told, closed, line('2026-08-30', 'closure_contested')],
    ],
    ['refused: the household', 'household 2026-08-01', [told, line('2026-08-01', 'refusal_without_reasons')]],
    [
      'missed by the tenant: the household',
      'household 2026-08-01',
      [told, line('2026-08-01', 'appointment_missed_by_tenant')],
    ],
    [
      'missed by the contractor: the landlord',
      'landlord 2026-07-02',
      [told, line('2026-08-01', 'appointment_missed_by_contractor')],
    ],
    ['asked again: still since it was theirs', 'landlord 2026-07-02', [told, line('2026-09-01', 'reminder')]],
    ['a note moves nothing', 'landlord 2026-07-02', [told, line('2026-08-01', 'note')]],
    ['gone: nobody', 'nobody 2026-08-01', [told, line('2026-08-01', 'confirmed_gone')]],
  ])('%s', (_, expected, thread) => {
    const { ball } = foldThread(thread)
    expect(`${ball?.holder} ${ball?.since.latest}`).toBe(expected)
  })
})

describe('silence', () => {
  it('runs from the telling when nobody ever answered', () => {
    const state = foldThread([told])
    expect([silenceNow(state, today), longestSilence(state, today)]).toEqual([
      143,
      { days: 143, running: true },
    ])
  })

  it('is broken by a word from the other side, not by a reminder nor by an appointment they missed', () => {
    const reminded = line('2026-08-01', 'reminder')
    const missed = line('2026-09-01', 'appointment_missed_by_landlord')
    const wrote = line('2026-11-12', 'answer_holding')
    expect(silenceNow(foldThread([told, reminded, missed]), today)).toBe(143)
    const state = foldThread([told, reminded, missed, wrote])
    expect([silenceNow(state, today), longestSilence(state, today)]).toEqual([
      10,
      { days: 133, running: false },
    ])
  })

  it('ends with the wait', () => {
    const state = foldThread([told, line('2026-08-01', 'confirmed_gone')])
    expect([silenceNow(state, today), longestSilence(state, today).days]).toEqual([undefined, 30])
  })
})

describe('a promise', () => {
  const promise = (what: 'visit' | 'work' | 'answer', dueOn: string) =>
    line('2026-08-10', 'promise', { details: { promise: { what, dueOn: calendarDay(dueOn) } } })
  it.each<[string, object, readonly ThreadEvent[]]>([
    [
      'whose day is still to come is awaited',
      { fate: 'awaited', inDays: 9 },
      [promise('work', '2026-12-01')],
    ],
    ['of today is awaited', { fate: 'awaited', inDays: 0 }, [promise('work', '2026-11-22')]],
    ['that nothing kept is broken', { fate: 'broken', days: 83 }, [promise('work', '2026-08-31')]],
    ['kept on its day', { fate: 'kept' }, [promise('visit', '2026-08-31'), line('2026-08-31', 'visit')]],
    [
      'kept late slipped',
      { fate: 'slipped', days: 5 },
      [promise('visit', '2026-08-31'), line('2026-09-05', 'visit')],
    ],
    [
      'of works is not kept by a visit',
      { fate: 'broken', days: 83 },
      [promise('work', '2026-08-31'), line('2026-08-20', 'visit')],
    ],
    [
      'of works is not kept by half of them',
      { fate: 'broken', days: 83 },
      [promise('work', '2026-08-31'), line('2026-08-20', 'partial_repair')],
    ],
    [
      'of an answer is kept by a refusal that says why',
      { fate: 'kept' },
      [promise('answer', '2026-08-31'), line('2026-08-20', 'refusal_with_reasons')],
    ],
    [
      'is not kept by what came before it',
      { fate: 'broken', days: 83 },
      [line('2026-08-01', 'visit'), promise('visit', '2026-08-31')],
    ],
  ])('%s', (_, expected, lines) => {
    const kept = foldThread([told, ...lines]).promises[0]
    expect(kept && fateOf(kept, today)).toEqual(expected)
  })
})

it('counts how often the story was told, and to how many people', () => {
  const again = line('2026-08-01', 'reminder', { interlocutor: 'La Gardienne' })
  const third = line('2026-09-01', 'reminder', { interlocutor: 'l’agence' })
  const state = foldThread([told, again, third])
  expect([state.reminders, state.tellings, state.interlocutors]).toEqual([2, 3, 2])
})
