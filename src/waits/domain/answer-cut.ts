/** What `palier waits --json` says of a stratum whose waits are known at ends only: counts, and what is sure. */
import { cutIncidences } from '../../measure/cut-causes.ts'
import {
  cutBounds,
  type CutCurve,
  cutCurveOf,
  cutMean,
  type CutQuantile,
  cutQuantiles,
} from '../../measure/cut-survival.ts'
import type { IntervalKind } from '../../measure/interval.ts'
import type { Outcome } from '../../measure/outcomes.ts'
import { standardErrors } from '../../measure/survival.ts'
import {
  type AnsweredCurve,
  type AnsweredMean,
  type AnsweredQuantile,
  type AnsweredStratum,
  NOT_KNOWN,
  SHARES,
  type StratumOptions,
} from './answer-stratum.ts'
import type { CutStratum } from './counted-waits.ts'

export function answerCut(
  stratum: CutStratum,
  { ci, tau, causes, lateEntries }: StratumOptions,
): AnsweredStratum {
  const { key, cut, closedOnly, told } = stratum
  const curve = cutCurveOf(cut)
  const quantiles = Object.fromEntries(
    cutQuantiles(curve, SHARES).map((found) => [String(found.p), held(found)]),
  )
  return {
    key,
    n: cut.n,
    ...told,
    entered: lateEntries ? (cut.bins.entered ?? []).reduce((sum, count) => sum + count, 0) : null,
    median: quantiles['0.5'] ?? NOT_KNOWN,
    quantiles,
    rmean: tau === null ? null : meanUntil(curve, tau),
    curve: curveAnswer(curve, ci, lateEntries),
    closedOnly,
    causes: causes && causesOf(stratum, curve, causes),
  }
}

const held = ({ between, reason }: CutQuantile): AnsweredQuantile => ({ ...NOT_KNOWN, between, reason })

function meanUntil(curve: CutCurve, tau: number): AnsweredMean {
  const between = cutMean(curve, tau)
  if (!between) return { tau, value: null, se: null, reason: 'beyond_last_time' }
  return { tau, value: null, se: null, reason: 'known_at_ends', between }
}

function curveAnswer(curve: CutCurve, ci: IntervalKind, lateEntries: boolean): AnsweredCurve {
  const { time, atRisk, ended, censored, entered, low, likely, high } = curve
  const bounds = cutBounds(curve, ci)
  return {
    time,
    atRisk,
    ended,
    censored,
    entered: lateEntries ? (entered ?? time.map(() => 0)) : null,
    survival: [...likely.survival],
    se: standardErrors(likely),
    seLog: Array.from(likely.seLog, finite),
    lower: Array.from(bounds.lower, finite),
    upper: Array.from(bounds.upper, finite),
    survivalLow: [...low.survival],
    survivalHigh: [...high.survival],
  }
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** An outcome that is not told by itself is not there: it stands in «other», and 0 would be untrue. */
function causesOf(
  { cut }: CutStratum,
  curve: CutCurve,
  causes: readonly Outcome[],
): NonNullable<AnsweredStratum['causes']> {
  const found = cutIncidences(cut, curve)
  const told = causes.flatMap((outcome) => {
    const one = found[outcome]
    if (!one) return []
    const bounds = { incidenceLow: [...one.low], incidenceHigh: [...one.high] }
    const se = Array.from(one.se, finite)
    return [[outcome, { time: curve.time, incidence: [...one.share], se, ...bounds }] as const]
  })
  return Object.fromEntries(told)
}
