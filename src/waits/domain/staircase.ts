import type { Exits } from '../../measure/exits.ts'
import type { IntervalKind } from '../../measure/interval.ts'
import { followedAt, type Stair, stairOf } from './stair.ts'
import { type ClosedStair, closedStairOf } from './closed-stair.ts'
import { type CutDrawn, type CutStair, cutStairOf, sharesOn } from './cut-stair.ts'

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
type DrawingOf<S> = {
  readonly subject: S
  readonly compared: S | null
  readonly closedOnly: ClosedStair | null
  readonly landings: readonly DrawnLanding[]
  /** The end of the axis of time; its first days are drawn wider when it is `compressed` (a square root). */
  readonly lastDay: number
  readonly compressed: boolean
  /** Days at which those still followed are counted under the drawing. */
  readonly marks: readonly number[]
}

/** A stair known each day. */
export type StaircaseDrawing = DrawingOf<Stair> & {
  readonly known: 'each_day'
  /** The day its sentence speaks of, and the share that still waits after it; null when the stair is too short. */
  readonly told: { readonly day: number; readonly share: number } | null
}

/** A stair known at the ends of stretches only, its counts being protected: boxes, and shares between two others. */
export type CutDrawing = DrawingOf<CutStair> & {
  readonly known: 'bin_ends'
  readonly told: { readonly day: number; readonly low: number; readonly high: number } | null
}

export type Drawing = StaircaseDrawing | CutDrawing

export type DrawnWaits = { readonly name: string; readonly exits: Exits }

export type StaircaseAsked = {
  readonly subject: DrawnWaits
  readonly compared?: DrawnWaits | undefined
  readonly interval?: IntervalKind
  readonly closedOnly?: boolean
  readonly landings?: readonly StairLanding[]
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
const TOLD_AT_ENDS = [30, 90, 60, 180, 14, 7, 1]

/** The drawing of one stratum, alone or beside another. */
export function staircaseOf(asked: StaircaseAsked): StaircaseDrawing {
  const { subject, compared, interval = 'log-log', landings = [], tie } = asked
  const drawn = ({ name, exits }: DrawnWaits) => stairOf(name, exits, interval, [])
  const [stair, beside] = [drawn(subject), compared ? drawn(compared) : null]
  const lastDay = lastDayOf([stair.until, beside?.until ?? 0])
  const marks = marksUntil(lastDay)
  return {
    known: 'each_day',
    subject: { ...stair, atRisk: followedAt(subject.exits, marks) },
    compared: beside && compared ? { ...beside, atRisk: followedAt(compared.exits, marks) } : null,
    closedOnly: asked.closedOnly && stair.ended > 0 ? closedStairOf(subject.exits, tie) : null,
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

/** The drawing of one stratum of a tally cut at ends, alone or beside another. */
export function cutStaircaseOf(
  subject: CutDrawn,
  compared: CutDrawn | undefined,
  interval: IntervalKind,
): CutDrawing {
  const stair = cutStairOf(subject, interval)
  const beside = compared ? cutStairOf(compared, interval) : null
  const lastDay = lastDayOf([stair.until, beside?.until ?? 0])
  const day = TOLD_AT_ENDS.find((one) => stair.steps.some((step) => step.day === one))
  return {
    known: 'bin_ends',
    subject: stair,
    compared: beside,
    closedOnly: null,
    landings: [],
    lastDay,
    compressed: lastDay > LONGEST_EVEN,
    marks: [0],
    told: [...(day === undefined ? [] : [day]), ...TOLD].reduce<CutDrawing['told']>(
      (told, one) => told ?? sharesOn(stair, one),
      null,
    ),
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

/** The share that still waits after this day, as drawn; null past the end of the stair, but where nobody is left. */
export function shareOn({ steps, until, end }: Stair, day: number): number | null {
  if (steps.length === 0) return null
  if (day > until) return end === 'all_ended' ? 0 : null
  return steps.findLast((step) => step.day <= day)?.share ?? 1
}

function toldOf(stair: Stair): StaircaseDrawing['told'] {
  if (stair.steps.length === 0) return null
  // What ended, or stops, within its first day is told of that day.
  const day = TOLD.find((one) => one <= stair.until) ?? stair.until
  return { day, share: shareOn(stair, day) ?? 1 }
}
