import { indexAt } from './exits.ts'

/** A stretch of a case's life that is watched: after `start`, until `stop` included, where `events` things happen. */
export type Stretch = { readonly start: number; readonly stop: number; readonly events: number }

/** The stretches of one case, in order, none over another. */
export type Path = readonly Stretch[]

/** Who is watched at each time, and what happens: counts that sites add. */
export type RecurrenceCounts = {
  readonly time: Float64Array
  readonly atRisk: Float64Array
  readonly events: Float64Array
}

/** First round: the counts of these cases on a grid of times (ascending), which several sites share. */
export function recurrenceCounts(
  paths: readonly Path[],
  time: Float64Array = timesOf(paths),
): RecurrenceCounts {
  const atRisk = new Float64Array(time.length)
  const events = new Float64Array(time.length)
  for (const { start, stop, events: happened } of paths.flat()) {
    const last = indexAt(time, stop)
    for (let row = indexAt(time, start) + 1; row <= last; row++) atRisk[row] = (atRisk[row] ?? 0) + 1
    if (last >= 0) events[last] = (events[last] ?? 0) + happened
  }
  return { time, atRisk, events }
}

/** All the times at which a stretch of these cases stops. */
export const timesOf = (paths: readonly Path[]): Float64Array =>
  Float64Array.from(new Set(paths.flat().map(({ stop }) => stop))).sort()

/**
 * Second round: the sum over these cases of the squares of their part in the mean, at each time of the *whole* counts.
 * Sites send it back and it adds. The grid holds every time at which these cases stop. Between two events a case's part falls as the mean rises, so each stretch is two
 * entries in running sums, whatever its length.
 */
export function squaredParts(paths: readonly Path[], counts: RecurrenceCounts): Float64Array {
  const { time, atRisk } = counts
  const falls = naiveVariance(counts)
  const sums = { moving: blank(time), movingSquare: blank(time), count: blank(time), still: blank(time) }
  for (const path of paths) addPath(sums, path, time, falls, atRisk)
  const moving = runningSum(sums.moving)
  const movingSquare = runningSum(sums.movingSquare)
  const count = runningSum(sums.count)
  const still = runningSum(sums.still)
  return falls.map((fall, row) => {
    const bent = fall * (fall * (count[row] ?? 0) - 2 * (moving[row] ?? 0))
    return Math.max(0, (movingSquare[row] ?? 0) + bent + (still[row] ?? 0))
  })
}

type RunningSums = Record<'moving' | 'movingSquare' | 'count' | 'still', Float64Array>

/** While a case is watched its part is `level` less what has fallen since; between stretches it stays. */
function addPath(
  sums: RunningSums,
  path: Path,
  time: Float64Array,
  falls: Float64Array,
  atRisk: Float64Array,
): void {
  let part = 0
  for (const { start, stop, events } of path) {
    const [from, until] = [indexAt(time, start) + 1, indexAt(time, stop)]
    const level = part + (falls[from - 1] ?? 0)
    addBetween(sums.still, from, time.length, -part * part)
    addBetween(sums.moving, from, until, level)
    addBetween(sums.movingSquare, from, until, level * level)
    addBetween(sums.count, from, until, 1)
    part = level - (falls[until] ?? 0) + events / (atRisk[until] ?? 1)
    addBetween(sums.still, until, time.length, part * part)
  }
}

/** How many times, on average, a case has known the event by each time. */
export type MeanCount = {
  readonly time: Float64Array
  readonly mean: Float64Array
  /** Robust: right even when the events of one case hang together, as reopenings do. */
  readonly se: Float64Array
  /** Poisson: as if each event came alone. Too small when they hang together. */
  readonly seNaive: Float64Array
}

/** The mean cumulative function. Source: Nelson 1988; Lawless and Nadeau 1995; R's `survfit` with `id`. */
export function meanCountOf(counts: RecurrenceCounts, squares: Float64Array): MeanCount {
  const { time, atRisk, events } = counts
  const mean = runningSum(events.map((d, row) => (d === 0 ? 0 : d / (atRisk[row] ?? 1))))
  return { time, mean, se: squares.map(Math.sqrt), seNaive: naiveVariance(counts).map(Math.sqrt) }
}

const naiveVariance = ({ atRisk, events }: RecurrenceCounts): Float64Array =>
  runningSum(events.map((d, row) => (d === 0 ? 0 : d / (atRisk[row] ?? 1) ** 2)))

const blank = (time: Float64Array): Float64Array => new Float64Array(time.length)

/** Adds to the rows from `from` until before `until`, once the running sum is taken. */
function addBetween(steps: Float64Array, from: number, until: number, x: number): void {
  if (from >= until) return
  if (from < steps.length) steps[from] = (steps[from] ?? 0) + x
  if (until < steps.length) steps[until] = (steps[until] ?? 0) - x
}

function runningSum(steps: Float64Array): Float64Array {
  let sum = 0
  return steps.map((step) => (sum += step))
}
