/** What a thread and its deadlines give to a letter, each date as it was said. */
import type { ComplaintDeadline } from '../../complaints/domain/complaint-deadlines.ts'
import { standingEvents, type ThreadEvent } from '../../complaints/domain/event.ts'
import { foldThread } from '../../complaints/domain/fold.ts'
import { fateOf } from '../../complaints/domain/promises.ts'
import type { Promise as Promised } from '../../complaints/domain/state.ts'
import { sayApproximateDay } from '../../kernel/approximate-day.fr.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { KEPT_OUT, type LetterDeadline, type LetterEvent, type LetterEventKind } from './letter-facts.ts'

export function letterEvents(thread: readonly ThreadEvent[], today: CalendarDay): readonly LetterEvent[] {
  const { promises } = foldThread(thread)
  return standingEvents(thread).flatMap(({ id, kind, happened, channel, details }) => {
    if (!isForALetter(kind)) return []
    const promise = promises.find(({ eventId }) => eventId === id)
    return [
      {
        kind,
        when: sayApproximateDay(happened),
        channel,
        ...(promise && { promise: promiseOf(promise, today) }),
        ...(details.service && { service: details.service }),
        ...(details.reference && { reference: details.reference }),
      },
    ]
  })
}

const isForALetter = (kind: ThreadEvent['kind']): kind is LetterEventKind =>
  !KEPT_OUT.some((out) => out === kind)

const promiseOf = (promise: Promised, today: CalendarDay) => ({
  what: promise.what,
  dueOn: promise.dueOn,
  fate: fateOf(promise, today).fate,
})

/** Those of the wait that runs now. What stopped one is placed as early as it can be: nobody is called late by mistake. */
export function letterDeadlines(deadlines: readonly ComplaintDeadline[]): readonly LetterDeadline[] {
  const lastRun = Math.max(...deadlines.map(({ run }) => run))
  return deadlines.filter(({ run }) => run === lastRun).map(letterDeadline)
}

export const letterDeadline = ({ rule, dueOn, stopped }: ComplaintDeadline): LetterDeadline => ({
  kind: rule.kind,
  title: rule.title,
  length: rule.length,
  unit: rule.unit,
  dueOn: dueOn ?? null,
  stoppedOn: stopped && (stopped.earliest ?? stopped.latest),
  bound: rule.bound,
  source: { title: rule.source.title, article: rule.source.article },
  isChecked: rule.source.checkedBy !== null,
})
