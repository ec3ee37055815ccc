import type { ApproximateDay } from '../../kernel/approximate-day.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { Moment } from '../../kernel/length.ts'
import type { Channel, Contempt, EventKind, Evidence, LivedEffect, Party, Promised } from './event-kinds.ts'
import { rowOf } from './event-kinds.ts'

/** What only some kinds say. Absent is not asked or not known. */
export type EventDetails = {
  readonly promise?: { readonly what: Promised; readonly dueOn: CalendarDay }
  readonly contempt?: Contempt
  readonly effect?: LivedEffect
  /** The service it was passed to. */
  readonly service?: string
  /** The number the landlord gave it. */
  readonly reference?: string
  /** What a note asks of the union itself. */
  readonly request?: 'erasure'
}

/** One line of a thread. It is never changed: a mistake is superseded by another line. */
export type ThreadEvent = {
  readonly id: string
  readonly kind: EventKind
  readonly actor: Party
  readonly channel: Channel
  readonly happened: ApproximateDay
  readonly evidence: Evidence
  readonly details: EventDetails
  /** As it was said or written; empty when nothing was kept. */
  readonly words: string
  /** Who was spoken to on the other side, as the household names them. */
  readonly interlocutor: string
  readonly recordedAt: Date
  /** Set by somebody of the union; absent when the household did it by its follow-up code, which is then `byCode`. */
  readonly recordedBy?: string
  readonly byCode?: string
  readonly supersedes?: string
}

/** The lines that count: neither superseded by another, nor only there to take one back. */
export function standingEvents(events: readonly ThreadEvent[]): readonly ThreadEvent[] {
  const replaced = new Set(events.flatMap((event) => event.supersedes ?? []))
  return events.filter((event) => !replaced.has(event.id) && event.kind !== 'retraction').sort(inOrder)
}

/**
 * The order of a life, whatever was recorded first. What begins a clock is placed at the earliest day it can have, all
 * the rest at the latest, so that a vague date never puts an end before its beginning; on one day, by the table's order.
 */
export function inOrder(a: ThreadEvent, b: ThreadEvent): number {
  const [dayA, dayB] = [placeOf(a), placeOf(b)]
  if (dayA !== dayB) return dayA < dayB ? -1 : 1
  return rowOf(a.kind).rank - rowOf(b.kind).rank || (a.id < b.id ? -1 : 1)
}

const PLACED_EARLY: readonly EventKind[] = ['first_telling', 'registered']

function placeOf({ kind, happened }: ThreadEvent): CalendarDay {
  return PLACED_EARLY.includes(kind) ? happened.earliest : happened.latest
}

/** «Avant 2023» has no floor that anybody said. */
export const momentOf = ({ earliest, latest, precision }: ApproximateDay): Moment =>
  precision === 'before' ? { latest } : { earliest, latest }
