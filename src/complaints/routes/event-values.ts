import type { InferOutput } from 'valibot'
import { parseApproximateDay } from '../../kernel/approximate-day.ts'
import { sayApproximateDay } from '../../kernel/approximate-day.fr.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import { sayDay } from '../../kernel/french-calendar.fr.ts'
import type { AddRefusal, NewEvent } from '../actions/add-event.ts'
import type { EventDetails, ThreadEvent } from '../domain/event.ts'
import { type EventKind, rowOf } from '../domain/event-kinds.ts'
import type { eventForm } from '../forms.ts'
import { askedFor } from '../views/asked-fields.ts'

export type EventValue = InferOutput<ReturnType<typeof eventForm>>

/** The line that a form says, or nothing when it says no day. */
export function eventOf(kind: EventKind, value: EventValue): NewEvent | undefined {
  const { happened, actor, channel, evidence, words, interlocutor } = value
  return (
    happened && {
      kind,
      actor,
      channel,
      happened,
      evidence,
      words,
      interlocutor: askedFor(kind).interlocutor ? interlocutor : '',
      details: detailsOf(kind, value),
    }
  )
}

function detailsOf(kind: EventKind, value: EventValue): EventDetails {
  const needs = rowOf(kind).needs
  const { promise_what: what, promise_due: dueOn, contempt, effect, service, reference } = value
  return {
    ...(needs.includes('promise') && what && dueOn ? { promise: { what, dueOn } } : {}),
    ...(needs.includes('contempt') && contempt ? { contempt } : {}),
    ...(needs.includes('effect') && effect ? { effect } : {}),
    ...(needs.includes('service') && service ? { service } : {}),
    ...(askedFor(kind).reference && reference ? { reference } : {}),
  }
}

/** A form that holds what a line says, to be corrected. */
export const valuesOf = ({ happened, details, ...event }: ThreadEvent): Record<string, string> => ({
  happened: happened.precision === 'day' ? sayDay(happened.earliest) : happened.said,
  actor: event.actor,
  channel: event.channel,
  interlocutor: event.interlocutor,
  evidence: event.evidence,
  words: event.words,
  reference: details.reference ?? '',
  service: details.service ?? '',
  promise_what: details.promise?.what ?? '',
  promise_due: details.promise?.dueOn ?? '',
  contempt: details.contempt ?? '',
  effect: details.effect ?? '',
})

/** «Il y a trois semaines», said last month, is still that time: a vague date left as it was keeps what it meant. */
export const asItWasMeant = (event: NewEvent, former: ThreadEvent): NewEvent =>
  former.happened.precision !== 'day' && event.happened.said === former.happened.said
    ? { ...event, happened: former.happened }
    : event

/** What a date meant when it was said, where reading it again today would give another day. */
export function meaningOf({ happened }: ThreadEvent, today: CalendarDay): string | undefined {
  if (happened.precision === 'day') return undefined
  const again = parseApproximateDay(happened.said, today)
  const same =
    again.ok && again.value.earliest === happened.earliest && again.value.latest === happened.latest
  return same ? undefined : sayApproximateDay(happened)
}

/** Beside which field a refusal is said; under '' for what concerns the whole line. */
export function fieldOf({ because }: AddRefusal, kind: EventKind): string {
  if (because === 'promise_already_past') return 'promise_due'
  if (because === 'not_this_party') return askedFor(kind).actor ? 'actor' : ''
  if (because === 'details_missing') return NEED_FIELDS[rowOf(kind).needs[0] ?? 'target']
  return ['future_date', 'before_first_telling', 'already_over'].includes(because) ? 'happened' : ''
}

const NEED_FIELDS = {
  promise: 'promise_what',
  contempt: 'contempt',
  effect: 'effect',
  service: 'service',
  target: '',
} as const
