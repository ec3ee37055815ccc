import { accept, refuse, type Result } from '../kernel/result.ts'
import { equalPrecisionCritical, hallWellnerCritical } from './band-critical.ts'
import { indexAt } from './exits.ts'
import type { Bounds } from './interval.ts'
import type { SurvivalCurve } from './survival.ts'

/** A band holds the whole curve between two times with its confidence, where an interval holds one point of it. */
export type BandKind = 'hall-wellner' | 'log-hall-wellner' | 'equal-precision' | 'log-equal-precision'

/** Bounds of the rows `from` to `until` of the curve, both included. */
export type Band = {
  readonly kind: BandKind
  readonly from: number
  readonly until: number
  readonly critical: number
  readonly bounds: readonly Bounds[]
}

/** A band needs an end of a wait at its start, and somebody left waiting at its end. */
export type NoBand = { readonly because: 'no_end_before_start' | 'nobody_left' }

/**
 * The band between the last times not after `tl` and `tu` (days). Hall–Wellner narrows where errors are small; equal
 * precision keeps the proportions of the pointwise interval. Cut to 0 and 1. Source: Hall and Wellner 1980; Nair 1984;
 * Klein and Moeschberger 4.4, as R's km.ci, whose critical values come from tables: agreement to 1e-3.
 */
export function bandOf(
  curve: SurvivalCurve,
  kind: BandKind,
  { tl, tu, level = 0.95 }: { tl: number; tu: number; level?: number },
): Result<Band, NoBand> {
  const [from, until] = [indexAt(curve.time, tl), indexAt(curve.time, tu)]
  const [first, last] = [varianceAt(curve, from), varianceAt(curve, until)]
  if (!(first > 0)) return refuse({ because: 'no_end_before_start' })
  if (!Number.isFinite(last)) return refuse({ because: 'nobody_left' })
  const share = (variance: number) => (curve.n * variance) / (1 + curve.n * variance)
  const criticalOf = kind.endsWith('hall-wellner') ? hallWellnerCritical : equalPrecisionCritical
  const critical = criticalOf(share(first), share(last), level)
  const rows = Array.from({ length: until - from + 1 }, (_, at) => from + at)
  return accept({
    kind,
    from,
    until,
    critical,
    bounds: rows.map((row) => boundsAt(curve, row, kind, critical)),
  })
}

const varianceAt = ({ seLog }: SurvivalCurve, row: number): number => (seLog[row] ?? 0) ** 2

function boundsAt(curve: SurvivalCurve, row: number, kind: BandKind, critical: number): Bounds {
  const share = curve.survival[row] ?? 0
  const seLog = curve.seLog[row] ?? 0
  const margin = kind.endsWith('hall-wellner')
    ? (critical * (1 + curve.n * seLog * seLog)) / Math.sqrt(curve.n)
    : critical * seLog
  if (!kind.startsWith('log-')) {
    return { lower: Math.max(0, share - margin * share), upper: Math.min(1, share + margin * share) }
  }
  const power = Math.exp(margin / Math.log(share))
  return { lower: share ** (1 / power), upper: share ** power }
}
