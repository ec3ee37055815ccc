import type { Exits } from './exits.ts'
import { type Bounds, boundsOf, type IntervalKind } from './interval.ts'

/** Who was still waiting, and seen, just before each time. Columns are those of `Exits`. */
export type RiskSet = Exits & {
  readonly atRisk: Float64Array
  /** Cases first seen from this time on and before the next one, when entries are late; else null. */
  readonly entered: Float64Array | null
}

/**
 * The numbers at risk: everybody who entered before the time (strictly) and left at it or later. Someone who enters
 * exactly when another leaves is not yet at risk (R's survival). `entered` balances the columns:
 * atRisk[j + 1] = atRisk[j] − ended[j] − censored[j] + entered[j].
 */
export function riskSetOf(exits: Exits): RiskSet {
  const { time, ended, censored, entries } = exits
  const atRisk = new Float64Array(time.length)
  const entered = entries ? new Float64Array(time.length) : null
  const late = entries ?? { time: new Float64Array(0), count: new Float64Array(0) }
  let waiting = exits.n - late.count.reduce((sum, count) => sum + count, 0)
  let next = 0
  for (let row = 0; row < time.length; row++) {
    for (; next < late.time.length && (late.time[next] ?? 0) < (time[row] ?? 0) - 1e-9; next++) {
      const count = late.count[next] ?? 0
      waiting += count
      if (entered && row > 0) entered[row - 1] = (entered[row - 1] ?? 0) + count
    }
    atRisk[row] = waiting
    waiting -= (ended[row] ?? 0) + (censored[row] ?? 0)
  }
  return { ...exits, atRisk, entered }
}

/** The Kaplan–Meier curve: at each time, the share that still waits just after it. */
export type SurvivalCurve = RiskSet & {
  readonly survival: Float64Array
  /** Standard error of the logarithm of the share (Greenwood); infinite from where nobody is left. */
  readonly seLog: Float64Array
  /** Nelson–Aalen: the expected number of ends, had one case been waiting all along; and its standard error. */
  readonly hazard: Float64Array
  readonly seHazard: Float64Array
}

/** Source: Kaplan and Meier 1958; Greenwood 1926; as R's `survfit`. */
export const survivalOf = (exits: Exits): SurvivalCurve => curveOf(riskSetOf(exits))

/** The curve of these numbers at risk, whoever counted them. */
export function curveOf(risk: RiskSet): SurvivalCurve {
  const size = risk.time.length
  const [survival, seLog] = [new Float64Array(size), new Float64Array(size)]
  const [hazard, seHazard] = [new Float64Array(size), new Float64Array(size)]
  let [share, variance, sum, sumVariance] = [1, 0, 0, 0]
  for (let row = 0; row < size; row++) {
    const n = risk.atRisk[row] ?? 0
    const ended = risk.ended[row] ?? 0
    if (ended > 0) {
      share *= (n - ended) / n
      variance += ended / (n * (n - ended))
      sum += ended / n
      sumVariance += ended / (n * n)
    }
    survival[row] = share
    seLog[row] = Math.sqrt(variance)
    hazard[row] = sum
    seHazard[row] = Math.sqrt(sumVariance)
  }
  return { ...risk, survival, seLog, hazard, seHazard }
}

/** Standard error of the share itself; null where nobody is left, as its logarithm has none. */
export const standardErrors = ({ survival, seLog }: SurvivalCurve): (number | null)[] =>
  [...survival].map((share, row) => (share === 0 ? null : share * (seLog[row] ?? 0)))

/** Below this number at risk a curve is not drawn: its steps would be the fate of a few (DESIGN.md). */
export const LEAST_DRAWN = 10

/** How many rows of the curve are drawn: up to the last with at least ten cases at risk. */
export const rowsDrawn = ({ atRisk }: RiskSet): number => atRisk.findLastIndex((n) => n >= LEAST_DRAWN) + 1

/** The bounds of each row; NaN where there is none, as columns hold numbers only. */
export type BoundColumns = { readonly lower: Float64Array; readonly upper: Float64Array }

/** The pointwise interval of a curve, `level` 0.95 unless another is declared, as columns to count on. */
export function boundColumns(
  { survival, seLog, ended }: SurvivalCurve,
  kind: IntervalKind = 'log-log',
  level = 0.95,
): BoundColumns {
  const [lower, upper] = [new Float64Array(survival.length), new Float64Array(survival.length)]
  let bounds = boundsOf(1, 0, kind, level)
  for (let row = 0; row < survival.length; row++) {
    if ((ended[row] ?? 0) !== 0) bounds = boundsOf(survival[row] ?? 0, seLog[row] ?? 0, kind, level)
    lower[row] = bounds.lower ?? Number.NaN
    upper[row] = bounds.upper ?? Number.NaN
  }
  return { lower, upper }
}

/** The same at one row, as it is told: null where there is none, as before the first row (-1). */
export function intervalAt(
  { survival, seLog, ended }: SurvivalCurve,
  row: number,
  kind: IntervalKind = 'log-log',
  level = 0.95,
): Bounds {
  if (row < 0) return { lower: null, upper: null }
  let at = row
  while (at >= 0 && (ended[at] ?? 0) === 0) at--
  return boundsOf(survival[at] ?? 1, seLog[at] ?? 0, kind, level)
}

/** Row by row, to be shown: null where there is none. */
export function intervalsOf(curve: SurvivalCurve, kind: IntervalKind = 'log-log', level = 0.95): Bounds[] {
  const { lower, upper } = boundColumns(curve, kind, level)
  const told = (x = Number.NaN) => (Number.isNaN(x) ? null : x)
  return Array.from(lower, (low, row) => ({ lower: told(low), upper: told(upper[row]) }))
}
