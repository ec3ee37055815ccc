import { type Login, SPACE_KINDS, type SpaceKind } from '../db/logins.ts'
import type { Circle } from './circles.ts'

export const VERBS = ['select', 'insert', 'update', 'delete'] as const
export type Verb = (typeof VERBS)[number]

/**
 * What a row must be for a grant to reach it. Each compares columns of the row with the scope's settings, never more:
 * `in_space` the row's space is the scope's · `self` and the row is this account's own · `leaving` its own, from open to
 * ended and never back · `decided` written in this account's own name · `own_complaint` the one complaint of a follow-up
 * code · `said_by_code` and written by that very code, as the household · `anywhere` the table holds no space (directory,
 * publications) or its holder serves them all (system, doorkeeper) · `published` not withdrawn.
 */
export type Predicate =
  | 'in_space'
  | 'self'
  | 'leaving'
  | 'decided'
  | 'own_complaint'
  | 'said_by_code'
  | 'anywhere'
  | 'published'

export type Grant = {
  table: string
  verbs: readonly Verb[]
  /** What an update may touch; all columns when absent. A privilege of the login role, so every update grant of a table and kind adds up. */
  columns?: readonly string[]
  /** A kind of space with the circles that hold the grant in it, or a login role that serves no space. */
  to: { kind: SpaceKind; circles: readonly Circle[] } | Exclude<Login, SpaceKind>
  when: Predicate
  /** The reason, in French: printed in docs/access.md. */
  why: string
}

export type Circles = Record<SpaceKind, readonly Circle[]>

export const READ = ['select'] as const
export const WRITE = ['select', 'insert', 'update'] as const

export const UNION_FIELD = ['organiser', 'steward', 'canvasser', 'officer'] as const
export const EVERYBODY = {
  union: [...UNION_FIELD, 'treasurer', 'administrator'],
  desk: ['contact', 'data_officer', 'decision_owner', 'administrator'],
  programme: ['lead', 'assistant', 'participant', 'examiner', 'administrator'],
  research: ['researcher', 'data_steward', 'assistant', 'administrator'],
} as const satisfies Circles
export const CONTENTS = {
  union: ['organiser', 'steward', 'officer'],
  desk: ['contact', 'data_officer', 'decision_owner'],
  programme: ['lead', 'assistant'],
  research: ['researcher', 'data_steward', 'assistant'],
} as const satisfies Circles
export const DECIDER = {
  union: ['officer'],
  desk: ['decision_owner'],
  programme: ['lead'],
  research: ['data_steward'],
} as const satisfies Circles

/** The same grant in each kind of space, to the circles that hold it there. */
export const inEachKind = (circles: Circles, grant: Omit<Grant, 'to'>): Grant[] =>
  SPACE_KINDS.map((kind) => ({ ...grant, to: { kind, circles: circles[kind] } }))
