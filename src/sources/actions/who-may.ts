import type { Circle } from '../../access/circles.ts'
import { type Actor, isIn } from '../../access/scope.ts'
import type { SpaceKind } from '../../db/logins.ts'

const READERS = {
  union: ['organiser', 'steward', 'officer'],
  desk: ['contact', 'data_officer', 'decision_owner'],
  programme: [],
  research: ['researcher', 'data_steward', 'assistant'],
} as const satisfies Record<SpaceKind, readonly Circle[]>

const WRITERS = {
  union: ['organiser', 'officer'],
  desk: ['data_officer', 'decision_owner'],
  programme: [],
  research: ['researcher', 'data_steward'],
} as const satisfies Record<SpaceKind, readonly Circle[]>

/** Whether this person meets the pages of sources at all. */
export const readsSources = (actor: Actor): boolean => isIn(actor, ...READERS[actor.kind])

/** Whether this person brings files in, and answers for them. */
export const writesSources = (actor: Actor): boolean => isIn(actor, ...WRITERS[actor.kind])
