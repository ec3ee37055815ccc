import {
  cutBounds,
  type CutCurve,
  cutCurveOf,
  type CutQuantile,
  cutQuantiles,
  type CutWaits,
} from '../../measure/cut-survival.ts'
import type { IntervalKind } from '../../measure/interval.ts'
import { LEAST_DRAWN } from '../../measure/survival.ts'
import type { Stair, StairStep, StairStop } from './stair.ts'

/** The end of a stretch: the true curve of the cases is surely between these; `low` and `high` are an interval. */
export type CutStep = StairStep & { readonly surely: { readonly low: number; readonly high: number } }

/** A curve of which only the ends of stretches are known: between two of them it is somewhere in a box. */
export type CutStair = Omit<Stair, 'steps' | 'median'> & {
  readonly steps: readonly CutStep[]
  readonly median: CutQuantile
}

export type CutDrawn = {
  readonly name: string
  readonly cut: CutWaits
  readonly told: { readonly ended: number; readonly open: number }
}

/** The stair of cut counts, while ten were at risk when a stretch began. */
export function cutStairOf({ name, cut, told }: CutDrawn, interval: IntervalKind): CutStair {
  const curve = cutCurveOf(cut)
  const rows = curve.atRisk.findLastIndex((n) => n >= LEAST_DRAWN) + 1
  const [median] = cutQuantiles(curve, [0.5])
  if (!median) throw new RangeError('a curve has a median, known or not')
  return {
    name,
    n: cut.n,
    ended: told.ended,
    waiting: told.open,
    steps: rows === 0 ? [] : stepsOf(curve, interval, rows),
    until: rows === 0 ? 0 : (curve.time[rows - 1] ?? 0),
    end: endOf(curve, rows),
    median,
    // Between the ends of a tally nobody knows how many are still followed.
    atRisk: [curve.atRisk[0] ?? cut.n],
  }
}

function endOf({ time, high }: CutCurve, rows: number): StairStop {
  if (rows < time.length || time.length === 0) return 'too_few'
  return high.survival[rows - 1] === 0 ? 'all_ended' : 'last_end'
}

function stepsOf(curve: CutCurve, interval: IntervalKind, rows: number): CutStep[] {
  const { lower, upper } = cutBounds(curve, interval)
  const steps: CutStep[] = [{ day: 0, share: 1, low: 1, high: 1, surely: { low: 1, high: 1 } }]
  for (let row = 0; row < rows; row++) {
    const [low = 0, share = 0, high = 1] = [curve.low, curve.likely, curve.high].map(
      ({ survival }) => survival[row] ?? 0,
    )
    const [least = Number.NaN, most = Number.NaN] = [lower[row], upper[row]]
    steps.push({
      day: curve.time[row] ?? 0,
      share,
      low: Number.isNaN(least) ? low : least,
      high: Number.isNaN(most) ? (steps.at(-1)?.high ?? 1) : most,
      surely: { low, high },
    })
  }
  return steps
}

/** The shares that surely hold the one still waiting after this day; null past the end of the stair. */
export function sharesOn({ steps, until }: CutStair, day: number) {
  if (day > until || steps.length === 0) return null
  const after = steps.find((step) => step.day >= day)
  const before = steps.findLast((step) => step.day <= day)
  if (!after || !before) return null
  return { day, low: after.surely.low, high: before.surely.high }
}
