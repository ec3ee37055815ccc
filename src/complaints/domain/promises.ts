import { type CalendarDay, daysBetween } from '../../kernel/calendar-day.ts'
import { momentOf, type ThreadEvent } from './event.ts'
import type { EventKind, Promised } from './event-kinds.ts'
import type { Promise } from './state.ts'

/** What keeps a promise. Somebody who comes does not repair, and a holding answer answers nothing. */
const KEPT_BY: Record<Promised, readonly EventKind[]> = {
  visit: ['visit', 'appointment_kept', 'partial_repair', 'work_done', 'confirmed_gone'],
  work: ['work_done', 'confirmed_gone'],
  answer: ['answer_substantive', 'refusal_with_reasons'],
}

/** Every promise of a thread with what kept it, if anything did. `events` stand and are in order. */
export function foldPromises(events: readonly ThreadEvent[]): Promise[] {
  return events.flatMap((event, at) => {
    const { promise } = event.details
    if (event.kind !== 'promise' || !promise) return []
    const keeping = events.slice(at + 1).find(({ kind }) => KEPT_BY[promise.what].includes(kind))
    const kept = keeping ? { keptOn: momentOf(keeping.happened) } : {}
    return [{ eventId: event.id, ...promise, madeOn: momentOf(event.happened), ...kept }]
  })
}

/** `days` late is at least: a vague day of keeping counts as its earliest. */
export type PromiseFate =
  | { readonly fate: 'awaited'; readonly inDays: number }
  | { readonly fate: 'kept' }
  | { readonly fate: 'slipped'; readonly days: number }
  | { readonly fate: 'broken'; readonly days: number }

export function fateOf({ dueOn, keptOn }: Promise, today: CalendarDay): PromiseFate {
  if (keptOn) {
    const days = daysBetween(dueOn, keptOn.earliest ?? keptOn.latest)
    return days > 0 ? { fate: 'slipped', days } : { fate: 'kept' }
  }
  const days = daysBetween(dueOn, today)
  return days > 0 ? { fate: 'broken', days } : { fate: 'awaited', inDays: daysBetween(today, dueOn) }
}
