import type { Exits } from '../../measure/exits.ts'
import type { IntervalKind } from '../../measure/interval.ts'
import { type Stair, stairOf } from './stair.ts'
import { type ClosedStair, closedStairOf } from './closed-stair.ts'

export type LandingKind = 'L' | 'P' | 'C' | 'R'

/** A deadline of the register, set as a landing at the height of the stair. A duty without a number of days has none. */
export type StairLanding = {
  readonly kind: LandingKind
  /** Days from the start of the clock, in the days of the drawing. */
  readonly day: number
  readonly words: string
  /** The same on a phone. */
  readonly short: string
}

/** A landing, and the share that still waits on it; null past the end of the stair. */
export type DrawnLanding = StairLanding & { readonly share: number | null }

/** Everything a drawing of waits says, in days and shares: no colour, no size. */
export type StaircaseDrawing = {
  /** How the stair is known: each day, or only at the ends of bins, when counts were protected. */
  readonly known: 'each_day' | 'bin_ends'
  readonly subject: Stair
  readonly compared: Stair | null
  readonly closedOnly: ClosedStair | null
  readonly landings: readonly DrawnLanding[]
  /** The end of the axis of time; its first days are drawn wider when it is `compressed` (a square root). */
  readonly lastDay: number
  readonly compressed: boolean
  /** Days at which those still followed are counted under the drawing. */
  readonly marks: readonly number[]
  /** The day its sentence speaks of, and the share that still waits after it; null when the stair is too short. */
  readonly told: { readonly day: number; readonly share: number } | null
}

export type DrawnWaits = {
  readonly name: string
  readonly exits: Exits
  /** Of all the cases, where their waits are known up to an end only. */
  readonly told?: { readonly ended: number; readonly open: number } | undefined
}

export type StaircaseAsked = {
  readonly subject: DrawnWaits
  readonly compared?: DrawnWaits | undefined
  readonly interval?: IntervalKind
  readonly closedOnly?: boolean
  readonly landings?: readonly StairLanding[]
  readonly known?: 'each_day' | 'bin_ends'
  /** What was added to each exit (½ or nothing): lengths of closed cases are told without it. */
  readonly tie: 0 | 0.5
}

/** Ends that an axis of time can have, so that two drawings side by side often have the same. */
const LAST_DAYS = [7, 14, 30, 61, 91, 182, 365, 548, 730, 1096, 1461, 1826, 2557, 3652, 5479, 7305, 14_610]
/** Days counted under the drawing, as a month, a quarter, half a year … */
const MARKS = [0, 1, 7, 30, 91, 182, 365, 730, 1826, 3652]
const MOST_MARKS = 6
/** Past two months the first days would be one thick line: the axis is then a square root, and says so. */
const LONGEST_EVEN = 61
/** Days worth a sentence, the best first. */
const TOLD = [30, 91, 7, 1]

/** The drawing of one stratum, alone or beside another. */
export function staircaseOf(asked: StaircaseAsked): StaircaseDrawing {
  const { subject, compared, interval = 'log-log', landings = [], known = 'each_day', tie } = asked
  const ends = [subject, ...(compared ? [compared] : [])].map(({ exits }) => stairOf('', exits, interval, []))
  const lastDay = lastDayOf(ends.map(({ until }) => until))
  // Between the ends of a tally nobody knows how many are still followed.
  const marks = known === 'bin_ends' ? [0] : marksUntil(lastDay)
  const drawn = ({ name, exits, told }: DrawnWaits): Stair => ({
    ...stairOf(name, exits, interval, marks),
    ...(told && { ended: told.ended, waiting: told.open }),
  })
  const stair = drawn(subject)
  return {
    known,
    subject: stair,
    compared: compared ? drawn(compared) : null,
    closedOnly: asked.closedOnly ? closedStairOf(subject.exits, tie) : null,
    landings: landings
      .filter(({ day }) => day <= lastDay)
      .map((landing) => ({ ...landing, share: shareOn(stair, landing.day) }))
      .toSorted((a, b) => a.day - b.day),
    lastDay,
    compressed: lastDay > LONGEST_EVEN,
    marks,
    told: toldOf(stair),
  }
}

function lastDayOf(untils: readonly number[]): number {
  const until = Math.max(0, ...untils)
  return LAST_DAYS.find((day) => day >= until) ?? until
}

function marksUntil(lastDay: number): number[] {
  const within = MARKS.filter((day) => day <= lastDay && (day !== 1 || lastDay <= LONGEST_EVEN))
  return within.length <= MOST_MARKS ? within : [0, ...within.slice(1 - MOST_MARKS)]
}

/** The share that still waits after this day, as drawn; null past the end of the stair. */
export const shareOn = ({ steps, until }: Stair, day: number): number | null =>
  day > until || steps.length === 0 ? null : (steps.findLast((step) => step.day <= day)?.share ?? 1)

function toldOf(stair: Stair): StaircaseDrawing['told'] {
  const day = TOLD.find((one) => shareOn(stair, one) !== null)
  return day === undefined ? null : { day, share: shareOn(stair, day) ?? 1 }
}
