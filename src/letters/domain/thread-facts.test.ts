import { describe, expect, it } from 'vitest'
import type { ComplaintDeadline } from '../../complaints/domain/complaint-deadlines.ts'
import type { ThreadEvent } from '../../complaints/domain/event.ts'
import { REGISTER } from '../../deadlines/domain/register.ts'
import { copyOf } from '../../deadlines/domain/rule-copy.ts'
import { exactDay, parseApproximateDay } from '../../kernel/approximate-day.ts'
import { calendarDay as day } from '../../kernel/calendar-day.ts'
import { letterDeadlines, letterEvents } from './thread-facts.ts'
import { eventOfSending } from './sending.ts'

const today = day('2026-11-23')
let n = 0
const event = (kind: ThreadEvent['kind'], on: string, more: Partial<ThreadEvent> = {}): ThreadEvent => ({
  id: `e${(n++).toString()}`,
  kind,
  actor: 'household',
  channel: 'phone',
  happened: exactDay(day(on)),
  evidence: 'declared',
  details: {},
  words: 'Des mots.',
  interlocutor: 'Quelqu’un',
  recordedAt: new Date('2026-11-23T10:00:00Z'),
  ...more,
})
const vague = (text: string) => {
  const read = parseApproximateDay(text, today)
  if (!read.ok) throw new Error(text)
  return read.value
}

describe('what a thread gives to a letter', () => {
  it('dates stay as they were said, in the order of a life', () => {
    const thread = [
      event('reminder', '2026-03-02'),
      event('first_telling', '2026-01-01', { happened: vague('hiver 2025') }),
    ]
    expect(letterEvents(thread, today).map(({ kind, when }) => [kind, when])).toEqual([
      ['first_telling', 'hiver 2025'],
      ['reminder', '2 mars 2026'],
    ])
  })

  it('a line that was replaced is not told twice, and names and words stay home', () => {
    const wrong = event('first_telling', '2026-01-01')
    const told = letterEvents([wrong, event('first_telling', '2026-01-02', { supersedes: wrong.id })], today)
    expect(told.map(({ when }) => when)).toEqual(['2 janvier 2026'])
    expect(JSON.stringify(told)).not.toMatch(/Quelqu’un|Des mots/)
  })

  it.each(['contempt', 'effect', 'note', 'appointment_missed_by_tenant'] as const)(
    '%s is the household’s to write',
    (kind) => {
      const thread = [event('first_telling', '2026-01-01'), event(kind, '2026-01-02')]
      expect(letterEvents(thread, today)).toHaveLength(1)
    },
  )

  it('a promise comes with what became of it', () => {
    const details = { promise: { what: 'work', dueOn: day('2026-02-01') } } as const
    const thread = [
      event('first_telling', '2026-01-01'),
      event('promise', '2026-01-10', { actor: 'landlord', details }),
    ]
    expect(letterEvents(thread, today).at(-1)?.promise).toEqual({
      what: 'work',
      dueOn: '2026-02-01',
      fate: 'broken',
    })
  })
})

describe('deadlines', () => {
  const [rule] = REGISTER
  if (!rule) throw new Error('the register is empty')
  const copied = (run: number, more: Partial<ComplaintDeadline> = {}): ComplaintDeadline => ({
    rule: copyOf(rule),
    run,
    started: { latest: day('2026-01-01') },
    ...more,
  })

  it('those of the wait that runs now', () => {
    expect(letterDeadlines([copied(1), copied(2)])).toHaveLength(1)
    expect(letterDeadlines([])).toEqual([])
  })

  it('what stopped one is placed as early as it can be', () => {
    const stopped = { earliest: day('2026-02-01'), latest: day('2026-02-28') }
    expect(letterDeadlines([copied(1, { stopped })])[0]?.stoppedOn).toBe('2026-02-01')
    expect(letterDeadlines([copied(1, { stopped: { latest: day('2026-02-28') } })])[0]?.stoppedOn).toBe(
      '2026-02-28',
    )
  })

  it('nobody has checked what nobody has checked', () => {
    expect(letterDeadlines([copied(1)])[0]?.isChecked).toBe(false)
  })
})

describe('a letter that left', () => {
  it.each([
    ['first_request', false, 'first_telling', 'before anybody was told, it is the first telling'],
    ['first_request', true, 'reminder', 'after a call, writing says it again'],
    ['reminder', true, 'reminder', 'a reminder is one'],
    ['formal_notice', true, 'reminder', 'and so is a formal notice'],
    ['conciliation', true, 'commission_seized', 'the commission is not the landlord'],
  ] as const)('%s, already told %s: %s (%s)', (kind, wasTold, expected, _why) => {
    const sent = { on: day('2026-11-22'), how: 'registered_letter', isProven: true } as const
    expect(eventOfSending({ kind, title: 'Lettre' }, sent, wasTold)).toMatchObject({
      kind: expected,
      channel: 'registered_letter',
      evidence: 'registered_letter',
    })
  })

  it.each([
    ['registered_letter', true, 'registered_letter', 'registered_letter'],
    ['registered_letter', false, 'registered_letter', 'declared'],
    ['letter', true, 'letter', 'letter'],
    ['letter', false, 'letter', 'declared'],
    ['by_hand', true, 'letter', 'letter'],
    ['by_hand', false, 'letter', 'declared'],
    ['email', true, 'email', 'letter'],
    ['email', false, 'email', 'declared'],
  ] as const)('%s, its proof attached %s: told by %s, %s', (how, isProven, channel, evidence) => {
    const sent = { on: day('2026-11-22'), how, isProven }
    expect(eventOfSending({ kind: 'reminder', title: 'Relance' }, sent, true)).toMatchObject({
      channel,
      evidence,
    })
  })
})
