import { normalQuantile } from './distributions.ts'

/**
 * The critical value of a Hall–Wellner band: what the largest of a Brownian bridge between two shares `low` < `high` of
 * its way passes with probability 1 − level. 1.3581 from end to end at 0.95.
 */
export function hallWellnerCritical(low: number, high: number, level: number): number {
  const widest = low < 0.5 && high > 0.5 ? 0.5 : Math.max(deviation(low), deviation(high))
  const pointwise = normalQuantile(1 - (1 - level) / 2) * widest
  return solve((k) => bridgeStaysWithin(k, low, high) - level, pointwise, 4)
}

/**
 * The critical value of an equal-precision band, from the chance that a normalised bridge passes a level between two
 * shares of its way. Source: Miller and Siegmund 1982; Nair 1984.
 */
export function equalPrecisionCritical(low: number, high: number, level: number): number {
  const length = Math.log((high * (1 - low)) / (low * (1 - high)))
  const pointwise = normalQuantile(1 - (1 - level) / 2)
  if (length === 0) return pointwise
  const passes = (e: number) => density(e) * (4 / e + (e - 1 / e) * length)
  return Math.max(
    pointwise,
    solve((e) => 1 - level - passes(e), 1, 10),
  )
}

/** Where an increasing function is zero. */
function solve(f: (x: number) => number, low: number, high: number): number {
  let [from, until] = [low, high]
  for (let step = 0; step < 32; step++) {
    const middle = (from + until) / 2
    if (f(middle) < 0) from = middle
    else until = middle
  }
  return (from + until) / 2
}

/** Standard deviation of a Brownian bridge at a share of its way. */
const deviation = (share: number): number => Math.sqrt(share * (1 - share))

const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)

/**
 * The chance that a Brownian bridge stays between −k and k from the share `low` to the share `high` of its way: over
 * where it is at both ends, the chance of the way between them, by reflections (Doob 1949).
 */
function bridgeStaysWithin(k: number, low: number, high: number): number {
  if (low === 0 && high === 1) return staysBetween(0, 0, k, 1)
  // Given the bridge at `low`, it is at `high` around `pull` times that, with `spread`.
  const pull = (1 - high) / (1 - low)
  const spread = Math.sqrt(((high - low) * (1 - high)) / (1 - low))
  return overPlaces(k, 0, Math.sqrt(low * (1 - low)), (x) =>
    overPlaces(k, pull * x, spread, (y) => staysBetween(x, y, k, high - low)),
  )
}

/** The mean of f over where a normal place is, as far as it is between −k and k. */
function overPlaces(k: number, mean: number, spread: number, f: (place: number) => number): number {
  if (spread < 1e-9) return f(mean)
  const [from, until] = [Math.max(-k, mean - 9 * spread), Math.min(k, mean + 9 * spread)]
  const half = (until - from) / 2
  return NODES.reduce((sum, { at, weight }) => {
    const place = from + half * (1 + at)
    return sum + weight * half * (density((place - mean) / spread) / spread) * f(place)
  }, 0)
}

/** The chance that a Brownian path from x to y in this time stays between −k and k. */
function staysBetween(x: number, y: number, k: number, time: number): number {
  let sum = 0
  for (let j = -3; j <= 3; j++) {
    sum += Math.exp((-4 * j * k * (2 * j * k + x - y)) / time)
    sum -= Math.exp((-2 * (x + (2 * j - 1) * k) * (y + (2 * j - 1) * k)) / time)
  }
  return Math.max(0, sum)
}

/** Gauss–Legendre: where and how much to weigh a function from −1 to 1. */
const NODES = gaussLegendre(32)

function gaussLegendre(points: number): { at: number; weight: number }[] {
  return Array.from({ length: points }, (_, k) => {
    let at = Math.cos((Math.PI * (k + 0.75)) / (points + 0.5))
    let slope = 1
    for (let step = 0; step < 8; step++) {
      let [before, now] = [1, at]
      for (let n = 2; n <= points; n++) [before, now] = [now, ((2 * n - 1) * at * now - (n - 1) * before) / n]
      slope = (points * (at * now - before)) / (at * at - 1)
      at -= now / slope
    }
    return { at, weight: 2 / ((1 - at * at) * slope * slope) }
  })
}
