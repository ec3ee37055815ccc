/**
 * What may be told outside the space that knows it (DESIGN.md «Disclosure»): one table, as data. Whoever publishes or
 * shares asks here, so that no second number stands anywhere else.
 */

/** What is published, where anybody can read it. */
export const PUBLISHED = {
  /** Fewer households could be guessed by their neighbours. */
  leastHouseholds: 11,
  /** A place of fewer homes is a handful of doors. */
  leastHomes: 20,
  /** Never a staircase: whoever lives there would know each door. */
  finestPlace: 'building',
} as const

/** Counts that leave a space for another (a tally). */
export const TALLIES = {
  leastCasesPerStratum: 10,
  leastCasesPerCell: 5,
  /** Days at which waits may be cut; declared once by the job that counts, so that two tallies never subtract. */
  bins: [0, 1, 2, 3, 4, 5, 6, 7, 14, 21, 30, 60, 90, 180, 365],
} as const

/** Finest last. */
export const PLACE_KINDS = ['commune', 'estate', 'building', 'staircase'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

export type Place = { readonly kind: PlaceKind; readonly homes: number; readonly households: number }

/** Why a place is withheld; undefined when it may be told. */
export type Withheld = 'too_fine' | 'too_few_homes' | 'too_few_households'

export function withheldPlace({ kind, homes, households }: Place): Withheld | undefined {
  if (PLACE_KINDS.indexOf(kind) > PLACE_KINDS.indexOf(PUBLISHED.finestPlace)) return 'too_fine'
  if (homes < PUBLISHED.leastHomes) return 'too_few_homes'
  return households < PUBLISHED.leastHouseholds ? 'too_few_households' : undefined
}

/** Whether a stratum of this many cases may leave. */
export const mayLeaveAsStratum = (cases: number): boolean => cases >= TALLIES.leastCasesPerStratum

/** Whether a cell may leave: nothing at all, or enough; one to four would point at somebody. */
export const mayLeaveAsCell = (cases: number): boolean => cases === 0 || cases >= TALLIES.leastCasesPerCell
