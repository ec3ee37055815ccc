import type { Channel, EventKind, Promised } from '../../complaints/domain/event-kinds.ts'
import type { PromiseFate } from '../../complaints/domain/promises.ts'
import type { Bound, DeadlineKind } from '../../deadlines/domain/rule.ts'
import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { Length } from '../../kernel/length.ts'
import type { Unit } from '../../kernel/working-calendar.ts'

export const LETTER_KINDS = ['first_request', 'reminder', 'formal_notice', 'conciliation'] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

/** Who speaks: one tenant, or those of one home together. */
export const VOICES = ['je', 'nous'] as const
export type Voice = (typeof VOICES)[number]

export const SENDINGS = ['registered_letter', 'letter', 'by_hand', 'email'] as const
export type Sending = (typeof SENDINGS)[number]

/** What is not asked of a tenant, or is theirs alone to write, stays out of a letter to a landlord. */
export const KEPT_OUT = [
  'appointment_missed_by_tenant',
  'contempt',
  'effect',
  'note',
  'given_up',
  'moved_out',
  'retraction',
] as const satisfies readonly EventKind[]
export type LetterEventKind = Exclude<EventKind, (typeof KEPT_OUT)[number]>

export type LetterParty = { readonly name: string; readonly address: readonly string[] }

/** One dated fact. `when` is the day as it was said, never made more precise. */
export type LetterEvent = {
  readonly kind: LetterEventKind
  readonly when: string
  readonly channel?: Channel
  readonly promise?: {
    readonly what: Promised
    readonly dueOn: CalendarDay
    readonly fate: PromiseFate['fate']
  }
  readonly service?: string
  readonly reference?: string
}

/** A deadline as it was copied onto the complaint when its clock started. */
export type LetterDeadline = {
  readonly kind: DeadlineKind
  readonly title: string
  readonly length: number | null
  readonly unit: Unit | null
  readonly dueOn: CalendarDay | null
  readonly stoppedOn: CalendarDay | undefined
  readonly bound: Bound
  readonly source: { readonly title: string; readonly article: string | null }
  /** Whether a jurist has checked the rule; said to the organiser on the page, never in the letter. */
  readonly isChecked: boolean
}

/** All that a letter may say. Names and addresses are those that the household chose to write. */
export type LetterFacts = {
  readonly voice: Voice
  readonly household: LetterParty
  readonly landlord: LetterParty
  /** Only a demand for conciliation is sent to it. */
  readonly commission: LetterParty | undefined
  /** The union that stands beside the household, if they want it named. */
  readonly support: string | undefined
  readonly problem: { readonly label: string; readonly words: string }
  readonly place: string
  readonly since: string
  readonly wait: Length | undefined
  readonly events: readonly LetterEvent[]
  readonly deadlines: readonly LetterDeadline[]
  /** The day that the household chooses and asks for. */
  readonly askedBy: CalendarDay | undefined
  readonly sending: Sending
  readonly writtenAt: string
  readonly today: CalendarDay
  readonly attachments: readonly string[]
}
