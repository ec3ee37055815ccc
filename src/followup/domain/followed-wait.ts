import type { ComplaintDeadline } from '../../complaints/domain/complaint-deadlines.ts'
import { currentWait, type Wait } from '../../complaints/domain/current-wait.ts'
import type { ThreadEvent } from '../../complaints/domain/event.ts'
import { foldThread } from '../../complaints/domain/fold.ts'
import type { ComplaintState } from '../../complaints/domain/state.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { type Act, actsPossible } from './act.ts'
import { linesForHousehold, type ToldLine } from './told-line.ts'

/** One wait as its household follows it, on one day. */
export type FollowedWait = {
  readonly problemCode: string
  readonly state: ComplaintState
  readonly wait: Wait
  readonly lines: readonly ToldLine[]
  readonly next?: NextDeadline
  readonly acts: readonly Act[]
  readonly today: CalendarDay
}

/** What binds the landlord, or opens a remedy; a mark from elsewhere is not a deadline here. */
export type NextDeadline = {
  readonly kind: 'L' | 'P' | 'C'
  readonly title: string
  readonly dueOn: CalendarDay
  readonly passed: boolean
}

type Known = {
  readonly problemCode: string
  readonly thread: readonly ThreadEvent[]
  readonly deadlines: readonly ComplaintDeadline[]
}

export function followWait({ problemCode, thread, deadlines }: Known, today: CalendarDay): FollowedWait {
  const state = foldThread(thread)
  const next = nextDeadline(deadlines, today)
  return {
    problemCode,
    state,
    wait: currentWait(state, today),
    lines: linesForHousehold(thread),
    ...(next && { next }),
    acts: actsPossible(state),
    today,
  }
}

/** The nearest day to come, else the last one that passed and that nothing has stopped. */
function nextDeadline(deadlines: readonly ComplaintDeadline[], today: CalendarDay): NextDeadline | undefined {
  const running = deadlines.flatMap(({ rule, dueOn, stopped }): NextDeadline[] =>
    dueOn && !stopped && rule.kind !== 'R' && rule.bound !== 'tenant'
      ? [{ kind: rule.kind, title: rule.title, dueOn, passed: dueOn < today }]
      : [],
  )
  const inOrder = running.toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  return inOrder.find(({ passed }) => !passed) ?? inOrder.at(-1)
}
