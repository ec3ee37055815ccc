import type { Exits } from '../../measure/exits.ts'
import type { IntervalKind } from '../../measure/interval.ts'
import { atRiskAt } from '../../measure/logrank.ts'
import { type Quantile, quantilesOf } from '../../measure/quantile.ts'
import { boundColumns, rowsDrawn, type SurvivalCurve, survivalOf } from '../../measure/survival.ts'

/** One tread: from this day on, this share (0 to 1) still waits, within these bounds. */
export type StairStep = {
  readonly day: number
  readonly share: number
  readonly low: number
  readonly high: number
}

/**
 * Why a stair ends where it does: fewer than ten are left, nobody was seen longer, everybody's wait has ended, or its
 * counts are cut no further.
 */
export type StairStop = 'too_few' | 'last_seen' | 'all_ended' | 'last_end'

/** A survival curve as it may be drawn; without steps when fewer than ten cases were ever followed. */
export type Stair = {
  readonly name: string
  readonly n: number
  readonly ended: number
  /** Still waiting at the as-of date: they count. */
  readonly waiting: number
  readonly steps: readonly StairStep[]
  /** The last day drawn. */
  readonly until: number
  readonly end: StairStop
  readonly median: Quantile
  /** Those still followed at each mark. */
  readonly atRisk: readonly number[]
}

/** A stair of these waits, horizontal then down, cut where fewer than ten remain. */
export function stairOf(name: string, exits: Exits, interval: IntervalKind, marks: readonly number[]): Stair {
  const curve = survivalOf(exits)
  const bounds = boundColumns(curve, interval)
  const rows = rowsDrawn(curve)
  const [median] = quantilesOf(curve, [0.5], bounds)
  if (!median) throw new RangeError('a curve has a median, reached or not')
  return {
    name,
    n: exits.n,
    ended: sum(exits.ended),
    waiting: sum(exits.censored),
    steps: rows === 0 ? [] : stepsOf(curve, bounds, rows),
    until: rows === 0 ? 0 : (curve.time[rows - 1] ?? 0),
    end: endOf(curve, rows),
    median,
    atRisk: followedAt(exits, marks),
  }
}

/** Those still followed at each of these days. */
export const followedAt = (exits: Exits, marks: readonly number[]): readonly number[] => [
  ...atRiskAt(exits, Float64Array.from(marks)),
]

function endOf({ time, survival }: SurvivalCurve, rows: number): StairStop {
  if (rows < time.length || time.length === 0) return 'too_few'
  return survival[rows - 1] === 0 ? 'all_ended' : 'last_seen'
}

/** Where an interval says nothing (nobody has ended yet, or nobody is left), a share is never above what it was. */
function stepsOf(
  { time, survival, ended }: SurvivalCurve,
  { lower, upper }: { lower: Float64Array; upper: Float64Array },
  rows: number,
): StairStep[] {
  const steps: StairStep[] = [{ day: 0, share: 1, low: 1, high: 1 }]
  for (let row = 0; row < rows; row++) {
    if (ended[row] === 0) continue
    const share = survival[row] ?? 0
    const [low = Number.NaN, high = Number.NaN] = [lower[row], upper[row]]
    const before = steps.at(-1)?.high ?? 1
    steps.push({
      day: time[row] ?? 0,
      share,
      low: Number.isNaN(low) ? share : low,
      high: Number.isNaN(high) ? before : high,
    })
  }
  return steps
}

const sum = (counts: Float64Array): number => counts.reduce((total, count) => total + count, 0)
