import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { standingEvents, type ThreadEvent } from './event.ts'
import { type EventKind, rowOf } from './event-kinds.ts'
import { foldThread } from './fold.ts'

export type EventRefusal = {
  readonly because:
    | 'future_date'
    | 'before_first_telling'
    | 'promise_already_past'
    | 'already_told'
    | 'not_told_yet'
    | 'already_over'
    | 'not_over'
    | 'nothing_closed'
    | 'not_this_party'
    | 'details_missing'
    | 'telling_is_needed'
  /** The day that stands in the way, when there is one. */
  readonly day?: CalendarDay
}

/** `thread` is without the line that `event` replaces, which is told apart. */
type Rule = (
  event: ThreadEvent,
  thread: readonly ThreadEvent[],
  today: CalendarDay,
  replaced: ThreadEvent | undefined,
) => EventRefusal | undefined

/** Whether a line can join a thread today. `thread` holds the other lines; a correction is judged without what it replaces. */
export function admitEvent(
  event: ThreadEvent,
  thread: readonly ThreadEvent[],
  today: CalendarDay,
): Result<ThreadEvent, EventRefusal> {
  const others = standingEvents(thread).filter(({ id }) => id !== event.supersedes)
  const replaced = thread.find(({ id }) => id === event.supersedes)
  for (const rule of RULES) {
    const refusal = rule(event, others, today, replaced)
    if (refusal) return refuse(refusal)
  }
  return accept(event)
}

const isPast: Rule = ({ happened }, _, today) =>
  happened.earliest > today ? { because: 'future_date' } : undefined

const isByItsParty: Rule = ({ kind, actor }) =>
  rowOf(kind).actors.includes(actor) ? undefined : { because: 'not_this_party' }

const saysWhatItNeeds: Rule = ({ kind, details }) => {
  const missing = rowOf(kind).needs.some((need) => need !== 'target' && details[need] === undefined)
  return missing ? { because: 'details_missing' } : undefined
}

const promisesAhead: Rule = ({ details, happened }) =>
  details.promise && details.promise.dueOn < happened.latest
    ? { because: 'promise_already_past', day: happened.latest }
    : undefined

const tellsOnce: Rule = ({ kind }, thread) => {
  const told = thread.find((other) => other.kind === 'first_telling')
  return kind === 'first_telling' && told ? { because: 'already_told', day: told.happened.latest } : undefined
}

/** Effects, contempt and notes may be older than the telling: what hurts begins before one complains. */
const FREE: readonly EventKind[] = [
  'first_telling',
  'effect',
  'contempt',
  'note',
  'moved_out',
  'given_up',
  'retraction',
]

const comesAfterTheTelling: Rule = ({ kind, happened }, thread) => {
  if (FREE.includes(kind)) return undefined
  const told = thread.find((other) => other.kind === 'first_telling')
  if (!told) return { because: 'not_told_yet' }
  const floor = told.happened.precision === 'before' ? undefined : told.happened.earliest
  return floor && happened.latest < floor ? { because: 'before_first_telling', day: floor } : undefined
}

const ENDINGS: readonly EventKind[] = ['confirmed_gone', 'given_up', 'moved_out']

/** What the other lines rest on is corrected, not taken back: without it no clock would run on what was answered. */
const keepsItsTelling: Rule = ({ kind }, thread, _, replaced) => {
  const rests = thread.some((other) => !FREE.includes(other.kind))
  return kind === 'retraction' && replaced?.kind === 'first_telling' && rests
    ? { because: 'telling_is_needed', day: replaced.happened.latest }
    : undefined
}

/** Judged on the thread as it stood that day: noting late what came first is not saying it twice. */
const endsOrBeginsAgainOnce: Rule = ({ kind }, thread) => {
  const last = foldThread(thread).tenant.at(-1)
  const over = last?.until
  if (ENDINGS.includes(kind) && over) return { because: 'already_over', day: over.latest }
  return kind === 'recurrence' && last && !over ? { because: 'not_over' } : undefined
}

const contestsAClosure: Rule = ({ kind }, thread) =>
  kind === 'closure_contested' && !thread.some((other) => other.kind === 'closed_by_landlord')
    ? { because: 'nothing_closed' }
    : undefined

const RULES: readonly Rule[] = [
  isPast,
  isByItsParty,
  saysWhatItNeeds,
  promisesAhead,
  tellsOnce,
  keepsItsTelling,
  comesAfterTheTelling,
  endsOrBeginsAgainOnce,
  contestsAClosure,
]
