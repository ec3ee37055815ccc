import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../kernel/calendar-day.ts'
import { line } from '../../../tools/testing/thread.ts'
import { admitEvent } from './admissible-event.ts'
import type { ThreadEvent } from './event.ts'

const today = calendarDay('2026-11-22')
const told = line('2026-07-02', 'first_telling')
const gone = line('2026-10-01', 'confirmed_gone')
const promised = (dueOn: string) => ({
  details: { promise: { what: 'work' as const, dueOn: calendarDay(dueOn) } },
})

function judge(event: ThreadEvent, ...thread: readonly ThreadEvent[]): string {
  const admitted = admitEvent(event, thread, today)
  return admitted.ok ? 'admitted' : admitted.refusal.because
}

describe('a line joins a thread', () => {
  it.each<[string, string, ThreadEvent, readonly ThreadEvent[]]>([
    ['a first telling', 'admitted', told, []],
    ['not twice', 'already_told', line('2026-07-03', 'first_telling'), [told]],
    [
      'but its correction does',
      'admitted',
      line('2026-07-01', 'first_telling', { supersedes: told.id }),
      [told],
    ],
    ['not from the future', 'future_date', line('2026-11-23', 'note'), [told]],
    ['today', 'admitted', line('2026-11-22', 'reminder'), [told]],
    ['not before the telling', 'before_first_telling', line('2026-07-01', 'registered'), [told]],
    [
      'an effect can be older',
      'admitted',
      line('2026-06-01', 'effect', { details: { effect: 'health' } }),
      [told],
    ],
    ['nothing is answered that was not told', 'not_told_yet', line('2026-08-01', 'answer_holding'), []],
    [
      'a vague telling leaves room',
      'admitted',
      line('2026-07-05', 'registered'),
      [line('juillet 2026', 'first_telling')],
    ],
    [
      'after «avant 2026» anything may come',
      'admitted',
      line('2024-07-05', 'registered'),
      [line('avant 2026', 'first_telling')],
    ],
    [
      'a promise for yesterday is none',
      'promise_already_past',
      line('2026-08-10', 'promise', promised('2026-08-09')),
      [told],
    ],
    [
      'a promise for the same day is one',
      'admitted',
      line('2026-08-10', 'promise', promised('2026-08-10')),
      [told],
    ],
    ['a promise says what and when', 'details_missing', line('2026-08-10', 'promise'), [told]],
    ['contempt says which', 'details_missing', line('2026-08-10', 'contempt'), [told]],
    ['gone is said once', 'already_over', line('2026-10-05', 'confirmed_gone'), [told, gone]],
    ['what is over is not left', 'already_over', line('2026-10-05', 'moved_out'), [told, gone]],
    ['it comes back', 'admitted', line('2026-11-01', 'recurrence'), [told, gone]],
    ['what never went does not come back', 'not_over', line('2026-11-01', 'recurrence'), [told]],
    [
      'a closure that nobody noted is not contested',
      'nothing_closed',
      line('2026-11-01', 'closure_contested'),
      [told],
    ],
    [
      'the landlord does not say that it is gone',
      'not_this_party',
      line('2026-10-01', 'confirmed_gone', { actor: 'landlord' }),
      [told],
    ],
    [
      'a telling that others rest on is not taken back',
      'telling_is_needed',
      line('2026-11-01', 'retraction', { supersedes: told.id }),
      [told, line('2026-08-01', 'registered')],
    ],
    ['a telling alone is', 'admitted', line('2026-11-01', 'retraction', { supersedes: told.id }), [told]],
  ])('%s: %s', (_, expected, event, thread) => {
    expect(judge(event, ...thread)).toBe(expected)
  })
})
