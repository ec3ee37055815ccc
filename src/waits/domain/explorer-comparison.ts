import { normalTails } from '../../measure/distributions.ts'
import { mergeExits } from '../../measure/exits.ts'
import { type Figure, figureOf } from '../../measure/figure.ts'
import { rankParts, rankTest, type TestResult } from '../../measure/logrank.ts'
import { adjustedForMany, type FunnelPlace, funnelPlace } from '../../measure/many-comparisons.ts'
import { medianOf, type Quantile } from '../../measure/quantile.ts'
import { differenceOfMeans, type MeanDifference, restrictedMean } from '../../measure/restricted-mean.ts'
import { shareAt } from '../../measure/standardise.ts'
import { survivalOf } from '../../measure/survival.ts'
import { type NamedWaits, provenanceOf, type WaitsOrigin } from './explorer-waits.ts'
import type { DayKind } from './explorer-question.ts'
import type { IntervalKind } from '../../measure/interval.ts'

type How = {
  readonly origin: WaitsOrigin
  readonly interval: IntervalKind
  readonly days: DayKind
  readonly tau: number
}

/** Two selections of one clock: by how many days they differ until τ, and whether chance alone would do it. */
export type TwoCompared = {
  readonly names: readonly [string, string]
  /** First minus second; null when one of them was not followed until τ. */
  readonly difference: MeanDifference | null
  /** Null when late entries or too few ends leave nothing to test. */
  readonly logrank: TestResult | null
}

export function compareTwo(first: NamedWaits, second: NamedWaits, how: How): Figure<TwoCompared> {
  const groups = [first.exits, second.exits]
  const [one, other] = groups.map((exits) => restrictedMean(survivalOf(exits), how.tau))
  return figureOf(
    {
      names: [first.name, second.name],
      difference: one?.ok && other?.ok ? differenceOfMeans(one.value, other.value) : null,
      logrank: groups.some(({ entries }) => entries) ? null : rankTest(rankParts(groups)),
    },
    mergeExits(groups),
    provenanceOf(how.origin, 'difference', how, 'logrank+restricted_mean'),
  )
}

/** One of many: its median, the share that still waits after a month, and where that stands in the funnel. */
export type OneOfMany = {
  readonly name: string
  readonly n: number
  readonly ended: number
  readonly waiting: number
  readonly median: Quantile
  readonly share: number | null
  readonly place: FunnelPlace | null
  /** How often chance alone would put it so far from the others, counted among all those looked at. */
  readonly adjusted: number | null
}

export type ManyCompared = {
  /** The day of the shares. */
  readonly day: number
  readonly target: number
  readonly strata: readonly OneOfMany[]
  /** Strata of fewer than ten cases: counted in the target, not drawn one by one. */
  readonly small: { readonly strata: number; readonly cases: number }
  readonly logrank: TestResult | null
}

const LEAST = 10
/** A test of k groups solves k equations at each time: past this many, the funnel says enough. */
const MOST_TESTED = 40
const FUNNEL_DAY = 30

/** Strata in a row, the largest first; null when fewer than two can be told. */
export function compareMany(waits: readonly NamedWaits[], how: How): Figure<ManyCompared> | null {
  const large = waits.filter(({ exits }) => exits.n >= LEAST)
  const small = waits.filter(({ exits }) => exits.n > 0 && exits.n < LEAST)
  if (large.length < 2) return null
  const all = mergeExits(waits.map(({ exits }) => exits))
  const target = shareAt(survivalOf(all), FUNNEL_DAY).share ?? 0
  const strata = withAdjusted(
    large.map((one) => oneOf(one, target)),
    target,
  )
  const late = all.entries !== null || large.length > MOST_TESTED
  return figureOf(
    {
      day: FUNNEL_DAY,
      target,
      strata: strata.toSorted((a, b) => b.n - a.n),
      small: { strata: small.length, cases: small.reduce((sum, { exits }) => sum + exits.n, 0) },
      logrank: late ? null : rankTest(rankParts(large.map(({ exits }) => exits))),
    },
    all,
    provenanceOf(how.origin, 'funnel', how, 'kaplan_meier+funnel+benjamini_hochberg'),
  )
}

function oneOf({ name, exits }: NamedWaits, target: number): Omit<OneOfMany, 'adjusted'> {
  const curve = survivalOf(exits)
  const median = medianOf(curve)
  if (!median) throw new RangeError('a curve has a median, reached or not')
  const { share, se } = shareAt(curve, FUNNEL_DAY)
  const known = share !== null && target > 0 && target < 1
  return {
    name,
    n: exits.n,
    ended: exits.ended.reduce((sum, count) => sum + count, 0),
    waiting: exits.censored.reduce((sum, count) => sum + count, 0),
    median,
    share,
    place: known ? (funnelPlace({ share, se }, target) ?? null) : null,
  }
}

/** Each distance from the target in its own errors, then all of them together (Benjamini and Hochberg 1995). */
function withAdjusted(strata: readonly Omit<OneOfMany, 'adjusted'>[], target: number): OneOfMany[] {
  const placed = strata.filter(({ place }) => place !== null)
  const p = placed.map(({ share, place }) =>
    normalTails(((share ?? target) - target) / Math.sqrt((target * (1 - target)) / (place?.size ?? 1))),
  )
  const adjusted = adjustedForMany(p)
  return strata.map((one) => ({ ...one, adjusted: adjusted[placed.indexOf(one)] ?? null }))
}
