import type {
  Channel,
  Contempt,
  EventKind,
  Evidence,
  LivedEffect,
  Promised,
} from '../complaints/domain/event-kinds.ts'

/** One step of an invented life: so many days after the one before, what happened, and what was kept of it. */
export type Step = {
  readonly after: number
  readonly kind: EventKind
  readonly channel?: Channel
  readonly words?: string
  readonly to?: string
  readonly evidence?: Evidence
  readonly promise?: { readonly what: Promised; readonly in: number }
  readonly contempt?: Contempt
  readonly effect?: LivedEffect
  readonly service?: string
  readonly reference?: string
  /** How the household remembers the day, when not to the day. */
  readonly vague?: 'month' | 'about'
}

/** How a wait goes: told again with other dates for each household that lives it. What falls after today has not happened. */
export type Life = {
  readonly problem: string
  /** Of what neighbours share, and not of one home. */
  readonly shared?: 'staircase' | 'building'
  /** First told in one of these months of the year, when the season matters. */
  readonly months?: readonly number[]
  readonly words: string
  readonly steps: readonly Step[]
}

/** The step that ends a quiet story well. */
export const repaired = (after: number, words = 'C’est réparé.'): readonly Step[] => [
  { after, kind: 'work_done', channel: 'in_person' },
  { after: 3, kind: 'confirmed_gone', channel: 'in_person', words },
  { after: 4, kind: 'closed_by_landlord', channel: 'portal', evidence: 'landlord_file' },
]
