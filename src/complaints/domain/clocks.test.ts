import { describe, expect, it } from 'vitest'
import { calendarDay } from '../../kernel/calendar-day.ts'
import type { Length } from '../../kernel/length.ts'
import { line } from '../../../tools/testing/thread.ts'
import { clocksOn } from './clocks.ts'
import { EVENT_KINDS, type EventKind } from './event-kinds.ts'
import type { ThreadEvent } from './event.ts'
import { foldThread } from './fold.ts'

const today = calendarDay('2026-11-22')

/** «+» still runs or was left; a range when an end is vague. */
function say(length: Length | undefined): string {
  if (!length) return 'never ran'
  const range =
    length.most === undefined
      ? `${length.days}…`
      : length.most > length.days
        ? `${length.days}–${length.most}`
        : `${length.days}`
  return length.ended ? range : `${range}+`
}

function clocks(...thread: readonly ThreadEvent[]): string {
  const { tenant, landlord, answer, gap } = clocksOn(foldThread(thread), today)
  return `tenant ${say(tenant)} · landlord ${say(landlord)} · answer ${say(answer)} · gap ${say(gap)}`
}

describe('what each kind of event does to the clocks of a running wait', () => {
  const told = line('2026-07-02', 'first_telling')
  const registered = line('2026-07-09', 'registered')
  const RUNNING = 'tenant 143+ · landlord 136+ · answer 143+'
  const CHANGES: Partial<Record<EventKind, string>> = {
    answer_substantive: 'tenant 143+ · landlord 136+ · answer 30',
    refusal_with_reasons: 'tenant 143+ · landlord 136+ · answer 30',
    closed_by_landlord: 'tenant 143+ · landlord 23 · answer 143+',
    confirmed_gone: 'tenant 30 · landlord 136+ · answer 30+',
    given_up: 'tenant 30+ · landlord 136+ · answer 30+',
    moved_out: 'tenant 30+ · landlord 136+ · answer 30+',
  }
  it.each(EVENT_KINDS.map(({ kind }) => [kind, CHANGES[kind] ?? RUNNING] as const))(
    '%s: %s',
    (kind, expected) => {
      expect(clocks(told, registered, line('2026-08-01', kind)).split(' · gap')[0]).toBe(expected)
    },
  )
})

describe('lives of complaints', () => {
  const told = line('2026-07-02', 'first_telling')
  const registered = line('2026-07-09', 'registered')
  const closed = line('2026-08-28', 'closed_by_landlord')
  it.each<[string, string, readonly ThreadEvent[]]>([
    [
      'nobody was told: no clock runs',
      'tenant never ran · landlord never ran · answer never ran · gap never ran',
      [line('2026-05-01', 'note')],
    ],
    ['told and never registered', 'tenant 143+ · landlord never ran · answer 143+ · gap never ran', [told]],
    [
      'closed without repair: the household still waits, and the gap runs',
      'tenant 143+ · landlord 50 · answer 143+ · gap 93+',
      [told, registered, closed],
    ],
    [
      'a contested closure changes no clock; the landlord opens the file again',
      'tenant 143+ · landlord 72+ · answer 143+ · gap 71+',
      [told, registered, closed, line('2026-08-30', 'closure_contested'), line('2026-09-11', 'registered')],
    ],
    [
      'a transfer between services stops nothing',
      'tenant 143+ · landlord 136+ · answer 143+ · gap 7+',
      [told, registered, line('2026-08-01', 'transfer_between_services')],
    ],
    [
      'refused with reasons, then repaired: the answer came first',
      'tenant 61 · landlord 56 · answer 20 · gap 5',
      [
        told,
        registered,
        line('2026-07-22', 'refusal_with_reasons'),
        line('2026-08-30', 'work_done'),
        line('2026-09-01', 'confirmed_gone'),
        line('2026-09-03', 'closed_by_landlord'),
      ],
    ],
    [
      'repaired in part: only the household says that it is gone',
      'tenant 143+ · landlord 136+ · answer 143+ · gap 7+',
      [told, registered, line('2026-08-01', 'partial_repair')],
    ],
    [
      'it comes back: the last run is told, not the sum',
      'tenant 21+ · landlord never ran · answer 21+ · gap never ran',
      [
        told,
        registered,
        line('2026-08-01', 'confirmed_gone'),
        line('2026-08-02', 'closed_by_landlord'),
        line('2026-11-01', 'recurrence'),
      ],
    ],
    [
      'told «en juillet 2026»: an interval, never a day',
      'tenant 114–144+ · landlord never ran · answer 114–144+ · gap never ran',
      [line('juillet 2026', 'first_telling')],
    ],
    [
      '«avant l’hiver 2023»: no longest wait, since nobody said a floor',
      'tenant 1088…+ · landlord never ran · answer 1088…+ · gap never ran',
      [line('avant décembre 2023', 'first_telling')],
    ],
    [
      'both ends vague',
      'tenant 32–91 · landlord never ran · answer 32–91+ · gap never ran',
      [line('juillet 2026', 'first_telling'), line('septembre 2026', 'confirmed_gone')],
    ],
    [
      'told «2024», gone «en juin 2024»: it had begun by June',
      'tenant 0–181 · landlord never ran · answer 0–181+ · gap never ran',
      [line('2024', 'first_telling'), line('juin 2024', 'confirmed_gone')],
    ],
    [
      '«avant 2024», gone «en juin 2023»: at least nothing is invented',
      'tenant 0… · landlord never ran · answer 0…+ · gap never ran',
      [line('avant 2024', 'first_telling'), line('juin 2023', 'confirmed_gone')],
    ],
    [
      'an end that could come before its beginning does not',
      'tenant 0–91 · landlord never ran · answer 0–91+ · gap never ran',
      [line('été 2026', 'first_telling'), line('août 2026', 'confirmed_gone')],
    ],
    [
      '29 February is a day',
      'tenant 366 · landlord never ran · answer 366+ · gap never ran',
      [line('2024-02-29', 'first_telling'), line('2025-03-01', 'confirmed_gone')],
    ],
  ])('%s', (_, expected, thread) => {
    expect(clocks(...thread)).toBe(expected)
  })
})
