import type { SpaceKind } from '../db/logins.ts'

/** What an account may be inside a space; the administrator sees accounts and settings, not contents. */
export const CIRCLES = {
  union: ['organiser', 'steward', 'canvasser', 'treasurer', 'officer', 'administrator'],
  desk: ['contact', 'data_officer', 'decision_owner', 'administrator'],
  programme: ['lead', 'assistant', 'participant', 'examiner', 'administrator'],
  research: ['researcher', 'data_steward', 'assistant', 'administrator'],
} as const satisfies Record<SpaceKind, readonly string[]>

export type Circle = (typeof CIRCLES)[SpaceKind][number]

/** The circle whose word binds the space (DESIGN.md «Prepared by, decided by»). */
export const DECIDERS = {
  union: 'officer',
  desk: 'decision_owner',
  programme: 'lead',
  research: 'data_steward',
} as const satisfies Record<SpaceKind, Circle>

export const isCircleOf = (kind: SpaceKind, word: string): word is Circle =>
  (CIRCLES[kind] as readonly string[]).includes(word)
