import type { SpaceKind } from '../../src/db/logins.ts'

/** Whose row: the space it stands in, and the account it speaks of. */
export type Whose = { kind: SpaceKind; spaceId: string; accountId: string; parents: Parents }
/** Rows that others point to: a landlord and its staircase in the directory, a home and a person in the space. */
export type Parents = Record<
  | 'institution'
  | 'estate'
  | 'building'
  | 'staircase'
  | 'data_agreement'
  | 'source'
  | 'home'
  | 'person'
  | 'complaint'
  | 'complaint_event'
  | 'survey_campaign',
  string
> & {
  /** Complaints that have no state yet: each has one at most. */
  readonly untold: string[]
}
export type Row = Readonly<Record<string, unknown>>

export const at = new Date('2026-11-22T10:00:00Z')
let counter = 0
/** A number that no other sample has. */
export const nextNumber = (): number => counter++
export const fresh = (): string => `${process.pid}-${(counter++).toString()}`
/** A door of a staircase that no other sample has. */
export const freshDoor = () => ({ floor: Math.floor(counter / 20) - 5, position: (counter++ % 20) + 1 })
