import type { CalendarDay } from '../../kernel/calendar-day.ts'
import type { Purpose } from '../../people/domain/consent.ts'
import type { Json } from '../../kernel/canonical-json.ts'
import type { Outcome } from './outcomes.ts'

/** Where a door stands: floor 0 is the ground floor; positions count from 1, in the order of the landing. */
export type DoorPlace = { readonly staircase: string; readonly floor: number; readonly position: number }

/** How this door came to be knocked at: the route of sampling, kept so that figures can say it. */
export const SAMPLINGS = ['systematic', 'assembly', 'petition', 'referral'] as const
export type Sampling = (typeof SAMPLINGS)[number]

export type Contact = {
  readonly name: string
  readonly phone: string
  readonly email: string
  readonly language: string
}

/** What each kind of event says. A word said is never rewritten: it is corrected or undone by another event. */
export type Bodies = {
  visit_opened: DoorPlace & { readonly sampling: Sampling }
  outcome_noted: { readonly outcome: Outcome; readonly comeBackOn: CalendarDay | null }
  answer_set: { readonly path: string; readonly value: Json }
  answer_cleared: { readonly path: string }
  contact_given: Contact
  /** `wording` names the version and the language of what the person heard. */
  consent_given: { readonly purpose: Purpose; readonly wording: string }
  consent_withdrawn: { readonly purpose: Purpose }
  code_drawn: { readonly code: string }
  blob_added: { readonly sha256: string; readonly kind: 'photo' | 'voice'; readonly bytes: number }
  visit_closed: Record<never, never>
  /** This visit stands for an earlier one of the same door, which it replaces whole. */
  visit_corrected: { readonly supersedes: string }
  door_found: DoorPlace & { readonly label: string }
  undone: { readonly events: readonly string[] }
}

export type EventKind = keyof Bodies

/** What every event says, whatever its kind. `at` is what the phone's clock said: it decides nothing. */
export type EventBase = {
  readonly id: string
  readonly visit: string
  /** The id of the home behind the door (places/domain/home-id.ts). */
  readonly door: string
  /** The fingerprint of the form that was open, as it was worded then; null when none was. */
  readonly form: string | null
  readonly at: string
  readonly boot: { readonly id: string; readonly ms: number }
}

export type EventOf<K extends EventKind> = EventBase & { readonly kind: K; readonly body: Bodies[K] }

export type SurveyEvent = { readonly [K in EventKind]: EventOf<K> }[EventKind]
