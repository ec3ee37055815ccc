import type { Exits } from '../../measure/exits.ts'
import { indexAt } from '../../measure/exits.ts'
import { type Figure, figureOf } from '../../measure/figure.ts'
import { intervalAt, survivalOf } from '../../measure/survival.ts'
import { provenanceOf, type WaitsOrigin } from './explorer-waits.ts'
import type { WaitingShare } from './explorer-figures.ts'

/** What is told in hours: an emergency is answered, or not, within three days. */
export const FIRST_HOURS = 72
/** Whole days that surely hold them, whatever the hour of the opening. */
export const DAYS_OF_FIRST_HOURS = 4
const TOLD_HOURS = [1, 2, 4, 8, 12, 24, 48, FIRST_HOURS] as const

/** Fewer are no figure; past this share of ends without an hour, those that have one are not the others. */
const LEAST_CASES = 10
const MOST_UNTOLD = 0.05

/** Cases opened early enough to be followed for 72 hours, by whole hours until their end; `null`: still waiting then. */
export type HourCount = { readonly hours: number | null; readonly n: number }

export type FirstHours = {
  readonly rows: readonly (Omit<WaitingShare, 'day'> & { readonly hours: number })[]
  /** Ended in these days, at an hour that is not told: left out. */
  readonly untold: number
}

export type NoFirstHours = { readonly because: 'hours_not_told' | 'too_few_cases' }

/** Everybody is followed to the end: shares are plain ones, and their intervals those of the curve. */
export function firstHoursOf(
  counts: readonly HourCount[],
  untold: number,
  origin: WaitsOrigin,
): Figure<FirstHours> | NoFirstHours {
  const n = counts.reduce((sum, one) => sum + one.n, 0)
  if (untold > MOST_UNTOLD * (n + untold)) return { because: 'hours_not_told' }
  if (n < LEAST_CASES) return { because: 'too_few_cases' }
  const exits = exitsOfHours(counts, n)
  const curve = survivalOf(exits)
  const rows = TOLD_HOURS.map((hours) => {
    const row = indexAt(curve.time, hours)
    const { lower, upper } = intervalAt(curve, row)
    return { hours, share: row === -1 ? 1 : (curve.survival[row] ?? 0), lower, upper }
  })
  const provenance = provenanceOf(origin, 'first_hours', { interval: 'log-log', days: 'civil' })
  return figureOf({ rows, untold }, exits, { ...provenance, method: 'kaplan_meier/log-log/heures/none' })
}

/** A whole hour is spent before its end: what took 0 hours has ended before the first, as half an hour would. */
function exitsOfHours(counts: readonly HourCount[], n: number): Exits {
  const ended = counts
    .flatMap((one) => (one.hours === null ? [] : [{ hours: one.hours, n: one.n }]))
    .toSorted((a, b) => a.hours - b.hours)
  const waiting = n - ended.reduce((sum, one) => sum + one.n, 0)
  return {
    n,
    time: Float64Array.of(...ended.map(({ hours }) => hours + 0.5), FIRST_HOURS + 0.5),
    ended: Float64Array.of(...ended.map((one) => one.n), 0),
    byCause: [],
    censored: Float64Array.of(...ended.map(() => 0), waiting),
    entries: null,
  }
}
